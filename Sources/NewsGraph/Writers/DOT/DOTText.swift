/// Text as Graphviz reads it.
///
/// Characters that XML cannot hold are replaced, as they would make the SVG ill-formed.
/// https://graphviz.org/docs/attr-types/escString/
enum DOTText {
  /// What Graphviz does with a text.
  enum Use {
    /// Labels and URLs, in which backslashes (`\N` is the name of the node) and entities (`&amp;`)
    /// have a meaning.
    case label
    /// Tooltips, in which the versions of Graphviz that most systems have read backslashes twice.
    case tooltip
    /// Attributes that Graphviz does not know and leaves alone.
    case data

    fileprivate var table: EscapeTable {
      switch self {
      case .label: DOTText.label
      case .tooltip: DOTText.tooltip
      case .data: DOTText.data
      }
    }
  }

  /// Whether an IRI is one that a browser may be sent to from a drawing.
  static func isWebAddress(_ iri: some StringProtocol) -> Bool {
    iri.hasPrefix("https://") || iri.hasPrefix("http://")
  }

  private static let label = table(["\\": "\\\\", "&": "&amp;"])
  private static let tooltip = table(["\\": "\\\\\\\\", "&": "&amp;"])
  private static let data = table(["\\": "\\\\"])

  private static func table(_ escapes: [Unicode.Scalar: String]) -> EscapeTable {
    var table = EscapeTable(escapes)
    table.escape(0x22, as: "\\\"")
    table.escape(0x0A, as: "\\n")
    table.escape(0x0D, as: " ")
    table.escape(0x09, as: " ")
    forbidNonXML(&table)
    return table
  }

  /// The text of HTML-like labels, which only the legend uses.
  private static let markup: EscapeTable = {
    var table = EscapeTable([
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\n": " ", "\r": " ", "\t": " ",
    ])
    forbidNonXML(&table)
    return table
  }()

  private static func forbidNonXML(_ table: inout EscapeTable) {
    for scalar: UInt32 in 0..<0x20 where ![0x9, 0xA, 0xD].contains(scalar) {
      table.forbid(scalar)
    }
    table.forbid(0xFFFE)
    table.forbid(0xFFFF)
  }

  /// The number of characters in one quoted string; Graphviz reads none of more than 16 KiB, and a
  /// character may take ten bytes.
  private static let longestString = 1500

  /// Adds a quoted string, or several joined by `+` where it is long; returns the number of
  /// characters replaced.
  static func appendQuoted(_ text: String, _ use: Use, to buffer: inout TextBuffer) -> Int {
    guard text.utf8.count > longestString else { return appendPiece(text, use, to: &buffer) }
    var replaced = 0
    var rest = text.unicodeScalars[...]
    while true {
      let piece = rest.prefix(longestString)
      replaced += appendPiece(String(piece), use, to: &buffer)
      rest = rest[piece.endIndex...]
      if rest.isEmpty { return replaced }
      buffer.append(" + ")
    }
  }

  private static func appendPiece(_ text: String, _ use: Use, to buffer: inout TextBuffer) -> Int {
    buffer.append(UInt8(ascii: "\""))
    let replaced = (try? buffer.append(text, escaping: use.table, replacing: true)) ?? 0
    buffer.append(UInt8(ascii: "\""))
    return replaced
  }

  /// Adds text inside an HTML-like label.
  static func appendMarkup(_ text: String, to buffer: inout TextBuffer) {
    _ = try? buffer.append(text, escaping: markup, replacing: true)
  }
}
