import Extraction

/// What is kept of an article until all articles are read: all but its text.
public struct CorpusArticle: Sendable {
  /// The article's node.
  public var node: ArticleNode
  /// The entities, in the order of their first mention.
  public var entities: [Entity]
  /// The claims about them, by index.
  public var claims: [Claim]
  /// The traces of the wording, by which copies are found.
  var wording: ArticleWording
  /// The words of the mentions of each entity, where they are wanted.
  var mentionTexts: [[String]] = []
}
