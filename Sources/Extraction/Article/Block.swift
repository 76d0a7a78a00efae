/// A typed range of an article's text: a paragraph, a caption, a line of boilerplate.
public struct Block: Hashable, Sendable {
  /// What a block of an article is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The title line of the article, where it stands in the text.
    case headline
    /// A place, and sometimes a date and an agency, before the first sentence: `MOSCOW (AP) —`.
    case dateline
    /// Running text.
    case paragraph
    /// The words under a picture.
    case caption
    /// A heading between paragraphs.
    case heading
    /// A quotation set off from the text.
    case quote
    /// What is not news: links to other articles, time stamps, credits, cookie notices.
    case boilerplate
  }

  /// What the block is.
  public var kind: Kind
  /// Where the block stands in the article's text, in code points.
  public var range: TextRange

  /// Makes a block of `kind` at `range`.
  public init(_ kind: Kind, _ range: TextRange) {
    self.kind = kind
    self.range = range
  }

  /// Whether claims are read from the block; boilerplate and datelines are not read.
  public var isRead: Bool { kind != .boilerplate && kind != .dateline }
}
