extension ReportOutline {
  /// The outline in Markdown.
  var markdown: String {
    var text = ""
    var last: Block?
    for block in blocks {
      switch block {
      case .heading(let level, let title):
        if case .heading = last {} else if last != nil { text += "\n" }
        text += "\(String(repeating: "#", count: level)) \(MarkdownText.escaped(title))\n\n"
      case .paragraph(let words):
        if case .heading = last {} else if last != nil { text += "\n" }
        text += MarkdownText.escaped(words) + "\n"
      case .item(let level, let words):
        if case .paragraph = last { text += "\n" }
        text += "\(String(repeating: "  ", count: level))- \(MarkdownText.escaped(words))\n"
      }
      last = block
    }
    return text
  }

  /// The outline as plain text of lines no longer than a number of characters, but for longer
  /// words.
  func text(width: Int) -> String {
    var text = ""
    var last: Block?
    for block in blocks {
      switch block {
      case .heading(let level, let title):
        text += last == nil ? "" : "\n"
        let lines = PlainText.wrapped(
          level == 2 ? title.uppercased() : title, first: "", next: "", width: width)
        text += lines
        let longest = lines.split(separator: "\n").map(\.count).max() ?? 0
        if level < 3 { text += String(repeating: level == 1 ? "=" : "-", count: longest) + "\n" }
      case .paragraph(let words):
        text += PlainText.wrapped(words, first: "", next: "", width: width)
      case .item(let level, let words):
        let indent = String(repeating: "  ", count: level + 1)
        text += PlainText.wrapped(words, first: "\(indent)- ", next: "\(indent)  ", width: width)
      }
      last = block
    }
    return text
  }
}
