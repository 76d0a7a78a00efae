/// The words of Cytoscape for looks, which its passthrough mappings take from columns.
enum CytoscapeStyle {
  /// The shape of a node.
  static func shape(_ look: GraphMLNodeLook) -> String {
    switch look.shape {
    case "ellipse": "ELLIPSE"
    case "hexagon": "HEXAGON"
    case "note": "PARALLELOGRAM"
    case "component": "VEE"
    case "box3d": "OCTAGON"
    default: look.style.contains("rounded") ? "ROUND_RECTANGLE" : "RECTANGLE"
    }
  }

  /// The kind of a line.
  static func line(_ style: String) -> String {
    switch style {
    case "dashed": "EQUAL_DASH"
    case "dotted": "DOT"
    default: "SOLID"
    }
  }

  /// The head of an arrow.
  static func arrow(_ head: String) -> String {
    switch head {
    case "tee": "T"
    case "onormal": "CROSS_OPEN_DELTA"
    case "vee": "ARROW"
    default: "DELTA"
    }
  }

  /// Whether the reader, which keeps only what stands behind the last reference, would cut a text
  /// that has to be escaped.
  static func needsSection(_ text: String) -> Bool {
    hasMarkup(text) && !isCut(text)
  }

  /// Whether no way of writing a text keeps the reader from cutting it: CDATA sections hold neither
  /// a carriage return nor their own end.
  static func isCut(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "\r")) || (hasMarkup(text) && text.contains("]]>"))
  }

  private static func hasMarkup(_ text: String) -> Bool {
    text.utf8.contains {
      $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">")
    }
  }
}
