import Extraction

/// Tells whether a text is broken into lines of a fixed width, and which lines go on in the next.
///
/// Where an editor wrapped a paragraph, the first word of the next line would not have fitted on
/// the line before. Lines that are sentences or paragraphs of their own do not show that.
struct LineWrapping {
  private let lines: [TextLine]
  private let scalars: [Unicode.Scalar]
  private let width: Int?

  init(_ lines: [TextLine], of text: ArticleText) {
    self.lines = lines
    scalars = text.scalars
    width = LineWrapping.width(lines, text.scalars)
  }

  /// Whether the line's paragraph goes on in the next line.
  func continues(_ index: Int) -> Bool {
    guard let width, index + 1 < lines.count, !lines[index].isBlank, !lines[index + 1].isBlank,
      lines[index + 1].indentation <= lines[index].indentation
    else { return false }
    return LineWrapping.isFull(index, lines, scalars, width)
  }

  /// The width that the text is wrapped at, or nothing where it is not wrapped.
  private static func width(_ lines: [TextLine], _ scalars: [Unicode.Scalar]) -> Int? {
    let inner = lines.indices.dropLast().filter { !lines[$0].isBlank && !lines[$0 + 1].isBlank }
    guard inner.count >= 3 else { return nil }
    let lengths = inner.map { lines[$0].indentation + lines[$0].range.count }.sorted()
    let width = lengths[(lengths.count - 1) * 95 / 100]
    guard (40...100).contains(width) else { return nil }
    let full = inner.count { isFull($0, lines, scalars, width) }
    return full * 10 >= inner.count * 6 ? width : nil
  }

  private static func isFull(
    _ index: Int, _ lines: [TextLine], _ scalars: [Unicode.Scalar], _ width: Int
  ) -> Bool {
    let next = lines[index + 1].range
    var end = next.begin
    while end < next.end, !scalars[end].isSpace { end += 1 }
    let length = lines[index].indentation + lines[index].range.count
    return length <= width + 8 && length + 1 + end - next.begin > width
  }
}
