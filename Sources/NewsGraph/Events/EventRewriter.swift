import Extraction

/// Puts new nodes in the places of events, article by article.
struct EventRewriter {
  /// What the rules of the statements of events begin with.
  static let rulePrefix = "event-node:"

  private let graph: KnowledgeGraph
  private let ontology: Ontology
  private let minter: IRIMinter
  /// The new node for an old one in an article.
  private var replacements: [Site: IRI] = [:]
  private var clusters: [IRI: EventCluster] = [:]
  /// The old nodes.
  private var replaced: Set<IRI> = []

  private struct Site: Hashable {
    var node: IRI
    var article: String
  }

  init(graph: KnowledgeGraph, ontology: Ontology, minter: IRIMinter) {
    self.graph = graph
    self.ontology = ontology
    self.minter = minter
  }

  /// Notes that a cluster becomes a node.
  mutating func replace(_ cluster: EventCluster, by iri: IRI) {
    clusters[iri] = cluster
    for member in cluster.members {
      replaced.insert(member.node)
      replacements[Site(node: member.node, article: member.article)] = iri
    }
  }

  /// The graph with the new nodes.
  func rewritten() -> KnowledgeGraph {
    var result = KnowledgeGraph()
    for article in graph.articles.values { result.add(article) }
    for entity in graph.entities.values {
      for part in parts(of: entity) { result.add(part) }
    }
    // All evidence of a statement is added at once, as adding sorts it.
    var moving: [Statement.Key: Statement] = [:]
    for statement in graph.statements.values {
      guard names(anyReplacedIn: statement) else {
        result.add(statement)
        continue
      }
      for evidence in statement.evidence {
        guard let moved = moved(statement.key, evidence) else { continue }
        moving[moved.key, default: Statement(iri: moved.iri, key: moved.key, evidence: [])]
          .evidence += moved.evidence
      }
    }
    for statement in moving.values { result.add(statement) }
    for statement in attributes(in: result) { result.add(statement) }
    return result
  }

  // MARK: - Entities

  /// An entity, with the articles in which it became another node taken away, and those nodes.
  private func parts(of entity: EntityNode) -> [EntityNode] {
    let articles = entity.articles
    let moved = articles.filter { replacements[Site(node: entity.iri, article: $0)] != nil }
    guard !moved.isEmpty else { return [entity] }
    var parts = moved.compactMap { part(of: entity, in: $0) }
    if moved.count < articles.count {
      var rest = entity
      for article in moved { rest.mentions[article] = nil }
      rest.nameVoters = entity.nameVoters.mapValues { $0.subtracting(moved) }
        .filter { !$0.value.isEmpty }
      parts.append(rest)
    }
    return parts
  }

  private func part(of entity: EntityNode, in article: String) -> EntityNode? {
    guard let iri = replacements[Site(node: entity.iri, article: article)],
      let cluster = clusters[iri]
    else { return nil }
    let names = entity.nameVoters.filter { $0.value.contains(article) }.keys
    return EntityNode(
      iri: iri, type: .event, nameVoters: [cluster.name: [article]],
      aliases: entity.aliases.union(names),
      mentions: entity.mentions[article].map { [article: $0] } ?? [:])
  }

  // MARK: - Statements

  /// Whether a statement or its evidence names a node that becomes another one in some article.
  private func names(anyReplacedIn statement: Statement) -> Bool {
    statement.ends.contains(where: replaced.contains)
      || statement.evidence.contains { piece in
        piece.attributedTo.contains(where: replaced.contains)
          || piece.addressees.contains(where: replaced.contains)
          || piece.place.map(replaced.contains) == true
      }
  }

  private func node(_ iri: IRI, in article: String) -> IRI {
    replacements[Site(node: iri, article: article)] ?? iri
  }

  /// A piece of evidence with its statement, both with the new nodes; nothing where subject and
  /// object became one.
  private func moved(_ key: Statement.Key, _ evidence: Evidence) -> Statement? {
    let article = evidence.article
    var key = key
    var evidence = evidence
    key.subject = node(key.subject, in: article)
    if case .iri(let object) = key.object {
      let moved = node(object, in: article)
      if moved == key.subject { return nil }
      key.object = .iri(moved)
      if moved < key.subject, ontology.property(key.predicate)?.isSymmetric == true {
        (key.subject, key.object) = (moved, .iri(key.subject))
        evidence.isReversed.toggle()
      }
    }
    evidence.attributedTo = Set(evidence.attributedTo.map { node($0, in: article) }).sorted()
    evidence.addressees = Set(evidence.addressees.map { node($0, in: article) }).sorted()
    evidence.place = evidence.place.map { node($0, in: article) }
    return statement(key, evidence)
  }

  private func statement(_ key: Statement.Key, _ evidence: Evidence) -> Statement {
    let iri = minter.statement(key)
    var evidence = evidence
    evidence.iri = minter.claim(
      statement: iri, article: evidence.article, range: evidence.range,
      modality: evidence.modality, attributedTo: evidence.attributedTo)
    return Statement(iri: iri, key: key, evidence: [evidence])
  }

  // MARK: - Day, place and sort

  /// The statements of the day, place and sort of the new nodes.
  ///
  /// Each takes over the passage, modality and claimants of a claim that gives it, so that nothing
  /// becomes a fact that an article does not say in its own voice.
  private func attributes(in result: KnowledgeGraph) -> [Statement] {
    var best: [Standing: (key: Statement.Key, evidence: Evidence)] = [:]
    for statement in result.sortedStatements {
      guard let role = EventRole(statement.key, in: result, ontology),
        let cluster = clusters[role.event]
      else { continue }
      for evidence in statement.evidence where evidence.tellsOfEvents {
        for (key, rule) in attributes(of: cluster, role.event, by: evidence, in: result)
        where result.statements[key]?.articles.contains(evidence.article) != true {
          let standing = Standing(
            key: key, article: evidence.article, modality: evidence.modality,
            claimants: evidence.attributedTo)
          if let known = best[standing], known.evidence <= evidence { continue }
          var piece = evidence
          piece.rule = rule
          best[standing] = (key, piece)
        }
      }
    }
    return best.values.map { self.statement($0.key, $0.evidence) }
  }

  /// What tells pieces of evidence for one attribute apart: who says so, where and how.
  private struct Standing: Hashable {
    var key: Statement.Key
    var article: String
    var modality: Modality
    var claimants: [IRI]
  }

  private func attributes(
    of cluster: EventCluster, _ event: IRI, by evidence: Evidence, in result: KnowledgeGraph
  ) -> [(Statement.Key, String)] {
    var found = [
      (
        Statement.Key(
          subject: event, predicate: "eventKind", object: .literal(Literal(cluster.noun.kind))),
        Self.rulePrefix + "kind"
      )
    ]
    if let day = cluster.day, evidence.date.flatMap(DateSpan.init(iso:))?.day == day {
      let value = Literal(day.description, datatype: XSD.date)
      found.append(
        (
          Statement.Key(subject: event, predicate: "occurredOn", object: .literal(value)),
          Self.rulePrefix + "day"
        ))
    }
    if let place = evidence.place, let type = result.entities[place]?.type,
      ontology.allows("tookPlaceIn", subject: .event, object: type)
    {
      found.append(
        (
          Statement.Key(subject: event, predicate: "tookPlaceIn", object: .iri(place)),
          Self.rulePrefix + "place"
        ))
    }
    return found.filter { ontology.property($0.0.predicate) != nil }
  }
}
