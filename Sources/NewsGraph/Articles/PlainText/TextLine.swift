import Extraction

/// A line of a text, without the white space at its ends.
struct TextLine: Hashable {
  /// Where the line stands; empty for a blank line.
  var range: TextRange
  /// The number of code points of white space before its first word.
  var indentation: Int

  var isBlank: Bool { range.isEmpty }
}

extension TextLine {
  /// Cuts a text into its lines.
  static func lines(of text: ArticleText) -> [TextLine] {
    let scalars = text.scalars
    var lines: [TextLine] = []
    var begin = 0
    while begin < scalars.count {
      var end = begin
      while end < scalars.count, !scalars[end].isLineBreak { end += 1 }
      lines.append(line(scalars, begin, end))
      let isPair = end + 1 < scalars.count && scalars[end] == "\r" && scalars[end + 1] == "\n"
      begin = end + (isPair ? 2 : 1)
    }
    return lines
  }

  private static func line(_ scalars: [Unicode.Scalar], _ begin: Int, _ end: Int) -> TextLine {
    var first = begin
    while first < end, scalars[first].isSpace { first += 1 }
    var last = end
    while last > first, scalars[last - 1].isSpace { last -= 1 }
    return TextLine(range: TextRange(first, last), indentation: first - begin)
  }
}
