public import Extraction

/// Turns what was read from articles into a graph.
public struct GraphBuilder: Sendable {
  private let minter: IRIMinter
  private let ontology: Ontology

  /// Makes a builder.
  public init(ontology: Ontology, minter: IRIMinter = .standard) {
    self.ontology = ontology
    self.minter = minter
  }

  /// The graph of one article.
  public func graph(of reading: ExtractedArticle) -> KnowledgeGraph {
    var graph = KnowledgeGraph()
    let article = reading.article
    graph.add(node(of: article))
    let iris = reading.entities.map { minter.entity($0, in: article.id) }
    for (entity, iri) in zip(reading.entities, iris) {
      graph.add(node(of: entity, iri: iri, article: article.id))
    }
    for claim in reading.claims {
      if let statement = statement(of: claim, iris: iris, article: article.id) {
        graph.add(statement)
      }
    }
    return graph
  }

  private func node(of article: Article) -> ArticleNode {
    ArticleNode(
      iri: minter.article(article), id: article.id, title: article.title,
      published: article.published, publisher: article.publisher, authors: article.authors,
      language: article.language, characterCount: article.text.count)
  }

  private func node(of entity: Entity, iri: IRI, article: String) -> EntityNode {
    EntityNode(
      iri: iri, type: entity.type, nameVoters: [entity.name: [article]],
      aliases: Set(entity.aliases), links: entity.link.map { [$0] } ?? [],
      mentions: [article: entity.mentions])
  }

  private func statement(of claim: Claim, iris: [IRI], article: String) -> Statement? {
    let key = key(of: claim, iris)
    // Two entities of an article may turn out to be one node; nothing is said of a node and itself.
    if key.object == .iri(key.subject) { return nil }
    let iri = minter.statement(key)
    let claimants = Set(claim.attributedTo.map { iris[$0] }).sorted()
    let evidence = Evidence(
      iri: minter.claim(
        statement: iri, article: article, range: claim.range, modality: claim.modality,
        attributedTo: claimants),
      article: article, modality: claim.modality, attributedTo: claimants, date: claim.date,
      place: claim.place.map { iris[$0] }, range: claim.range, sentenceRange: claim.sentenceRange,
      confidence: claim.confidence, rule: claim.rule, basis: claim.basis,
      bound: claim.bound)
    return Statement(iri: iri, key: key, evidence: [evidence])
  }

  /// What a claim states; symmetric properties have the IRI that sorts first as their subject, so
  /// that `A met B` and `B met A` are one statement.
  private func key(of claim: Claim, _ iris: [IRI]) -> Statement.Key {
    switch claim.object {
    case .literal(let value, let datatype):
      return Statement.Key(
        subject: iris[claim.subject], predicate: claim.predicate,
        object: .literal(Literal(value, datatype: XSD.datatype(datatype))))
    case .entity(let index):
      var ends = (iris[claim.subject], iris[index])
      if ontology.property(claim.predicate)?.isSymmetric == true, ends.1 < ends.0 {
        ends = (ends.1, ends.0)
      }
      return Statement.Key(subject: ends.0, predicate: claim.predicate, object: .iri(ends.1))
    }
  }
}
