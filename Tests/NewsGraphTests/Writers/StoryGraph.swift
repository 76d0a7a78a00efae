import Extraction

@testable import NewsGraph

/// Graphs shaped like those of news: a few hubs, many leaves, invented names.
enum StoryGraph {
  /// A graph of about `size` entities, the same for the same size.
  static func make(size: Int) -> KnowledgeGraph {
    var random = SeededGenerator(seed: UInt64(size))
    var sample = GraphSample()
    let articles = (1...max(2, size / 8)).map { "report-\($0)" }
    for id in articles {
      sample.article(
        id, title: "What happened on day \(id.dropFirst(7))", publisher: "The Daily Plain",
        published: "2021-03-1\(random.below(10))")
    }
    let entities = (0..<size).map { number in
      let type = type(of: number, &random)
      return sample.entity(
        name(number, type, &random), type, iri: GraphSample.iri("\(type.rawValue)/\(number)"),
        link: random.chance(30) ? "Q\(1000 + number)" : nil, in: random.pick(articles),
        at: [random.below(900)])
    }
    for number in 0..<(size * 3 / 2) {
      let subject = entities[hub(entities.count, &random)]
      let object = entities[hub(entities.count, &random)]
      guard subject != object else { continue }
      let begin = random.below(900)
      let modality = random.pick(standings)
      sample.state(
        subject, random.pick(predicates), object, modality,
        by: random.chance(30) ? [entities[hub(entities.count, &random)]] : [],
        in: random.pick(articles), at: TextRange(begin, begin + 60),
        date: random.chance(40) ? "2021-03-0\(1 + random.below(9))" : nil,
        confidence: 0.5 + Double(random.below(50)) / 100)
      if number % 9 == 0 {
        sample.state(
          subject, "stated", .literal(Literal("We shall see about that, number \(number).")),
          in: random.pick(articles))
      }
    }
    return sample.graph
  }

  private static let standings: [Modality] =
    [
      .asserted, .asserted, .asserted, .asserted, .alleged, .alleged, .denied, .planned,
      .conditional,
    ]
  private static let predicates = [
    "met", "accused", "foreignMinisterOf", "headOfStateOf", "calledOn", "locatedIn", "attacked",
    "memberOf", "supplies", "mediates", "heldTalksWith", "visited", "citizenOf", "backs",
  ]

  /// Low numbers are taken far more often than high ones.
  private static func hub(_ count: Int, _ random: inout SeededGenerator) -> Int {
    let share = Double(random.below(10_000)) / 10_000
    return min(count - 1, Int(share * share * share * Double(count)))
  }

  private static func type(of number: Int, _ random: inout SeededGenerator) -> EntityType {
    if number < 3 { return .country }
    return random.pick([
      .person, .person, .person, .country, .city, .organization, .organization, .group, .event,
      .office, .weapon, .region, .document, .product, .facility,
    ])
  }

  private static func name(
    _ number: Int, _ type: EntityType, _ random: inout SeededGenerator
  ) -> String {
    let given = ["Alma", "Bero", "Cira", "Dovan", "Elke", "Farid", "Gesa", "Hamo", "Ilse", "Jorun"]
    let family = ["Vanter", "Okoruma", "Lindqvar", "Massimi", "Tereshko", "Bellweather", "Aruna"]
    let places = [
      "Velmora", "Northreach", "Sant Alder", "Korvesh", "Ustrana", "Palmyre", "Bryndale",
    ]
    let place = random.pick(places)
    return switch type {
    case .person: "\(random.pick(given)) \(random.pick(family))"
    case .country: "Republic of \(place)"
    case .city, .region, .facility: "\(place) \(random.pick(["Bay", "Harbour", "Heights", "Hill"]))"
    case .organization:
      "\(place) \(random.pick(["Ministry of Foreign Affairs", "Bank", "Press Agency", "Union"]))"
    case .event: "\(place) \(random.pick(["talks", "summit", "ceasefire of last October"]))"
    default: "\(place) \(type.rawValue.lowercased()) \(number)"
    }
  }
}
