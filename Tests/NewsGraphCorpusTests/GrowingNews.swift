import Extraction
import NewsGraph

/// Random articles about so few people, bodies and events that what one says changes what others mean:
/// surnames, initials and acronyms, holders of offices, events that several tell of, denials, numbers,
/// and texts that several print.
struct GrowingNews {
  private static let people = [
    "Alma Vanter", "Alma K. Vanter", "Vanter", "President Vanter", "Bero Massimi", "B. Massimi",
    "Massimi", "Ute Brandt", "Brandt", "Karl Brandt", "Alma Wanter", "Brandt Junior",
  ]
  private static let bodies = [
    "the Grain Research Bureau of Lima", "GRBL", "the Chilean Forum",
    "the Foreign Ministry of Peru", "the Peruvian Foreign Ministry", "the Foreign Ministry",
    "Tarvel Holdings", "Tarvel Holdings Ltd", "the Grain Research Bureau of Lima (GRBL)",
  ]
  private static let countries = ["Chile", "Peru", "Armenia", "Georgia"]
  private static let cities = ["Lima", "Geneva", "Yerevan"]
  private static let days = ["Monday", "Tuesday"]
  private static let templates = [
    "PERSON, the president of STATE, met PERSON in CITY on DAY.",
    "PERSON denied that PERSON met PERSON.",
    "PERSON is the president of STATE, PERSON said.",
    "PERSON succeeded PERSON as president of STATE.",
    "The foreign minister of STATE, PERSON, criticized PERSON.",
    "STATE accused STATE of supporting PERSON.",
    "STATE denied supporting PERSON.",
    "NUMBER people were killed in an explosion in CITY on DAY.",
    "At least NUMBER people were killed in an explosion in CITY on DAY, BODY said.",
    "Talks between STATE and STATE were held in CITY on DAY.",
    "PERSON and PERSON took part in the talks in CITY on DAY.",
    "STATE's elections took place on DAY. PERSON took part in STATE's elections.",
    "The Armenian earthquake killed NUMBER people in CITY on DAY.",
    "PERSON visited CITY after the Armenian earthquake. BODY criticized the Armenian earthquake.",
    "BODY supports STATE, and STATE supports BODY.",
    "PERSON founded BODY in CITY.",
    "PERSON was born on NUMBER March 1960.",
    "PERSON works for BODY. PERSON leads BODY.",
    "PERSON plans to visit CITY.",
  ]
  private static let wires = [
    """
    Alma Vanter met Ute Brandt in Geneva on Monday, and the two talked for hours about the price of \
    grain, the harbour of Lima and the railway that is to join the two towns by the end of the year. \
    Peru denied supporting Massimi. PERSON took part in the talks in Geneva on Monday.
    """,
    """
    The Armenian earthquake killed 12 people in Yerevan on Monday, and hundreds of others had to leave \
    the houses in which they had lived since the railway came to the valley and the mill was built. \
    Bero Massimi visited Yerevan after the Armenian earthquake, which Georgia saw too.
    """,
  ]

  private var random: Seeded

  init(seed: UInt64) { random = Seeded(state: seed) }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(random.next() % UInt64(values.count))]
  }

  mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

  private mutating func sentence(_ template: String) -> String {
    var words: [String] = []
    for word in template.split(separator: " ") {
      var word = String(word)
      for (mark, choices) in [
        ("PERSON", Self.people), ("STATE", Self.countries), ("CITY", Self.cities),
        ("BODY", Self.bodies), ("DAY", Self.days), ("NUMBER", ["3", "4", "12"]),
      ] where word.contains(mark) {
        word = word.replacing(mark, with: pick(choices))
      }
      words.append(word)
    }
    let text = words.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// An article that is another one each time.
  mutating func article(_ id: String) -> Article {
    var texts = (0..<(2 + below(3))).map { _ in sentence(pick(Self.templates)) }
    if below(3) == 0 { texts.insert(sentence(pick(Self.wires)), at: below(texts.count)) }
    return TestCorpus.article(
      id, texts.joined(separator: " "), day: pick(["2021-03-01", "2021-03-02", "2021-03-09"]))
  }
}
