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
    let label = ShortLabel.wrapped(look.label, width: 24)
    let lines = label.split(separator: "\n", omittingEmptySubsequences: false)
    let width = min(260, 24 + 7 * (lines.map(\.count).max() ?? 0))
    out.append("<data key=\"node.graphics\"><y:ShapeNode><y:Geometry height=\"")
    out.append(String(14 + 16 * lines.count))
    out.append(".0\" width=\"\(width).0\" x=\"\(number % columns * 280).0\"")
    out.append(" y=\"\(number / columns * 90).0\"/>")
    out.append("<y:Fill color=\"\(look.fill)\" transparent=\"false\"/>")
    out.append("<y:BorderStyle color=\"\(look.color)\" type=\"\(border(look.style))\"")
    out.append(" width=\"\(look.style.contains("bold") ? 3 : 1).0\"/><y:NodeLabel")
    try out.attribute("textColor", DrawnClass.textColor)
    out.append(">")
    try out.text(plain(label))
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
