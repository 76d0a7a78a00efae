/// Differences in the language of Graphviz.
///
/// Green and solid what was added, red and dashed what was removed, amber and dotted what changed,
/// grey and thin what is there to understand them. The colours are those of Okabe and Ito, which
/// people with any kind of colour blindness tell apart, and the lines and the signs in the labels
/// tell the same without colours.
struct DiffDOT {
  /// How a change looks.
  struct Look {
    /// What the legend calls it.
    let name: String
    /// The sign before labels.
    let sign: String
    let color: String
    let fill: String
    /// The style of lines and borders.
    let style: String
    let width: String

    init(_ change: DiffDrawing.Change) {
      switch change {
      case .added:
        (name, sign, color, fill) = ("added", "+ ", "#00795A", "#D8F0E7")
        (style, width) = ("solid", "2.4")
      case .removed:
        (name, sign, color, fill) = ("removed", "− ", "#C8260E", "#FBE0DA")
        (style, width) = ("dashed", "2.0")
      case .changed:
        (name, sign, color, fill) = ("changed", "~ ", "#A86700", "#FCEBC8")
        (style, width) = ("dotted", "3.0")
      case .context:
        (name, sign, color, fill) = ("as before", "", "#9A9A9A", "#F6F6F6")
        (style, width) = ("solid", "0.9")
      }
    }
  }

  private let drawing: DiffDrawing

  init(_ drawing: DiffDrawing) { self.drawing = drawing }

  /// The whole document.
  var text: String {
    var buffer = TextBuffer(capacity: 4096)
    let layout = DrawingLayout(
      nodeCount: drawing.nodes.count, edgeCount: drawing.edges.count, depth: 0, hasClusters: false)
    buffer.append("digraph NewsGraphDiff {\n  graph [")
    for (name, value) in layout.attributes { buffer.append("\(name)=\"\(value)\", ") }
    buffer.append("charset=\"UTF-8\", bgcolor=\"white\", pad=\"0.3\", ")
    buffer.append("fontname=\"Helvetica,Arial,sans-serif\", fontsize=12, labelloc=b, ")
    buffer.append("tooltip=\" \", label=")
    appendLegend(&buffer)
    buffer.append("];\n  node [shape=box, fontname=\"Helvetica,Arial,sans-serif\", ")
    buffer.append("fontsize=13, fontcolor=\"#1A1A1A\", margin=\"0.12,0.06\", height=0.3];\n")
    buffer.append("  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=10, arrowsize=0.8];\n")
    for (number, node) in drawing.nodes.enumerated() { append(node, number, &buffer) }
    for edge in drawing.edges { append(edge, &buffer) }
    buffer.append("}\n")
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  private func append(_ node: DiffDrawing.Node, _ number: Int, _ buffer: inout TextBuffer) {
    let look = Look(node.change)
    let isValue = node.type == "Literal"
    buffer.append("  n\(number) [label=")
    let label = ShortLabel.wrapped(node.name, width: isValue ? 32 : 20)
    _ = DOTText.appendQuoted((isValue ? "" : look.sign) + label, .label, to: &buffer)
    let styles = ["filled", isValue ? nil : "rounded", look.style == "solid" ? nil : look.style]
    buffer.append(", style=\"\(styles.compactMap { $0 }.joined(separator: ","))\"")
    buffer.append(", color=\"\(look.color)\", fillcolor=\"\(isValue ? "#FFFFFF" : look.fill)\"")
    buffer.append(", penwidth=\(isValue ? "0.8" : look.width), class=\"\(node.change.rawValue)\"")
    buffer.append(", tooltip=")
    let detail = node.detail.isEmpty ? "\(node.name) (\(node.type))" : node.detail
    _ = DOTText.appendQuoted(detail, .tooltip, to: &buffer)
    // An IRI can be a program, which a click on a node must not run.
    if let iri = node.iri, DOTText.isWebAddress(iri) {
      buffer.append(", URL=")
      _ = DOTText.appendQuoted(iri, .label, to: &buffer)
    }
    buffer.append("];\n")
  }

  private func append(_ edge: DiffDrawing.Edge, _ buffer: inout TextBuffer) {
    let look = Look(edge.change)
    buffer.append("  n\(edge.source) -> n\(edge.target) [label=")
    var label = look.sign + ShortLabel.cut(edge.label, to: 28)
    if !edge.note.isEmpty {
      label += "\n(\(edge.note))"
    } else if edge.change == .changed {
      label += "\n" + ShortLabel.cut("\(edge.before) →", to: 40)
      label += "\n" + ShortLabel.cut(edge.after, to: 40)
    }
    _ = DOTText.appendQuoted(label, .label, to: &buffer)
    buffer.append(", fontcolor=\"\(look.color)\", color=\"\(look.color)\", style=\(look.style)")
    buffer.append(", penwidth=\(look.width), class=\"\(edge.change.rawValue)\", tooltip=")
    let lines = [
      edge.text, edge.before.isEmpty ? nil : "before: \(edge.before)",
      edge.after.isEmpty ? nil : "now: \(edge.after)",
      edge.note.isEmpty ? nil : edge.note,
      edge.articles.isEmpty ? nil : edge.articles.prefix(6).joined(separator: ", "),
    ]
    _ = DOTText.appendQuoted(
      lines.compactMap { $0 }.joined(separator: "\n"), .tooltip, to: &buffer)
    buffer.append("];\n")
  }

  private func appendLegend(_ buffer: inout TextBuffer) {
    buffer.append("<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"6\"><TR><TD><B>")
    DOTText.appendMarkup(ShortLabel.cut(drawing.title, to: 140), to: &buffer)
    buffer.append("</B></TD></TR><TR><TD><TABLE BORDER=\"0\" CELLSPACING=\"6\"><TR>")
    for change in DiffDrawing.Change.allCases {
      let look = Look(change)
      buffer.append("<TD BORDER=\"2\" COLOR=\"\(look.color)\" BGCOLOR=\"\(look.fill)\"")
      buffer.append(" STYLE=\"\(look.style)\" CELLPADDING=\"4\">")
      buffer.append("<FONT COLOR=\"#1A1A1A\">\(look.sign)\(look.name)</FONT></TD>")
    }
    buffer.append("</TR></TABLE></TD></TR>")
    if drawing.omittedCount > 0 {
      buffer.append("<TR><TD>and \(drawing.omittedCount) changes more, not drawn</TD></TR>")
    }
    buffer.append("</TABLE>>")
  }
}
