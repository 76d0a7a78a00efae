import Extraction

/// A paragraph or a line that stands by itself, before it is known what it is.
struct Passage: Hashable {
  /// Where the passage stands, without white space at its ends; never empty.
  var range: TextRange
  /// Whether a blank line stands before it.
  var hasBlankBefore: Bool
  /// What the markup says that it is; nothing in plain text.
  var hint: Block.Kind?
  /// The beginning of the passage, folded; the whole passage where `isShort`.
  let folded: String
  /// Whether `folded` is the whole passage.
  let isShort: Bool
  /// The number of words, counted up to 100.
  let wordCount: Int
  /// The last character that is neither a closing quote nor a closing bracket.
  let lastMark: Unicode.Scalar
  /// Whether a closing bracket is the very last character, as behind `(AFP)`.
  let endsInBracket: Bool

  private static let foldedLength = 240

  init(_ range: TextRange, of text: ArticleText, hasBlankBefore: Bool, hint: Block.Kind? = nil) {
    self.range = range
    self.hasBlankBefore = hasBlankBefore
    self.hint = hint
    let scalars = text.scalars[range.begin..<range.end]
    isShort = scalars.count <= Passage.foldedLength
    folded = Folding.fold(scalars.prefix(Passage.foldedLength))
    wordCount = Passage.countWords(scalars)
    lastMark = scalars.last { !Passage.closers.contains($0) } ?? "."
    endsInBracket = scalars.last == ")" || scalars.last == "]"
  }

  /// Whether the passage ends as a sentence does.
  var endsSentence: Bool { [".", "!", "?", "\u{2026}", "\u{3002}"].contains(lastMark) }

  /// Whether the passage is running text: a sentence of some length, or many words.
  var isRunningText: Bool { (endsSentence && wordCount >= 8) || wordCount >= 30 }

  private static let closers: Set<Unicode.Scalar> = [
    "\"", "'", "\u{2019}", "\u{201D}", ")", "]", "\u{BB}", "*", "_", "\u{200B}",
  ]

  private static func countWords(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var count = 0
    var isInside = false
    for scalar in scalars {
      let isSpace = scalar.isSpace
      if isInside, isSpace {
        count += 1
        if count == 100 { return 100 }
      }
      isInside = !isSpace
    }
    return count + (isInside ? 1 : 0)
  }
}

extension Passage {
  /// Cuts a text into paragraphs and lines that stand by themselves; wrapped lines are joined.
  static func passages(of text: ArticleText) -> [Passage] {
    let lines = TextLine.lines(of: text)
    let wrapping = LineWrapping(lines, of: text)
    var passages: [Passage] = []
    var begin: Int?
    var hasBlankBefore = true
    for (index, line) in lines.enumerated() {
      guard !line.isBlank else {
        hasBlankBefore = true
        continue
      }
      if begin == nil { begin = line.range.begin }
      if wrapping.continues(index) { continue }
      let range = TextRange(begin ?? line.range.begin, line.range.end)
      passages.append(Passage(range, of: text, hasBlankBefore: hasBlankBefore))
      begin = nil
      hasBlankBefore = false
    }
    return passages
  }
}
