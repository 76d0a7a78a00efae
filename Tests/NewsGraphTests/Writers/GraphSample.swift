import Extraction

@testable import NewsGraph

/// Small words for making graphs in tests.
struct GraphSample {
  private(set) var graph = KnowledgeGraph()
  private var claimCount = 0

  /// The IRI of an entity of tests.
  static func iri(_ path: String) -> IRI { IRI(checked: "https://example.org/id/\(path)") }

  @discardableResult
  mutating func article(
    _ id: String, title: String? = nil, publisher: String? = nil, published: String? = nil,
    iri: IRI? = nil
  ) -> ArticleNode {
    let node = ArticleNode(
      iri: iri ?? Self.iri("article/\(id)"), id: id, title: title,
      published: published.flatMap { CalendarDate(iso: $0) }.map { Timestamp(date: $0) },
      publisher: publisher, authors: [], language: "en", characterCount: 1000)
    graph.add(node)
    return node
  }

  mutating func add(_ entity: EntityNode) { graph.add(entity) }

  @discardableResult
  mutating func entity(
    _ name: String, _ type: EntityType = .person, iri: IRI? = nil, aliases: Set<String> = [],
    link: String? = nil, in article: String = "a1", at offsets: [Int] = [0]
  ) -> IRI {
    let slug = name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    let iri = iri ?? Self.iri("\(type.rawValue.lowercased())/\(slug)")
    graph.add(
      EntityNode(
        iri: iri, type: type, nameVoters: [name: [article]], aliases: aliases,
        links: Set([link].compactMap { $0 }),
        mentions: [
          article: offsets.map {
            Mention(range: TextRange($0, $0 + name.unicodeScalars.count), form: .name)
          }
        ]))
    return iri
  }

  mutating func state(
    _ subject: IRI, _ predicate: String, _ object: Term, _ modality: Modality = .asserted,
    by claimants: [IRI] = [], in article: String = "a1", at range: TextRange = TextRange(0, 40),
    date: String? = nil, place: IRI? = nil, confidence: Double = 0.9
  ) {
    claimCount += 1
    let key = Statement.Key(subject: subject, predicate: predicate, object: object)
    let evidence = Evidence(
      iri: Self.iri("claim/c\(claimCount)"), article: article, modality: modality,
      attributedTo: claimants.sorted(), date: date, place: place, range: range,
      sentenceRange: range, confidence: confidence, rule: "test")
    let known = graph.statements[key]?.iri
    graph.add(
      Statement(
        iri: known ?? Self.iri("statement/s\(graph.statements.count)"), key: key,
        evidence: [evidence]))
  }

  mutating func state(
    _ subject: IRI, _ predicate: String, _ object: IRI, _ modality: Modality = .asserted,
    by claimants: [IRI] = [], in article: String = "a1", at range: TextRange = TextRange(0, 40),
    date: String? = nil, place: IRI? = nil, confidence: Double = 0.9
  ) {
    state(
      subject, predicate, .iri(object), modality, by: claimants, in: article, at: range,
      date: date, place: place, confidence: confidence)
  }
}

extension GraphSample {
  /// Two people, a town and a country, and all that can stand between them.
  static var village: KnowledgeGraph {
    var sample = GraphSample()
    for number in 1...2 { sample.article("a\(number)", title: "Day \(number)") }
    let alma = sample.entity("Alma Vanter", aliases: ["Vanter"], link: "Q1")
    let bero = sample.entity("Bero Massimi")
    let velmora = sample.entity("Velmora", .city, in: "a2")
    let land = sample.entity("Republic of Velmora", .country, in: "a2")
    _ = sample.entity("Nobody Else")
    sample.state(alma, "met", bero)
    sample.state(alma, "accused", bero)
    sample.state(bero, "accused", alma, .denied, in: "a2")
    sample.state(bero, "accused", alma, .alleged)
    sample.state(alma, "visited", velmora, .planned)
    sample.state(velmora, "locatedIn", land, in: "a2")
    sample.state(alma, "citizenOf", land, in: "a2")
    sample.state(bero, "stated", .literal(Literal("Not so.")))
    return sample.graph
  }
}

extension GraphFormat {
  /// The graph as text in the format.
  func text(_ graph: KnowledgeGraph, _ options: WritingOptions = .init()) throws -> String {
    let sink = OutputSink.memory()
    try write(graph, to: sink, options: options)
    return sink.text
  }
}
