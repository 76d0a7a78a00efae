import Testing

@testable import Extraction

/// Who says something and how sure it is, construction by construction.
@Suite struct VoiceTests {
  @Test(arguments: [
    // A predicate of what is to come, whatever the parser makes of its words.
    ("Chile is due to leave NATO next year.", "Chile | left | NATO | planned | "),
    ("Chile is in talks to join NATO.", "Chile | joined | NATO | planned | "),
    // Phrasal verbs have a sense of their own, and their plain verbs do not have it.
    ("Chile ruled out leaving NATO.", "Chile | left | NATO | denied | "),
    ("Chile stopped short of leaving NATO.", "Chile | left | NATO | denied | "),
    (
      "A court ruled that Chile attacked Peru.", "Chile | attacked | Peru | alleged | court"
    ),
    // Negations.
    ("Neither Chile nor Bolivia attacked Peru.", "Chile | attacked | Peru | denied | "),
    ("Chile no longer occupies Peru.", "Chile | occupied | Peru | denied | "),
    (
      "Bolivia could not persuade Chile to leave NATO.", "Chile | left | NATO | denied | "
    ),
    ("Bolivia prevented Chile from joining NATO.", "Chile | joined | NATO | denied | "),
    // Claims that are called false are denied.
    (
      "Bolivia said accusations that Chile attacked Peru were baseless.",
      "Chile | attacked | Peru | denied | Bolivia"
    ),
    (
      "Bolivia called allegations that Chile attacked Peru baseless.",
      "Chile | attacked | Peru | denied | Bolivia"
    ),
    (
      "It is not true that Chile attacked Peru, Bolivia said.",
      "Chile | attacked | Peru | denied | Bolivia"
    ),
    // Conditions without 'if'.
    (
      "Had Chile attacked Peru, Bolivia would have left NATO.",
      "Chile | attacked | Peru | denied | "
    ),
    (
      "In case Chile attacks Peru, Bolivia will protest.",
      "Chile | attacked | Peru | conditional | "
    ),
    (
      "Bolivia will leave NATO once Chile attacks Peru.", "Chile | attacked | Peru | planned | "
    ),
    ("It would be wrong for Chile to attack Peru.", "Chile | attacked | Peru | conditional | "),
    // Whose plan it is does it.
    ("Chile's plan to leave NATO angered Bolivia.", "Chile | left | NATO | planned | "),
    ("Chile is due to attack Peru in June.", "Chile | attacked | Peru | planned | "),
    ("There is no evidence that Chile attacked Peru.", "Chile | attacked | Peru | denied | "),
    (
      "Norway found no evidence that Chile attacked Peru.",
      "Chile | attacked | Peru | denied | Norway"
    ),
    (
      "Under the truce, signed by Chile and Peru, the rebels will withdraw.",
      "Chile | agreedCeasefireWith | Peru | asserted | "
    ),
    ("Chile has taken no part in attacking Peru.", "Chile | attacked | Peru | denied | "),
    ("Chile applied to join NATO.", "Chile | joined | NATO | planned | "),
    ("Chile is thought to be attacking Peru.", "Chile | attacked | Peru | alleged | "),
    ("Chile denies having attacked Peru.", "Chile | attacked | Peru | denied | Chile"),
    (
      "Chile called the claim that it attacked Peru a lie.",
      "Chile | attacked | Peru | denied | Chile"
    ),
    // A deal that was signed is none to be signed.
    (
      "The treaty, signed by Chile and Peru, angered Norway.",
      "Chile | signed | treaty | asserted | "
    ),
    // Who marches to demand something has demanded it, who flies to meet somebody has not met him.
    (
      "Protesters marched in Riga to demand the resignation of Anna Berzina.",
      "protesters | demandedRemovalOf | Anna Berzina | asserted | "
    ),
    (
      "Anna Berzina flew to Lima to meet Jan Nowak.", "Anna Berzina | met | Jan Nowak | planned | "
    ),
    // What came before is told, what somebody vowed to do first is not.
    ("Bolivia protested before Chile attacked Peru.", "Chile | attacked | Peru | asserted | "),
  ])
  func `words around a clause give it its standing`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }

  @Test(arguments: [
    ("Chile attacked Peru, said Anna Berzina, a chemist from Oslo.", "Anna Berzina"),
    ("Anna Berzina wrote in a note to clients that Chile had attacked Peru.", "Anna Berzina"),
    ("Chile, Anna Berzina said, had attacked Peru.", "Anna Berzina"),
    ("Chile attacked Peru, Anna Berzina announced on Tuesday.", "Anna Berzina"),
    ("In the words of Anna Berzina, Chile attacked Peru.", "Anna Berzina"),
    ("Anna Berzina pointed out that Chile had attacked Peru.", "Anna Berzina"),
    ("Norway quoted Anna Berzina as saying that Chile attacked Peru.", "Anna Berzina"),
    ("Reuters, citing Anna Berzina, reported that Chile attacked Peru.", "Reuters; Anna Berzina"),
    ("Anna Berzina was furious. \"Chile attacked Peru and we all saw it.\"", "Anna Berzina"),
    ("\"Chile attacked Peru and we all saw it.\" Anna Berzina was furious.", "Anna Berzina"),
    ("Anna Berzina was blunt: \"Chile attacked Peru and we all saw it.\"", "Anna Berzina"),
    ("Prosecutors allege Chile attacked Peru.", "prosecutors"),
    (
      "\"Chile has attacked Peru,\" wrote Norway's envoy, Anna Berzina, on Facebook.",
      "Anna Berzina"
    ),
    ("Chile's claim to have attacked Peru could not be verified.", "Chile"),
    ("A person close to the talks said Chile had attacked Peru.", "person"),
    ("Documents obtained by Reuters show that Chile attacked Peru.", "documents"),
    ("An investigation by Reuters found that Chile attacked Peru.", "Reuters"),
  ])
  func `sources are found where the text puts them`(text: String, claimant: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains("Chile | attacked | Peru | alleged | \(claimant)"), "\(found.sorted())")
  }

  @Test(arguments: [
    ("Anna Berzina: Chile has attacked Peru", "Anna Berzina"),
    ("Chile has attacked Peru: Anna Berzina", "Anna Berzina"),
    ("Chile has attacked Peru - Anna Berzina", "Anna Berzina"),
  ])
  func `headlines name their source before or behind a mark`(
    text: String, claimant: String
  ) throws {
    let range = TextRange(0, text.unicodeScalars.count)
    let found = try ClaimTests.claims(in: text, blocks: [Block(.headline, range)])
    #expect(found.contains("Chile | attacked | Peru | alleged | \(claimant)"), "\(found.sorted())")
  }

  @Test func `a paragraph that is a quotation goes on with who spoke in the one before`() throws {
    let paragraphs = [
      "Anna Berzina said that the war had begun.",
      "\"Chile attacked Peru and we all saw it.\"",
    ]
    let first = paragraphs[0].unicodeScalars.count
    let found = try ClaimTests.claims(
      in: paragraphs.joined(separator: "\n"),
      blocks: [
        Block(.paragraph, TextRange(0, first)),
        Block(
          .paragraph, TextRange(first + 1, first + 1 + paragraphs[1].unicodeScalars.count)),
      ])
    #expect(found.contains("Chile | attacked | Peru | alleged | Anna Berzina"), "\(found.sorted())")
  }

  @Test(arguments: [
    // When it was said is not when it was.
    ("Chile attacked Peru, Bolivia said on Monday.", nil),
    ("Chile attacked Peru on Sunday, Bolivia said on Monday.", "2020-10-04"),
    ("Bolivia said Monday Chile attacked Peru last week.", "2020-09-28/2020-10-04"),
    // Times that count from another time.
    ("Bolivia left NATO on 3 March 2020. Two weeks later, Chile attacked Peru.", "2020-03-17"),
    ("Bolivia left NATO in 2014. A year earlier, Chile had attacked Peru.", "2013"),
    ("Bolivia left NATO on 3 March 2020. Chile attacked Peru the next day.", "2020-03-04"),
    ("Chile will attack Peru by the end of the decade.", "../2029"),
    ("Bolivia said Chile would attack Peru on Thursday.", "2020-10-15"),
    ("Chile has attacked Peru since December.", "2019-12/.."),
    ("Chile will attack Peru in the spring.", "2021-03/2021-05"),
    ("Chile attacked Peru over the weekend.", "2020-10-03/2020-10-04"),
    ("Chile will attack Peru before the end of the year.", "../2020-12"),
  ])
  func `attacks have their time`(text: String, date: String?) throws {
    let article = Article(
      id: "a", published: CalendarDate(iso: "2020-10-09").map { Timestamp(date: $0) },
      text: ArticleText(text))
    let reading = try ClaimTests.extractor.get()
      .extract(ModelAnnotator.standard().annotate(article))
    let claims = reading.claims.filter { $0.predicate == "attacked" }
    #expect(!claims.isEmpty && claims.allSatisfy { $0.date == date }, "\(claims.map(\.date))")
  }

  @Test(arguments: [
    ("\"We shall see what the winter brings,\" Anna Berzina said on Monday.", "2020-10-05"),
    ("\"They are paying these people,\" Anna Berzina said in a speech on Tuesday.", "2020-10-06"),
    // The year of a relative clause is another time.
    (
      "Anna Berzina, who has ruled Latvia since 2012, hailed it as \"a victory for all of us\".",
      nil
    ),
  ])
  func `quotations have the day on which they were said`(text: String, date: String?) throws {
    let article = Article(
      id: "a", published: CalendarDate(iso: "2020-10-09").map { Timestamp(date: $0) },
      text: ArticleText(text))
    let reading = try ClaimTests.extractor.get()
      .extract(ModelAnnotator.standard().annotate(article))
    #expect(reading.claims.filter { $0.predicate == "stated" }.map(\.date) == [date])
  }

  @Test func `a title keeps the time for which it is held`() throws {
    let article = Article(
      id: "a",
      text: ArticleText("Anna Berzina, the leader of the Labour Party since 2015, met Jan Nowak.")
    )
    let reading = try ClaimTests.extractor.get()
      .extract(ModelAnnotator.standard().annotate(article))
    let claims = reading.claims.filter { $0.predicate == "leaderOf" }
    #expect(claims.map(\.date) == ["2015/.."], "found \(reading.claims)")
  }

  @Test func `a company without its legal form is the same company`() throws {
    let article = Article(
      id: "a",
      text: ArticleText(
        "Lindal AG bought Okafor Ltd. Lindal is based in Oslo. Lindal hired a banker."))
    let reading = try ClaimTests.extractor.get()
      .extract(ModelAnnotator.standard().annotate(article))
    let companies = reading.entities.filter { $0.name.hasPrefix("Lindal") }
    #expect(companies.count == 1 && companies[0].type == .organization, "\(companies)")
  }

  @Test func `what an article calls a company is one wherever it stands`() throws {
    let article = Article(
      id: "a", text: ArticleText("Anna Berzina owns the mining company Lindal. Lindal hired her."))
    let reading = try ClaimTests.extractor.get()
      .extract(ModelAnnotator.standard().annotate(article))
    let found = reading.entities.filter { $0.name == "Lindal" }
    #expect(found.map(\.type) == [.organization], "\(reading.entities.map(\.name))")
  }

  @Test func `other names have no blanks at their ends`() throws {
    let article = Article(
      id: "a", text: ArticleText("The Republican -led house met. The Republican - led panel slept.")
    )
    let reading = try ClaimTests.extractor.get()
      .extract(ModelAnnotator.standard().annotate(article))
    let names = reading.entities.flatMap { [$0.name] + $0.aliases }
    #expect(names.allSatisfy { $0.first?.isWhitespace != true && $0.last?.isWhitespace != true })
  }
}
