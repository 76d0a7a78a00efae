import Extraction

/// The caption of a drawing: what its colours and lines mean, and what it does not show.
///
/// It is the label of the graph, written in the table language of Graphviz: every layout puts it
/// below the drawing, and no program that reads the graph takes it for nodes.
/// https://graphviz.org/doc/info/shapes.html#html
struct DOTLegend {
  var title: String?
  var classes: [DrawnClass]
  var standings: [Modality]
  var hasDisputed: Bool
  var conflicts: [Conflict.Grade]
  var hasBackground: Bool
  var notes: [String]
  /// Factor on all sizes.
  var scale: Double

  func append(to buffer: inout TextBuffer) {
    // Graphviz knows no table without rows.
    guard title != nil || !classes.isEmpty || !notes.isEmpty else { return buffer.append("\"\"") }
    buffer.append("<\n    <TABLE BORDER=\"0\" CELLBORDER=\"0\"")
    buffer.append(" CELLSPACING=\"4\" CELLPADDING=\"2\">\n")
    if let title { appendLine(ShortLabel.cut(title, to: 120), size: 16, bold: true, to: &buffer) }
    for row in Self.rows(classes, of: 8) { appendRow(row, to: &buffer, cell: appendClass) }
    for row in Self.rows(lines, of: 6) { appendRow(row, to: &buffer, cell: appendStanding) }
    for note in notes { appendLine(note, size: 10, bold: false, to: &buffer) }
    buffer.append("    </TABLE>>")
  }

  private struct Line {
    var name: String
    var color: String
    var style: String
    var head: String
  }

  private var lines: [Line] {
    var lines = standings.map { standing in
      let drawn = DrawnStanding(standing)
      return Line(
        name: drawn.name, color: drawn.color, style: drawn.style,
        head: standing == .denied ? "▌" : standing == .conditional ? "▷" : "▶")
    }
    if hasDisputed {
      lines.append(
        Line(
          name: "disputed: one says so, another denies it", color: DrawnStanding.disputedColor,
          style: "double", head: "▶"))
    }
    lines += conflicts.map { grade in
      Line(
        name: grade == .conflicts
          ? "in conflict with another statement" : "differs from another statement",
        color: "#4D4D4D", style: "solid", head: grade == .conflicts ? "◆" : "◇")
    }
    if hasBackground {
      let drawn = DrawnStanding.background
      lines.append(Line(name: drawn.name, color: drawn.color, style: drawn.style, head: "▷"))
    }
    return lines
  }

  /// The elements in rows of up to a number of them, as long as each other.
  private static func rows<Element>(_ elements: [Element], of limit: Int) -> [ArraySlice<Element>] {
    guard !elements.isEmpty else { return [] }
    let count = (elements.count + limit - 1) / limit
    let width = (elements.count + count - 1) / count
    return stride(from: 0, to: elements.count, by: width).map {
      elements[$0..<min($0 + width, elements.count)]
    }
  }

  private func appendRow<Element>(
    _ elements: ArraySlice<Element>, to buffer: inout TextBuffer,
    cell: (Element, inout TextBuffer) -> Void
  ) {
    buffer.append("      <TR><TD><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"3\"><TR>")
    for element in elements { cell(element, &buffer) }
    buffer.append("</TR></TABLE></TD></TR>\n")
  }

  private func appendClass(_ drawn: DrawnClass, to buffer: inout TextBuffer) {
    var styles: [String] = []
    if drawn.style.contains("rounded") || drawn.shape == "ellipse" { styles.append("rounded") }
    if drawn.style.contains("dashed") { styles.append("dashed") }
    let border = drawn.style.contains("bold") || drawn.isDouble ? 2 : 1
    buffer.append("<TD BORDER=\"\(border)\" CELLPADDING=\"\(size(5))\"")
    buffer.append(" COLOR=\"\(drawn.color)\"")
    buffer.append(" BGCOLOR=\"\(drawn.fill)\" STYLE=\"\(styles.joined(separator: ","))\">")
    buffer.append("<FONT POINT-SIZE=\"\(size(11))\" COLOR=\"\(DrawnClass.textColor)\">")
    buffer.append("\(drawn.name)</FONT></TD>")
  }

  private func appendStanding(_ line: Line, to buffer: inout TextBuffer) {
    let isDouble = line.style == "double"
    buffer.append("<TD CELLPADDING=\"0\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\">")
    buffer.append("<TR><TD BORDER=\"2\" SIDES=\"B\" FIXEDSIZE=\"TRUE\"")
    buffer.append(" WIDTH=\"\(size(34))\" HEIGHT=\"\(size(8))\"")
    buffer.append(" COLOR=\"\(isDouble ? "#4D4D4D" : line.color)\"")
    buffer.append(" STYLE=\"\(isDouble ? "solid" : line.style)\"></TD></TR>")
    buffer.append("<TR><TD WIDTH=\"\(size(34))\" HEIGHT=\"\(size(6))\" FIXEDSIZE=\"TRUE\"")
    buffer.append(isDouble ? " BORDER=\"2\" SIDES=\"T\" COLOR=\"\(line.color)\">" : ">")
    buffer.append("</TD></TR></TABLE></TD>")
    buffer.append("<TD CELLPADDING=\"0\"><FONT POINT-SIZE=\"\(size(9))\" COLOR=\"\(line.color)\">")
    buffer.append("\(line.head)</FONT></TD><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"\(size(11))\">")
    buffer.append("\(line.name)&#160;&#160;</FONT></TD>")
  }

  private func size(_ points: Int) -> Int { Int((Double(points) * scale).rounded()) }

  private func appendLine(_ text: String, size points: Int, bold: Bool, to buffer: inout TextBuffer)
  {
    buffer.append("      <TR><TD><FONT POINT-SIZE=\"\(size(points))\">\(bold ? "<B>" : "")")
    DOTText.appendMarkup(text, to: &buffer)
    buffer.append("\(bold ? "</B>" : "")</FONT></TD></TR>\n")
  }
}
