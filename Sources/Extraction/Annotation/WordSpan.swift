/// A syntactic word as the tokeniser cuts it: where it stands and whether it is glued on.
public struct WordSpan: Sendable, Hashable {
  /// Where the word stands in the article's text, in code points.
  public var range: TextRange
  /// Whether the word is the first part or a middle part of one orthographic word: `do` in `don't`.
  public var joinsNext: Bool

  /// Makes a word at `range`.
  public init(_ range: TextRange, joinsNext: Bool = false) {
    self.range = range
    self.joinsNext = joinsNext
  }
}
