/// Reads articles: from sentences to entities and claims.
public struct Extractor: Sendable {
  private let knowledge: Knowledge
  private let resolver: EntityResolver
  private let claimExtractor: ClaimExtractor

  /// Makes an extractor over an ontology, a lexicon and a gazetteer.
  public init(knowledge: Knowledge) {
    self.knowledge = knowledge
    resolver = EntityResolver(knowledge: knowledge)
    claimExtractor = ClaimExtractor(knowledge: knowledge)
  }

  /// Reads one article; the result depends on the article and the knowledge alone.
  public func extract(_ annotated: AnnotatedArticle) -> ExtractedArticle {
    let resolved = resolver.resolve(annotated)
    let claims = claimExtractor.claims(in: resolved)
    return EntityListing(resolved: resolved, gazetteer: knowledge.gazetteer).article(with: claims)
  }
}
