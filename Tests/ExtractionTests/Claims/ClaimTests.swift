import Testing

@testable import Extraction

/// Sentences and the claims that they hold, one a line:
/// `subject | predicate | object | modality | claimants`.
@Suite struct ClaimTests {
  static let extractor = Result { try Extractor(knowledge: .load(folder: .find())) }

  static func claims(in text: String, blocks: [Block]? = nil) throws -> Set<String> {
    let article = Article(
      id: "a", published: CalendarDate(iso: "2020-10-09").map { Timestamp(date: $0) },
      text: ArticleText(text), blocks: blocks)
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
    // Holders and what they hold an office of, in step.
    (
      "The presidents of Norway and Chile, Olga Berzina and Jan Nowak, met in Riga.",
      [
        "Olga Berzina | presidentOf | Norway | asserted | ",
        "Jan Nowak | presidentOf | Chile | asserted | ",
      ]
    ),
    (
      "Jan Nowak was sworn in as president of Chile on Sunday.",
      ["Jan Nowak | presidentOf | Chile | asserted | "]
    ),
    (
      "Jan Nowak said in an interview with Reuters that he was tired.",
      ["Jan Nowak | gaveStatementTo | Reuters | asserted | "]
    ),
    (
      "An official told Reuters the rebels attacked Peru.",
      [
        "rebels | attacked | Peru | alleged | official",
        "official | gaveStatementTo | Reuters | asserted | ",
      ]
    ),
    // What a relative clause adds is nothing that who speaks of its noun says.
    (
      "Anna Berzina blamed the banker Jan Nowak, who lives in Chile.",
      ["Jan Nowak | residesIn | Chile | asserted | "]
    ),
    // Who is sent, by whom and to whom.
    (
      "Jan Nowak, the ambassador to Turkey, criticised Peru.",
      ["Jan Nowak | ambassadorTo | Turkey | asserted | "]
    ),
    (
      "The Polish ambassador to Turkey, Jan Nowak, criticised Peru.",
      [
        "Jan Nowak | ambassadorOf | Poland | asserted | ",
        "Jan Nowak | ambassadorTo | Turkey | asserted | ",
      ]
    ),
    (
      "Chile and Peruvian rebels agreed to a ceasefire.",
      ["Chile | agreedCeasefireWith | Peruvian rebels | asserted | "]
    ),
    // Names that parsers join to what stands behind them.
    ("Brazil fined Volkswagen 30 million dollars.", ["Brazil | fined | Volkswagen | asserted | "]),
    (
      "President Rosa Lund named Marco Vidal as prime minister.",
      ["Rosa Lund | appointed | Marco Vidal | asserted | "]
    ),
    (
      "Israel and Hamas agreed to a truce brokered by Egypt.",
      ["Israel | agreedCeasefireWith | Hamas | asserted | "]
    ),
    ("Chile denied attacking Peru.", ["Chile | attacked | Peru | denied | Chile"]),
    ("Chile did not attack Peru.", ["Chile | attacked | Peru | denied | "]),
    (
      "Bolivia accused Chile of attacking Peru.",
      ["Bolivia | accused | Chile | asserted | ", "Chile | attacked | Peru | alleged | Bolivia"]
    ),
    ("Peru was attacked by Chile.", ["Chile | attacked | Peru | asserted | "]),
    // Irregular and regular forms that the tables know.
    ("The Peruvian army retook Lima.", ["Peruvian Armed Forces | captured | Lima | asserted | "]),
    // What stands around names.
    (
      "Argentine immunologist Jana Roth spoke to Kofi Annan of Ghana.",
      [
        "Jana Roth | citizenOf | Argentina | asserted | ",
        "Kofi Annan | citizenOf | Ghana | asserted | ",
      ]
    ),
    (
      "Kofi Adjei, a professor of law at the University of Oslo, spoke in Rome.",
      ["Kofi Adjei | worksFor | University of Oslo | asserted | "]
    ),
    // Numbers and dates.
    ("The earthquake killed 40 people.", ["earthquake | numberKilled | 40 | asserted | "]),
    (
      "Nine thousand people took part in the election.",
      ["election | numberOfParticipants | 9000 | asserted | "]
    ),
    // Both sides of a reciprocal, companions, partitives.
    (
      "Norway and Chile accused each other of spying.",
      ["Norway | accused | Chile | asserted | ", "Chile | accused | Norway | asserted | "]
    ),
    (
      "Norway and Chile are at war.", ["Norway | atWarWith | Chile | asserted | "]
    ),
    (
      "Fighting between Norway and Chile continued.",
      ["Norway | clashedWith | Chile | asserted | "]
    ),
    (
      "Chadian and Malian troops shelled Lima.",
      [
        "Chadian Armed Forces | shelled | Lima | asserted | ",
        "Malian Armed Forces | shelled | Lima | asserted | ",
      ]
    ),
    (
      "Norway, which along with Chile is a member of the United Nations, agreed.",
      [
        "Norway | memberOf | United Nations | asserted | ",
        "Chile | memberOf | United Nations | asserted | ",
      ]
    ),
    // A demand in reported speech.
    (
      "Russia said on Tuesday that Sudan must return the helicopter.",
      ["Russia | calledOn | Sudan | asserted | "]
    ),
    // A spokesman without a name speaks for whom he serves.
    (
      "A spokesman for Bolivia said that Chile had attacked Peru.",
      ["Chile | attacked | Peru | alleged | Bolivia"]
    ),
    // A verb that no table knows.
    ("Norway has hoodwinked Chile.", ["Norway | open:hoodwink | Chile | asserted | "]),
    // The article's own clause beside a report, and behind a quotation.
    (
      "Bolivia said it was calm, while Chile attacked Peru.",
      ["Chile | attacked | Peru | asserted | "]
    ),
    (
      "Bolivia made the deal conditional on Chile's withdrawal from Peru.",
      ["Chile | withdrewFrom | Peru | conditional | Bolivia"]
    ),
    (
      "Bolivia has made a truce conditional on a vote.",
      ["Bolivia | agreedTo | truce | conditional | Bolivia"]
    ),
    (
      "Bolivia sent Peruvian soldiers to attack Chile.",
      ["Peruvian soldiers | attacked | Chile | planned | "]
    ),
    (
      "Bolivia said that Jan Lind's visit followed a series of calls with Okafor Bello.",
      ["Jan Lind | talkedWith | Okafor Bello | asserted | Bolivia"]
    ),
    // Nouns and pronouns that point to a name.
    (
      "Spotify hired Jan Lind. The firm, which is based in Oslo, sued Norway.",
      ["Spotify | basedIn | Oslo | asserted | ", "Spotify | sued | Norway | asserted | "]
    ),
    (
      "Peru's army left Lima. The army denied that it had attacked Chile.",
      ["Peruvian Armed Forces | attacked | Chile | denied | Peruvian Armed Forces"]
    ),
    (
      "Jan Lind met Kofi Bello in Oslo. In his speech, Bello attacked Chile.",
      ["Kofi Bello | delivered | speech of Kofi Bello | asserted | "]
    ),
    (
      "The European Commission met. Brussels fined Norway.",
      ["European Union | fined | Norway | asserted | "]
    ),
    ("Brussels fined Norway.", ["Belgium | fined | Norway | asserted | "]),
    (
      "Norway sued Spotify, whose chief executive Jan Lind left.",
      ["Jan Lind | chiefExecutiveOf | Spotify | asserted | "]
    ),
    (
      "Sudan's army left Khartoum. Norway praised the SAF.",
      ["Norway | praised | Sudanese Armed Forces | asserted | "]
    ),
    (
      "Jan Lind worked as a baker, where he met Kofi Bello.",
      ["Jan Lind | hasOccupation | baker | asserted | "]
    ),
    (
      "The court sentenced Jan Lind for killing Kofi Bello.",
      ["Jan Lind | killed | Kofi Bello | asserted | "]
    ),
    (
      "Bolivia blamed Chile for the attack, a charge the state denied.",
      ["Bolivia | accused | Chile | asserted | "]
    ),
    // Who wants to end a war says that there is one.
    (
      "Norway wants to end the war that rages in Sudan.",
      ["war | tookPlaceIn | Sudan | asserted | "]
    ),
    // Who continues something in words of his own claims nothing.
    (
      "\"Chile continues to attack Peru,\" Bolivia said.",
      ["Chile | attacked | Peru | alleged | Bolivia"]
    ),
  ])
  func `sentences give their claims`(text: String, expected: [String]) throws {
    let found = try Self.claims(in: text)
    for claim in expected { #expect(found.contains(claim), "found \(found.sorted())") }
  }

  @Test func `what the gazetteer knows is background and no fact of the article`() throws {
    let article = Article(
      id: "a", text: ArticleText("Police in Oslo, the mayor said, had called NATO. Norway agreed."))
    let reading = try Self.extractor.get().extract(ModelAnnotator.standard().annotate(article))
    let place = try #require(reading.claims.first { $0.rule == "background:place" })
    #expect(reading.entities[place.subject].name == "Oslo")
    #expect(place.predicate == "locatedIn")
    #expect(place.object == .entity(reading.entities.firstIndex { $0.name == "Norway" } ?? -1))
    #expect(place.basis == .background && !place.isBareFact)
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
