/// An article with its sentences annotated.
public struct AnnotatedArticle: Sendable, Hashable {
  /// The article.
  public var article: Article
  /// The sentences of all blocks that are read, in text order.
  public var sentences: [AnnotatedSentence]

  /// Makes an annotated article.
  public init(article: Article, sentences: [AnnotatedSentence]) {
    self.article = article
    self.sentences = sentences
  }
}
