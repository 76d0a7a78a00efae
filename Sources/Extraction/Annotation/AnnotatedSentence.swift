/// A sentence with its tokens, their dependency tree and the names in it.
public struct AnnotatedSentence: Sendable, Hashable {
  /// Where the sentence stands in the article's text, in code points.
  public var range: TextRange
  /// The kind of the block that the sentence stands in.
  public var block: Block.Kind
  /// The words in text order.
  public var tokens: [Token]
  /// The names in text order, without overlap.
  public var names: [NameSpan]
  /// Whether the sentence is the first of its block.
  public var beginsBlock: Bool

  /// Makes a sentence.
  public init(
    range: TextRange, block: Block.Kind, tokens: [Token], names: [NameSpan] = [],
    beginsBlock: Bool = false
  ) {
    self.range = range
    self.block = block
    self.tokens = tokens
    self.names = names
    self.beginsBlock = beginsBlock
  }
}
