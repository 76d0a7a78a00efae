import Extraction

/// What is kept of an article until all articles are read: all but its text.
struct CorpusArticle: Sendable {
  /// The article's node.
  var node: ArticleNode
  /// The entities, in the order of their first mention.
  var entities: [Entity]
  /// The claims about them, by index.
  var claims: [Claim]
  /// What the article says of each entity that tells it from its namesakes.
  var contexts: [EntityContext]
  /// The traces of the wording, by which copies are found.
  var wording: ArticleWording
  /// The words of the mentions of each entity, where they are wanted.
  var mentionTexts: [[String]] = []
}
