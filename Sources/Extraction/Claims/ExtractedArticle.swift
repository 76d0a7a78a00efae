/// What was read from one article: its entities and the claims about them.
public struct ExtractedArticle: Sendable, Hashable {
  /// The article.
  public var article: Article
  /// The entities, in the order of their first mention; claims refer to them by index.
  public var entities: [Entity]
  /// The claims in text order.
  public var claims: [Claim]

  /// Makes the reading of an article.
  public init(article: Article, entities: [Entity], claims: [Claim]) {
    self.article = article
    self.entities = entities
    self.claims = claims
  }
}
