import Extraction

/// Finds what `EventReader` finds in the graph of a corpus, from the traces of its articles.
///
/// An event without a day becomes another node only where its article names one that has a day: of
/// articles without such an event nothing is kept.
struct EventFinder {
  /// What an article says of an event that it names by common nouns alone.
  private struct Finding {
    var site: EventReader.Site
    var name: String
    var noun: EventKinds.Noun
    var told: EventReader.Findings
  }

  private let pipeline: Pipeline
  private var found: [Finding] = []
  /// The entities that these name.
  private var graph = KnowledgeGraph()
  private var placement = Hierarchy()
  private var offices = Hierarchy()
  private var roles: [String: (event: Bool, placement: Bool, office: Bool)] = [:]

  init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  /// Adds what an article says.
  mutating func add(_ traces: RoleTraces, of article: String, _ entries: [MappedNames.Entry]) {
    let resolved = entries.map(\.name)
    let iris = resolved.map(\.iri)
    let events = Set(resolved.lazy.filter { $0.type == .event }.map(\.iri))
    var told: [IRI: EventReader.Findings] = [:]
    for claim in surest(traces, resolved, iris) {
      let key = pipeline.builder.key(of: claim, iris)
      let role = role(of: key.predicate)
      let isAffirming = claim.modality == .asserted || claim.modality == .alleged
      if isAffirming, case .iri(let object) = key.object {
        if role.placement { placement.add(key.subject, below: object) }
        if role.office { offices.add(key.subject, below: object) }
      }
      guard role.event, claim.basis == .read, isAffirming || claim.modality == .planned,
        let part = EventRole(key, pipeline.ontology, isEvent: events.contains)
      else { continue }
      told[part.event, default: EventReader.Findings()]
        .add(part.part, date: claim.date, place: claim.place.map { iris[$0] })
    }
    let found = nameless(traces, entries).compactMap { iri, name -> Finding? in
      guard let noun = pipeline.events.kinds.noun(of: name) else { return nil }
      return Finding(
        site: EventReader.Site(node: iri, article: article), name: name, noun: noun,
        told: told[iri] ?? EventReader.Findings())
    }
    guard found.contains(where: { $0.told.hasDay }) else { return }
    self.found += found
    let named = found.reduce(into: Set<IRI>()) { $0.formUnion($1.told.entities) }
    for name in resolved where named.contains(name.iri) && graph.entities[name.iri] == nil {
      graph.add(EntityNode(iri: name.iri, type: name.type, nameVoters: [name.name: []]))
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

  /// The events that the article names by common nouns alone, and their names.
  private func nameless(
    _ traces: RoleTraces, _ entries: [MappedNames.Entry]
  ) -> [(IRI, String)] {
    var namings: [IRI: (name: String, isMentioned: Bool, isNamed: Bool)] = [:]
    for (naming, entry) in zip(traces.namings, entries) where entry.name.type == .event {
      if entry.hasLinks { continue }
      let known = namings[entry.name.iri] ?? (entry.name.name, false, false)
      namings[entry.name.iri] = (
        entry.name.name, known.isMentioned || naming != .notAtAll,
        known.isNamed || naming == .byName
      )
    }
    return namings.filter { $0.value.isMentioned && !$0.value.isNamed }
      .map { ($0.key, $0.value.name) }
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
    let occurrences = found.map { finding in
      finding.told.occurrence(
        at: finding.site, name: finding.name, noun: finding.noun, placement, offices)
    }
    return pipeline.events.nodes(of: occurrences.sorted(), in: graph)
  }
}
