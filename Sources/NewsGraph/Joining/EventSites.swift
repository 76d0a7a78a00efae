import Extraction

/// What articles say of the events that they name by common nouns, on disk until all are known:
/// what `EventReader` finds in a graph, without the graph.
struct EventSites {
  private let pipeline: Pipeline
  /// By article and event the name, and what is said of the event.
  private let notes: ExternalSorter
  private var placement = Hierarchy()
  private var offices = Hierarchy()
  private var upward: [String: (placement: Bool, office: Bool)] = [:]

  init(_ pipeline: Pipeline, _ storage: TemporaryStorage) {
    self.pipeline = pipeline
    notes = ExternalSorter(storage)
  }

  /// Notes the articles that name an event by a noun of the lexicon.
  mutating func add(_ event: EntityNode) throws(OutputError) {
    guard event.links.isEmpty else { return }
    for article in event.articles {
      guard let name = event.commonName(in: article), pipeline.events.kinds.noun(of: name) != nil
      else { continue }
      try add(event.iri, article) { encoder in
        encoder.write(true)
        encoder.write(name)
      }
    }
  }

  /// Notes what a statement tells of an event.
  mutating func add(_ statement: Statement, _ role: EventRole) throws(OutputError) {
    for piece in statement.evidence where piece.tellsOfEvents {
      try add(role.event, piece.article) { encoder in
        encoder.write(false)
        statement.key.encode(to: &encoder)
        encoder.write(piece.date)
        encoder.write(piece.place)
      }
    }
  }

  private func add(
    _ event: IRI, _ article: String, _ write: (inout RecordEncoder) -> Void
  ) throws(OutputError) {
    var key = SortKey()
    key.append(article)
    key.append(event.string)
    var encoder = RecordEncoder()
    encoder.write(article)
    encoder.write(event)
    write(&encoder)
    try notes.add(key: key.bytes, value: encoder.bytes)
  }

  /// Notes what lies in what and who acts for whom, where a statement says so.
  mutating func addHierarchies(_ statement: Statement) {
    guard case .iri(let object) = statement.key.object else { return }
    let role = role(of: statement.key.predicate)
    guard role.placement || role.office, statement.evidence.contains(where: \.isAffirming) else {
      return
    }
    if role.placement { placement.add(statement.key.subject, below: object) }
    if role.office { offices.add(statement.key.subject, below: object) }
  }

  private mutating func role(of predicate: String) -> (placement: Bool, office: Bool) {
    if let known = upward[predicate] { return known }
    let found = (
      placement: Hierarchy.isPlacement(predicate, pipeline.ontology),
      office: Hierarchy.isOffice(predicate, pipeline.ontology)
    )
    upward[predicate] = found
    return found
  }

  /// What becomes one node, and the name of the node.
  ///
  /// An event without a day becomes none unless its article names one that has a day, so that most
  /// are left out.
  ///
  /// - Parameter entity: Gives entities by their IRIs.
  func nodes(_ entity: (IRI) throws -> EntityNode?) throws -> [(EventCluster, IRI)] {
    let found = try occurrences()
    var graph = KnowledgeGraph()
    for occurrence in found {
      for iri in Array(occurrence.participants.keys) + (occurrence.place.map { [$0] } ?? [])
      where graph.entities[iri] == nil {
        if let node = try entity(iri) { graph.add(node) }
      }
    }
    return pipeline.events.nodes(of: found.sorted(), in: graph)
  }

  private func occurrences() throws -> [EventOccurrence] {
    let sorted = try notes.finish()
    var found: [EventOccurrence] = []
    var inArticle: [EventOccurrence] = []
    var site: EventReader.Site?
    var name: String?
    var findings = EventReader.Findings()
    func finishSite() {
      guard let site, let name, let noun = pipeline.events.kinds.noun(of: name) else { return }
      inArticle.append(findings.occurrence(at: site, name: name, noun: noun, placement, offices))
    }
    func finishArticle() {
      if inArticle.contains(where: { $0.day != nil }) { found += inArticle }
      inArticle = []
    }
    while let record = try sorted.next() {
      var decoder = RecordDecoder(record.value)
      let article = try decoder.text()
      let next = EventReader.Site(node: try decoder.iri(), article: article)
      if next != site {
        finishSite()
        if next.article != site?.article { finishArticle() }
        (site, name, findings) = (next, nil, EventReader.Findings())
      }
      if try decoder.flag() {
        name = try decoder.text()
      } else {
        // Of two events in a statement only the one counts that the note is of.
        let role = EventRole(try Statement.Key(from: &decoder), pipeline.ontology) {
          $0 == next.node
        }
        guard let role else { continue }
        findings.add(
          role.part, date: try decoder.optionalText(),
          place: try decoder.optional(IRI.init(from:)))
      }
    }
    finishSite()
    finishArticle()
    return found
  }
}
