import Testing

@testable import Extraction

/// Sentences and the claims that they hold, one a line:
/// `subject | predicate | object | modality | claimants`.
@Suite struct ClaimTests {
  static let extractor = Result { try Extractor(knowledge: .load(folder: .find())) }

  static func claims(in text: String) throws -> Set<String> {
    let article = Article(
      id: "a", published: CalendarDate(iso: "2020-10-09").map { Timestamp(date: $0) },
      text: ArticleText(text))
    let reading = try extractor.get().extract(ModelAnnotator.standard().annotate(article))
    return Set(
      reading.claims.map { claim in
        let object =
          switch claim.object {
          case .entity(let index): reading.entities[index].name
          case .literal(let value, _): value
          }
        let claimants = claim.attributedTo.map { reading.entities[$0].name }
        return [
          reading.entities[claim.subject].name, claim.predicate, object, claim.modality.rawValue,
          claimants.joined(separator: "; "),
        ].joined(separator: " | ")
      })
  }

  @Test(arguments: [
    (
      "Polish Foreign Minister Jan Nowak met Latvian President Anna Berzina in Riga.",
      [
        "Jan Nowak | foreignMinisterOf | Poland | asserted | ",
        "Anna Berzina | presidentOf | Latvia | asserted | ",
        "Jan Nowak | met | Anna Berzina | asserted | ",
      ]
    ),
    (
      "Norway and Sweden co-chair the European Union.",
      [
        "Norway | coChairOf | European Union | asserted | ",
        "Sweden | coChairOf | European Union | asserted | ",
      ]
    ),
    ("Chile denied attacking Peru.", ["Chile | attacked | Peru | denied | Chile"]),
    ("Chile did not attack Peru.", ["Chile | attacked | Peru | denied | "]),
    (
      "Bolivia accused Chile of attacking Peru.",
      ["Bolivia | accused | Chile | asserted | ", "Chile | attacked | Peru | alleged | Bolivia"]
    ),
    ("Peru was attacked by Chile.", ["Chile | attacked | Peru | asserted | "]),
  ])
  func `sentences give their claims`(text: String, expected: [String]) throws {
    let found = try Self.claims(in: text)
    for claim in expected { #expect(found.contains(claim), "found \(found.sorted())") }
  }

  @Test(arguments: [
    "Bolivia said that Chile attacked Peru.", "Chile may attack Peru.",
    "Chile will attack Peru.", "If Chile attacks Peru, Bolivia will protest.",
    "Chile allegedly attacked Peru.", "Did Chile attack Peru?", "Chile has not attacked Peru.",
    "Chile threatened to attack Peru.", "According to Bolivia, Chile attacked Peru.",
    "\"Chile attacked Peru,\" Bolivian President Ana Rojas said.",
    "Reports said Chile attacked Peru.", "Chile wants to attack Peru.",
    "Bolivia accused Chile of attacking Peru.", "Bolivia claims that Chile attacked Peru.",
  ])
  func `what is only reported, denied, planned or conditional is no bare fact`(text: String) throws
  {
    let bare = try Self.claims(in: text).filter {
      $0.contains("Chile | attacked | Peru | asserted | ") && $0.hasSuffix(" | ")
    }
    #expect(bare.isEmpty)
  }
}
