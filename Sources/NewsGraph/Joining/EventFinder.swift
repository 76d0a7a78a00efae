import Extraction

/// Finds what `EventReader` finds in the graph of a corpus, from the traces of its articles.
struct EventFinder {
  private let pipeline: Pipeline
  /// The articles and entities of the corpus.
  private let graph: KnowledgeGraph
  private var findings: [EventReader.Site: EventReader.Findings] = [:]
  private var placement = Hierarchy()
  private var offices = Hierarchy()
  /// The names that articles give by common nouns alone.
  private var sites: [(site: EventReader.Site, name: String)] = []
  private var roles: [String: (event: Bool, placement: Bool, office: Bool)] = [:]

  init(_ pipeline: Pipeline, _ graph: KnowledgeGraph) {
    self.pipeline = pipeline
    self.graph = graph
  }

  /// Adds what an article says.
  mutating func add(_ traces: RoleTraces, of article: String, _ resolved: [ResolvedName]) {
    note(traces, article, resolved)
    let iris = resolved.map(\.iri)
    for claim in surest(traces, resolved, iris) {
      let key = pipeline.builder.key(of: claim, iris)
      let role = role(of: key.predicate)
      let isAffirming = claim.modality == .asserted || claim.modality == .alleged
      if isAffirming, case .iri(let object) = key.object {
        if role.placement { placement.add(key.subject, below: object) }
        if role.office { offices.add(key.subject, below: object) }
      }
      guard role.event, claim.basis == .read, isAffirming || claim.modality == .planned,
        let part = EventRole(key, in: graph, pipeline.ontology)
      else { continue }
      let site = EventReader.Site(node: part.event, article: article)
      findings[site, default: EventReader.Findings()]
        .add(part.part, date: claim.date, place: claim.place.map { iris[$0] })
    }
  }

  private mutating func role(
    of predicate: String
  ) -> (event: Bool, placement: Bool, office: Bool) {
    if let known = roles[predicate] { return known }
    let found = (
      event: EventRole.tells(predicate, pipeline.ontology),
      placement: Hierarchy.isPlacement(predicate, pipeline.ontology),
      office: Hierarchy.isOffice(predicate, pipeline.ontology)
    )
    roles[predicate] = found
    return found
  }

  /// Notes the events that the article names by common nouns alone.
  private mutating func note(
    _ traces: RoleTraces, _ article: String, _ resolved: [ResolvedName]
  ) {
    var namings: [IRI: (name: String, isMentioned: Bool, isNamed: Bool)] = [:]
    for (naming, name) in zip(traces.namings, resolved) where name.type == .event {
      guard graph.entities[name.iri]?.links.isEmpty == true else { continue }
      let known = namings[name.iri] ?? (name.name, false, false)
      namings[name.iri] = (
        name.name, known.isMentioned || naming != .notAtAll, known.isNamed || naming == .byName
      )
    }
    for (iri, naming) in namings where naming.isMentioned && !naming.isNamed {
      sites.append((EventReader.Site(node: iri, article: article), naming.name))
    }
  }

  /// The claims that the graph keeps: of two readings of one clause the surest, as
  /// `Evidence.merged` chooses.
  private func surest(
    _ traces: RoleTraces, _ resolved: [ResolvedName], _ iris: [IRI]
  ) -> [Claim] {
    var order: [ClaimName] = []
    var byName: [ClaimName: [Claim]] = [:]
    for claim in traces.claims where pipeline.builder.isPossible(claim, traces.types, resolved) {
      let key = pipeline.builder.key(of: claim, iris)
      if key.object == .iri(key.subject) { continue }
      let name = ClaimName(
        key: key, range: claim.range, modality: claim.modality,
        claimants: Set(claim.attributedTo.map { iris[$0] }))
      if byName[name] == nil { order.append(name) }
      byName[name, default: []].append(claim)
    }
    return order.compactMap { name in
      guard let claims = byName[name], claims.count > 1 else { return byName[name]?.first }
      let pieces = claims.compactMap { pipeline.builder.statement(of: $0, iris: iris, article: "") }
      let best = Evidence.merged(pieces.flatMap(\.evidence)).first
      return zip(claims, pieces).first { $1.evidence.first == best }?.0
    }
  }

  /// What makes claims of one article one claim.
  private struct ClaimName: Hashable {
    var key: Statement.Key
    var range: TextRange
    var modality: Modality
    var claimants: Set<IRI>
  }

  /// What becomes one node, and the name of the node.
  func nodes() -> [(EventCluster, IRI)] {
    let occurrences = sites.compactMap { site, name -> EventOccurrence? in
      guard let noun = pipeline.events.kinds.noun(of: name) else { return nil }
      return (findings[site] ?? EventReader.Findings())
        .occurrence(at: site, name: name, noun: noun, placement, offices)
    }
    return pipeline.events.nodes(of: occurrences.sorted(), in: graph)
  }
}
