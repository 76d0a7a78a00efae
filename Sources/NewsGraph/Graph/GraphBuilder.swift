public import Extraction

/// Turns what was read from articles into a graph.
public struct GraphBuilder: Sendable {
  let minter: IRIMinter
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
      graph.add(node(of: entity, iri: iri, name: entity.name, type: entity.type, article.id))
    }
    for claim in reading.claims {
      if let statement = statement(of: claim, iris: iris, article: article.id) {
        graph.add(statement)
      }
    }
    return graph
  }

  /// The graph of articles whose entities are joined as a resolution says.
  ///
  /// - Parameters:
  ///   - articles: The articles; their entities and claims are gone afterwards, so that they do
  ///     not take memory beside the graph.
  ///   - names: What became of the entities of the same articles.
  func graph(of articles: inout [CorpusArticle], _ names: EntityNames) -> KnowledgeGraph {
    var graph = KnowledgeGraph()
    for number in articles.indices {
      let article = articles[number]
      articles[number].entities = []
      articles[number].claims = []
      articles[number].contexts = []
      add(article, names[number], to: &graph)
    }
    return graph
  }

  /// Adds an article to a graph.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - resolved: What each of its entities is in the corpus.
  ///   - graph: The graph of other articles.
  func add(
    _ article: CorpusArticle, _ resolved: [ResolvedName], to graph: inout KnowledgeGraph
  ) {
    graph.add(article.node)
    for (entity, joined) in zip(article.entities, resolved) {
      graph.add(
        node(of: entity, iri: joined.iri, name: joined.name, type: joined.type, article.node.id))
    }
    let iris = resolved.map(\.iri)
    let types = article.entities.map(\.type)
    for claim in article.claims where isPossible(claim, types, resolved) {
      if let statement = statement(of: claim, iris: iris, article: article.node.id) {
        graph.add(statement)
      }
    }
  }

  /// Whether domain and range still admit a claim whose entities have got another class.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - types: The classes that its article gives to the entities.
  ///   - resolved: What each of them is in the corpus.
  func isPossible(_ claim: Claim, _ types: [EntityType], _ resolved: [ResolvedName]) -> Bool {
    if OpenPredicate.isOpen(claim.predicate) { return true }
    let subject = resolved[claim.subject].type
    switch claim.object {
    case .entity(let object):
      if subject == types[claim.subject], resolved[object].type == types[object] { return true }
      return ontology.allows(claim.predicate, subject: subject, object: resolved[object].type)
    case .literal:
      return subject == types[claim.subject]
        || ontology.allowsSubject(claim.predicate, subject)
    }
  }

  /// The node of an article.
  func node(of article: Article) -> ArticleNode {
    ArticleNode(
      iri: minter.article(article), id: article.id, title: article.title,
      published: article.published, publisher: article.publisher, authors: article.authors,
      language: article.language, characterCount: article.text.count)
  }

  private func node(
    of entity: Entity, iri: IRI, name: String, type: EntityType, _ article: String
  ) -> EntityNode {
    EntityNode(
      iri: iri, type: type, nameVoters: [name: [article]],
      aliases: Set(entity.aliases).union([entity.name]).subtracting([name]),
      links: entity.link.map { [$0] } ?? [],
      mentions: [article: entity.mentions])
  }

  func statement(of claim: Claim, iris: [IRI], article: String) -> Statement? {
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
      isReversed: isReversed(claim, key, iris),
      addressees: Set(claim.addressees.map { iris[$0] }).sorted(), content: claim.content,
      unit: claim.unit, bound: claim.bound)
    return Statement(iri: iri, key: key, evidence: [evidence])
  }

  private func isReversed(_ claim: Claim, _ key: Statement.Key, _ iris: [IRI]) -> Bool {
    key.predicate == claim.predicate && key.subject != iris[claim.subject]
  }

  /// What a claim states.
  ///
  /// Symmetric properties have the IRI that sorts first as their subject, so that `A met B` and `B
  /// met A` are one statement; of a property and its inverse, the ontology says which one is written.
  func key(of claim: Claim, _ iris: [IRI]) -> Statement.Key {
    switch claim.object {
    case .literal(let value, let datatype):
      return Statement.Key(
        subject: iris[claim.subject], predicate: claim.predicate,
        object: .literal(Literal(value, datatype: XSD.datatype(datatype))))
    case .entity(let index):
      var ends = (iris[claim.subject], iris[index])
      if let written = ontology.property(claim.predicate)?.writtenAs {
        return Statement.Key(subject: ends.1, predicate: written, object: .iri(ends.0))
      }
      if ontology.property(claim.predicate)?.isSymmetric == true, ends.1 < ends.0 {
        ends = (ends.1, ends.0)
      }
      return Statement.Key(subject: ends.0, predicate: claim.predicate, object: .iri(ends.1))
    }
  }
}
