import Testing

@testable import Extraction

/// Constructions by which a clause gets its doer, its standing, its source and its time.
@Suite struct ReadingTests {
  @Test(arguments: [
    // Whose doing an infinitive or participle is.
    (
      "Bolivia gave Chile a chance to attack Peru.", "Chile | attacked | Peru", true
    ),
    ("Bolivia rejected a plan to attack Peru.", "Bolivia | attacked | Peru", false),
    (
      "Norway is part of the European Union mediating the war in Sudan.",
      "Norway | mediates | war", false
    ),
    // What a relative clause says of the first name, it does not say of the second.
    (
      "The guests were Anna Berzina, who leads Latvia, and Jan Nowak.",
      "Jan Nowak | leaderOf | Latvia", false
    ),
    // Single people are not their state, nor ten politicians their party.
    ("Jan Nowak abducted two Chileans.", "Jan Nowak | abducted | Chile ", false),
    ("Jan Nowak abducted two Chileans.", "Jan Nowak | abducted | Chileans", true),
    (
      "Chile and Peru met. The two sides began talks.", "Chile | heldTalksWith | Peru", true
    ),
    // Apposed names and nouns are one.
    (
      "Anna Berzina, a chemist who met Jan Nowak, slept.", "Anna Berzina | met | Jan Nowak", true
    ),
    (
      "Polish Foreign Minister Jan Nowak invited his Latvian counterpart Anna Berzina.",
      "Jan Nowak | invited | Anna Berzina", true
    ),
    // A noun before a noun may only say of what kind it is.
    ("The authority-controlled town lies in Chile.", "town | agencyOf", false),
    // Half of a hyphenated word is no name.
    ("Norway hosted cease-fire talks.", "Norway | hosted | cease-fire talks", true),
    ("Four people were arrested in Norway.", "Norway | numberDetained | 4", false),
    // One verb says one thing of the same two.
    ("Norway hosted the summit.", "Norway | hosted | summit", true),
    ("Norway hosted the summit.", "Norway | organised | summit", false),
    // Predicates of a noun that joins two.
    (
      "Relations between Chile and Peru have been tense.", "Chile | hasTenseTiesWith | Peru", true
    ),
  ])
  func `clauses have the right doers`(text: String, triple: String, isSaid: Bool) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains { $0.hasPrefix(triple + " | ") } == isSaid, "found \(found.sorted())")
  }

  @Test(arguments: [
    // The future of a story is past.
    (
      "The club was led by Anna Berzina, who would later become the president of Latvia.",
      "Anna Berzina | presidentOf | Latvia | asserted | "
    ),
    // Reported plans are no conditions.
    ("Chile said it would attack Peru.", "Chile | attacked | Peru | planned | Chile"),
    // What is cancelled is denied.
    (
      "Chile refuted reports that it planned to attack Peru.",
      "Chile | attacked | Peru | denied | Chile"
    ),
    // The means of a purpose is what was done.
    (
      "Norway has moved to stop the fighting by attacking Chile.",
      "Norway | attacked | Chile | asserted | "
    ),
    ("Chile is in the running to host the summit.", "Chile | hosted | summit | planned | "),
    // What happened before is so, whatever follows from it.
    (
      "Norway will have to leave after Chile attacked Peru.",
      "Chile | attacked | Peru | asserted | "
    ),
    // Who wants something of another says so; who wants it of himself says nothing.
    ("Bolivia wants Chile to attack Peru.", "Chile | attacked | Peru | planned | Bolivia"),
    ("Bolivia wants to attack Peru.", "Bolivia | attacked | Peru | planned | "),
    (
      "Bolivia made a truce conditional on Chile's withdrawal from Peru.",
      "Chile | withdrewFrom | Peru | conditional | Bolivia"
    ),
  ])
  func `clauses have the right standing`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }

  @Test func `paragraphs after a colon are their speaker's as long as they say I or we`() throws {
    let paragraphs = [
      "Norwegian Foreign Minister Jan Nowak issued the following statement:",
      "We condemn what happened. Chile has attacked Peru.",
      "We also know that Chile has invaded Bolivia.",
      "Sudan has attacked Chad.",
    ]
    var blocks: [Block] = []
    for paragraph in paragraphs {
      let begin = blocks.last.map { $0.range.end + 1 } ?? 0
      blocks.append(Block(.paragraph, TextRange(begin, begin + paragraph.unicodeScalars.count)))
    }
    let found = try ClaimTests.claims(in: paragraphs.joined(separator: "\n"), blocks: blocks)
    #expect(found.contains("Chile | attacked | Peru | alleged | Jan Nowak"), "\(found.sorted())")
    #expect(found.contains("Chile | invaded | Bolivia | alleged | Jan Nowak"), "\(found.sorted())")
    #expect(found.contains("Sudan | attacked | Chad | asserted | "), "\(found.sorted())")
  }

  @Test(arguments: [
    ("Chile attacked Peru in 2009.", "attacked", "2009"),
    ("Chile attacked Peru after the 2009 death of the king.", "attacked", nil),
    ("Chile opposed the admission of Peru to NATO in 2009.", "opposes", nil),
    ("Norway is the fourth member of NATO since the war of 1945.", "memberOf", nil),
    ("Relations between Chile and Peru have been tense since 1991.", "hasTenseTiesWith", "1991/.."),
    ("Talks between Chile and Peru have been frozen since 2014.", "heldTalksWith", nil),
    ("Jan Nowak led the club until his arrest in 2006.", "leaderOf", "../2006"),
    ("Jan Nowak was killed in a 2008 raid on Lima.", "victimOf", "2008"),
  ])
  func `claims have the time of their own clause`(
    text: String, property: String, date: String?
  ) throws {
    let article = Article(
      id: "a", published: CalendarDate(iso: "2020-10-09").map { Timestamp(date: $0) },
      text: ArticleText(text))
    let reading = try ClaimTests.extractor.get()
      .extract(ModelAnnotator.standard().annotate(article))
    let claims = reading.claims.filter { $0.predicate == property }
    #expect(claims.allSatisfy { $0.date == date }, "found \(claims.map(\.date))")
    if date != nil { #expect(!claims.isEmpty, "found \(reading.claims.map(\.predicate))") }
  }

  @Test func `who has just spoken goes on with he or she added`() throws {
    let found = try ClaimTests.claims(
      in: """
        "Chile attacked Peru this year," said Anna Berzina as ministers met Maria Silva in Oslo. \
        "Chile also attacked Bolivia this year," she added.
        """)
    #expect(
      found.contains("Chile | attacked | Bolivia | alleged | Anna Berzina"), "\(found.sorted())")
  }

  @Test func `who was named as a subject since then speaks instead`() throws {
    let found = try ClaimTests.claims(
      in: """
        "We expect nothing of it," Jan Nowak said.

        The scholar Ole Berg agrees that such doubts are sound.

        "Talks without an end are of no use," he said.
        """)
    #expect(
      found.contains("Ole Berg | stated | Talks without an end are of no use | asserted | "),
      "\(found.sorted())")
  }

  @Test func `background joins only what the article leaves apart`() throws {
    let apart = try ClaimTests.claims(in: "The mayor of Oslo slept. Norway attacked Chile.")
    #expect(apart.contains("Oslo | locatedIn | Norway | asserted | "), "\(apart.sorted())")
    let joined = try ClaimTests.claims(
      in: "Jan Nowak lives in Oslo. Jan Nowak visited Norway.")
    #expect(!joined.contains("Oslo | locatedIn | Norway | asserted | "), "\(joined.sorted())")
  }
}
