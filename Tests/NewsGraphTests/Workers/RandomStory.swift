import Extraction

@testable import NewsGraph

/// Random graphs in which everything happens of which something is inferred: events with days,
/// places and hosts, holders of offices and their successors, numbers and dates that differ, denials.
struct RandomStory {
  private var random: SeededGenerator
  private(set) var graph = KnowledgeGraph()
  private let articles = (1...6).map { "a\($0)" }
  private var names: [IRI: String] = [:]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    for (index, article) in articles.enumerated() {
      let day = CalendarDate(iso: "2021-03-0\(1 + index % 3)")
      graph.add(
        ArticleNode(
          iri: IRI(checked: "https://e/article/\(article)"), id: article, title: article,
          published: day.map { Timestamp(date: $0) }, publisher: nil, authors: [], language: nil,
          characterCount: 1000))
    }
    let countries = entities(.country, ["Norway", "Chile", "Latvia"])
    let cities = entities(.city, ["Oslo", "Riga", "Arica"])
    let people = entities(.person, ["Ana Rojas", "Rojas", "Karl Lind", "Ida Berg"])
    let events = events()
    for _ in 0..<45 { state(countries, cities, people, events) }
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func entities(_ type: EntityType, _ names: [String]) -> [IRI] {
    names.map { name in
      let slug = name.lowercased().replacing(" ", with: "-")
      let iri = IRI(checked: "https://e/\(type.rawValue.lowercased())/\(slug)")
      let article = pick(articles)
      graph.add(
        EntityNode(
          iri: iri, type: type, nameVoters: [name: [article]],
          links: Bool.random(using: &random) ? ["Q\(name.utf8.count)"] : [],
          mentions: [article: [Mention(range: TextRange(0, 4), form: .name)]]))
      return iri
    }
  }

  /// Events of one article, of several, and with names of their own.
  private mutating func events() -> [IRI] {
    (0..<9).map { number in
      let noun = pick(["talks", "peace talks", "attack", "earthquake", "Oslo Forum"])
      let iri = IRI(
        checked: "https://e/event/\(number)/\(noun.lowercased().replacing(" ", with: "-"))")
      let form: Mention.Form = noun == "Oslo Forum" ? .name : .nominal
      for article in Set([pick(articles), pick(articles)]).sorted() {
        graph.add(
          EntityNode(
            iri: iri, type: .event, nameVoters: [noun: [article]],
            mentions: [article: [Mention(range: TextRange(number, number + 4), form: form)]]))
      }
      return iri
    }
  }

  private mutating func state(
    _ countries: [IRI], _ cities: [IRI], _ people: [IRI], _ events: [IRI]
  ) {
    func number(_ value: Int) -> Term { .literal(Literal(String(value), datatype: XSD.integer)) }
    func day(_ value: Int) -> Term { .literal(Literal("2021-03-0\(value)", datatype: XSD.date)) }
    let agents = countries + people
    let (subject, predicate, object): (IRI, String, Term) =
      switch Int.random(in: 0..<14, using: &random) {
      case 0: (pick(agents), "participatedIn", .iri(pick(events)))
      case 1: (pick(agents), "attended", .iri(pick(events)))
      case 2: (pick(countries), "hosted", .iri(pick(events)))
      case 3: (pick(events), "tookPlaceIn", .iri(pick(cities + countries)))
      case 4: (pick(events), "occurredOn", day(Int.random(in: 1...2, using: &random)))
      case 5: (pick(cities), "locatedIn", .iri(pick(countries)))
      case 6: (pick(people), "headOfStateOf", .iri(pick(countries)))
      case 7: (pick(people), "succeeded", .iri(pick(people)))
      case 8: (pick(agents), "attacked", .iri(pick(cities + countries)))
      case 9: (pick(agents), "shelled", .iri(pick(cities + countries)))
      case 10: (pick(events + cities), "numberKilled", number(pick([3, 4, 50])))
      case 11: (pick(people), "bornOn", day(Int.random(in: 1...2, using: &random)))
      case 12: (pick(countries), "met", .iri(pick(people)))
      default: (pick(agents), "criticised", .iri(pick(events + countries)))
      }
    if object == .iri(subject) { return }
    add(
      Statement.Key(subject: subject, predicate: predicate, object: object), agents, cities, events)
  }

  private mutating func add(
    _ key: Statement.Key, _ agents: [IRI], _ cities: [IRI], _ events: [IRI]
  ) {
    let iri = IRIMinter.standard.statement(key)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let article = pick(articles)
      let modality = pick([.asserted, .asserted, .asserted] + Modality.allCases)
      let claimants = pick([[], [], [pick(agents)], [pick(events)]])
      let begin = Int.random(in: 0..<900, using: &random)
      let range = TextRange(begin, begin + 40)
      var evidence = Evidence(
        iri: IRIMinter.standard.claim(
          statement: iri, article: article, range: range, modality: modality,
          attributedTo: claimants),
        article: article, modality: modality, attributedTo: claimants,
        date: pick([nil, "2021-03-01", "2021-03-02", "2021-03"]),
        place: pick([nil, pick(cities), pick(events)]), range: range, sentenceRange: range,
        confidence: pick([0.5, 0.9]), rule: "verb:test")
      evidence.basis = pick([.read, .read, .background])
      if Bool.random(using: &random) { evidence.addressees = [pick(agents)] }
      evidence.bound = pick([nil, nil, .atLeast])
      graph.add(Statement(iri: iri, key: key, evidence: [evidence]))
    }
  }
}
