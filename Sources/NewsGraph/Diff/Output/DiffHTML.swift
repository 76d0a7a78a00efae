import Extraction
import Foundation

/// Differences as one page that needs nothing else: the numbers, a drawing, a table.
struct DiffHTML {
  private let diff: GraphDiff
  private let options: GraphDiff.WritingOptions
  private let drawing: DiffDrawing

  init(_ diff: GraphDiff, _ options: GraphDiff.WritingOptions) {
    self.diff = diff
    self.options = options
    drawing = DiffDrawing(diff, limit: options.drawnLimit)
  }

  /// Writes the page; the sink stays open.
  ///
  /// Where Graphviz is not installed, the page says so in the place of the drawing.
  func write(to sink: OutputSink) throws {
    var buffer = TextBuffer(capacity: OutputSink.chunkSize)
    buffer.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    append(drawing.title, &buffer)
    buffer.append("</title>\n<style>\n\(Self.style)</style>\n</head>\n<body>\n<h1>")
    append(drawing.title, &buffer)
    buffer.append("</h1>\n")
    let numbers = diff.isSame ? ["Nothing changed."] : DiffWords.numbers(diff)
    for line in numbers + diff.notes { paragraph(line, &buffer) }
    if !drawing.edges.isEmpty {
      buffer.append("<figure>\n")
      buffer.append(try svg())
      buffer.append("</figure>\n")
      if drawing.omittedCount > 0 {
        paragraph("The drawing leaves out \(drawing.omittedCount) changes.", &buffer)
      }
    }
    try buffer.flush(to: sink)
    let all = DiffDrawing(diff, limit: nil)
    table(
      "Statements", ["", "Statement", "Before", "Now", "Articles"],
      all.edges.filter { $0.change != .context }.map { edge in
        (
          edge.change,
          [
            edge.text, edge.before, edge.after + (edge.note.isEmpty ? "" : ", \(edge.note)"),
            edge.articles.joined(separator: ", "),
          ]
        )
      }, &buffer)
    if let knowledge = diff.knowledge {
      table(
        "Conflicts", ["", "Conflict"],
        knowledge.conflicts.map { ($0.isNew ? .added : .removed, [DiffWords.line($0)]) }, &buffer)
      table("Entities", ["", "Entity"], knowledge.entities.map(Self.row), &buffer)
      table(
        "Articles", ["", "Article", "Id"],
        knowledge.articles.map { article in
          (
            article.old == nil ? .added : article.new == nil ? .removed : .changed,
            [article.title, article.id]
          )
        }, &buffer)
    }
    buffer.append("</body>\n</html>\n")
    try buffer.flush(to: sink)
  }

  private static func row(_ change: EntityChange) -> (DiffDrawing.Change, [String]) {
    switch change.kinds.first {
    case .appeared: (.added, change.new.map { "\($0.name) (\($0.type.rawValue))" })
    case .gone: (.removed, change.old.map { "\($0.name) (\($0.type.rawValue))" })
    default: (.changed, [DiffWords.line(change)])
    }
  }

  /// The drawing, without the lines that only a file of its own has.
  private func svg() throws -> String {
    let renderer: GraphvizRenderer
    do {
      renderer = try GraphvizRenderer()
    } catch GraphvizError.notInstalled {
      return "<p class=\"missing\">Graphviz is not installed; the drawing is left out.</p>\n"
    }
    let sink = OutputSink.memory()
    try renderer.draw(source: DiffDOT(drawing).text, as: .svg, to: sink)
    let text = sink.text
    guard let begin = text.range(of: "<svg") else { return "" }
    return String(text[begin.lowerBound...])
  }

  private func append(_ text: String, _ buffer: inout TextBuffer) {
    DOTText.appendMarkup(text, to: &buffer)
  }

  private func paragraph(_ text: String, _ buffer: inout TextBuffer) {
    buffer.append("<p>")
    append(text, &buffer)
    buffer.append("</p>\n")
  }

  private func table(
    _ title: String, _ header: [String], _ rows: [(DiffDrawing.Change, [String])],
    _ buffer: inout TextBuffer
  ) {
    guard !rows.isEmpty else { return }
    buffer.append("<h2>\(title)</h2>\n<table>\n<tr>")
    for name in header { buffer.append("<th>\(name)</th>") }
    buffer.append("</tr>\n")
    for (change, cells) in rows {
      let look = DiffDOT.Look(change)
      buffer.append("<tr class=\"\(change.rawValue)\"><td class=\"sign\">")
      buffer.append("\(look.sign)\(look.name)</td>")
      for cell in cells {
        buffer.append("<td>")
        append(cell, &buffer)
        buffer.append("</td>")
      }
      buffer.append("</tr>\n")
    }
    buffer.append("</table>\n")
  }

  private static let style: String = {
    var text = """
      body { font: 15px/1.45 Helvetica, Arial, sans-serif; color: #1a1a1a; margin: 2em auto;
        max-width: 75em; padding: 0 1em; }
      h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 1.8em; }
      figure { margin: 1.5em 0; overflow: auto; max-height: 85vh; border: 1px solid #ddd; }
      figure svg { display: block; margin: auto; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; vertical-align: top; padding: .35em .7em; }
      th { border-bottom: 2px solid #888; } td { border-bottom: 1px solid #ddd; }
      td.sign { white-space: nowrap; font-weight: bold; border-left-width: 5px; }

      """
    for change in DiffDrawing.Change.allCases {
      let look = DiffDOT.Look(change)
      text += "tr.\(change.rawValue) td.sign { color: \(look.color); "
      text += "border-left-style: \(look.style); border-left-color: \(look.color); }\n"
    }
    return text
  }()
}
