/// The drawings that yEd keeps in GraphML.
///
/// Positions are those of a grid, as yEd puts nodes without one onto each other; its layouts move
/// them. https://docs.yworks.com/yfiles/doc/developers-guide/graphml.html
enum YEdGraphics {
  /// The drawing of a node.
  static func write(_ look: GraphMLNodeLook, _ number: Int, of count: Int, _ out: MarkupText)
    throws(ForbiddenScalar)
  {
    let columns = max(1, Int(Double(count).squareRoot().rounded(.up)))
    let length = look.label.count
    // The label stands there whole, as other programs read it too; yEd breaks it into lines.
    let lines = max(1, (length + 27) / 28)
    out.append("<data key=\"node.graphics\"><y:ShapeNode><y:Geometry")
    out.append(" height=\"\(14 + 16 * lines).0\" width=\"\(24 + 8 * min(length, 28)).0\"")
    out.append(" x=\"\(number % columns * 280).0\"")
    out.append(" y=\"\(number / columns * 90).0\"/>")
    out.append("<y:Fill color=\"\(look.fill)\" transparent=\"false\"/>")
    out.append("<y:BorderStyle color=\"\(look.color)\" type=\"\(border(look.style))\"")
    out.append(" width=\"\(look.style.contains("bold") ? 3 : 1).0\"/><y:NodeLabel")
    try out.attribute("textColor", DrawnClass.textColor)
    out.append(" autoSizePolicy=\"node_size\" configuration=\"CroppingLabel\">")
    try out.text(plain(look.label))
    out.append("</y:NodeLabel><y:Shape type=\"\(shape(look))\"/></y:ShapeNode></data>")
  }

  /// The drawing of an edge.
  static func write(_ look: GraphMLEdgeLook, _ out: MarkupText) throws(ForbiddenScalar) {
    out.append("<data key=\"edge.graphics\"><y:PolyLineEdge><y:LineStyle color=\"\(look.color)\"")
    out.append(" type=\"\(look.style == "solid" ? "line" : look.style)\"")
    out.append(" width=\"\(look.width)\"/><y:Arrows source=\"")
    out.append(look.tail.map { $0 == "diamond" ? "diamond" : "white_diamond" } ?? "none")
    out.append("\" target=\"\(arrow(look.head))\"/><y:EdgeLabel textColor=\"\(look.textColor)\">")
    try out.text(plain(look.label))
    out.append("</y:EdgeLabel><y:BendStyle smoothed=\"false\"/></y:PolyLineEdge></data>")
  }

  /// yEd takes a label for markup that begins with `<html>`.
  private static func plain(_ label: String) -> String {
    label.lowercased().hasPrefix("<html") ? " " + label : label
  }

  private static func border(_ style: String) -> String {
    if style.contains("dashed") { return "dashed" }
    return style.contains("dotted") ? "dotted" : "line"
  }

  private static func shape(_ look: GraphMLNodeLook) -> String {
    switch look.shape {
    case "ellipse": "ellipse"
    case "hexagon": "hexagon"
    case "note": "parallelogram"
    case "component": "trapezoid"
    case "box3d": "rectangle3d"
    default: look.style.contains("rounded") ? "roundrectangle" : "rectangle"
    }
  }

  private static func arrow(_ head: String) -> String {
    switch head {
    case "tee": "t_shape"
    case "onormal": "white_delta"
    case "vee": "plain"
    default: "standard"
    }
  }
}
