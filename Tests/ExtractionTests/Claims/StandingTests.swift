import Testing

@testable import Extraction

/// What takes a claim for granted, and what only seems to deny it or to put it off.
@Suite struct StandingTests {
  @Test(arguments: [
    // 'not only' says yes.
    ("Chile not only attacked Peru but also left NATO.", "Chile | attacked | Peru | asserted | "),
    ("The uprising was not just in Lima.", "uprising | tookPlaceIn | Lima | asserted | "),
    ("Chile did not attack Peru.", "Chile | attacked | Peru | denied | "),
    // A doubt that there is none of.
    (
      "The inquiry left no doubt that Chile attacked Peru.", "Chile | attacked | Peru | asserted | "
    ),
    // A plan is drafted, and a report published, by somebody who did so.
    (
      "A report published by Reuters criticised Chile.", "Reuters | released | report | asserted | "
    ),
    // What comes with a preposition after a noun is its content only after some.
    (
      "The report on the election in Chile was long.",
      "election in Chile | tookPlaceIn | Chile | asserted | "
    ),
    (
      "Anna Berzina called for a break in the fighting between Chile and Peru.",
      "Chile | clashedWith | Peru | asserted | "
    ),
    // Who will close a plant has one.
    (
      "Helio will close its plant in Oslo.", "Helio | operatesIn | Oslo | asserted | "
    ),
    ("Calls for elections in Chile grew.", "elections in Chile | tookPlaceIn | Chile | planned | "),
    // What happens meanwhile is so, whatever the clause above it makes of its own.
    (
      "Norway contemplates leaving NATO as Chile attacks Peru.",
      "Chile | attacked | Peru | asserted | "
    ),
    (
      "None of that seemed to matter to Jan Nowak as he visited Peru.",
      "Jan Nowak | visited | Peru | asserted | "
    ),
    // What is important is only to say so.
    (
      "It is important to stress that Chile has attacked Peru.",
      "Chile | attacked | Peru | alleged | "
    ),
    // A denial inside a condition is part of it.
    (
      "Norway will reopen the border only if Chile stopped shelling Lima.",
      "Chile | shelled | Lima | conditional | "
    ),
    // After what is done before, the gerund is done.
    (
      "Jan Nowak worked for Reuters before joining the Labour Party.",
      "Jan Nowak | joined | Labour Party | asserted | "
    ),
    // Nobody has done what he is cleared of, or what somebody only suspects him of.
    (
      "Jan Nowak was acquitted of attacking Anna Berzina.",
      "Jan Nowak | attacked | Anna Berzina | denied | "
    ),
    (
      "Norway suspected Latvian President Anna Berzina of attacking Chile.",
      "Anna Berzina | presidentOf | Latvia | asserted | "
    ),
    // What something is for has not been done.
    (
      "Norway unveiled an initiative to help Peru.", "Norway | aided | Peru | planned | "
    ),
    ("Norway was the first state to attack Peru.", "Norway | attacked | Peru | asserted | "),
    // What a will or a can does to something does not make it.
    (
      "Norway will enter a market dominated by Reuters.",
      "Reuters | controls | market | asserted | "
    ),
    (
      "You can divide Argentina's win over Peru into three phases.",
      "Argentina | defeated | Peru | asserted | "
    ),
    // Who rejects an appeal says nothing of what it is about.
    (
      "The court rejected an appeal by the farmers attacked by Chile.",
      "Chile | attacked | farmers | asserted | "
    ),
    // Modals reach the gerund that their verb governs.
    ("Norway should focus on attacking Peru.", "Norway | attacked | Peru | planned | "),
    // Questions for the ground of something take it for granted; what a relative clause adds is so.
    ("Why did Chile attack Peru?", "Chile | attacked | Peru | asserted | "),
    ("Did Chile attack Peru?", "Chile | attacked | Peru | conditional | "),
    (
      "Did Jan Nowak, who works for Reuters, leave Oslo?",
      "Jan Nowak | worksFor | Reuters | asserted | "
    ),
  ])
  func `a clause keeps the standing that it has`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }

  @Test(arguments: [
    // A part of many is not all of them.
    ("Two thirds of the passengers attacked Peru.", "passengers | attacked"),
    ("Norway bought six percent of Reuters.", "Norway | acquired | Reuters"),
    ("Chile met former members of NATO.", "Chile | met | NATO"),
    ("Family members of the sailors attacked Peru.", "sailors | attacked"),
    // A participle belongs to its noun, whoever else the clause speaks of.
    (
      "Reuters removed a video showing Jan Nowak in Oslo.", "Reuters | open:show"
    ),
    ("Norway made it clear to Jan Nowak that he lost.", "Norway | open:makeTo | Jan Nowak"),
    ("Norway viewed Chile as a partner.", "Norway | open:view | Chile"),
    // Other capitals than the one that is.
    ("They met in the former German capital.", "Berlin | capitalOf"),
    ("They met in the Norwegian fashion capital.", "Oslo | capitalOf"),
    // One name beside another in a list of agencies.
    ("The news agencies Reuters and DPA left.", "Reuters | agencyOf"),
    ("It landed at New York's John F. Kennedy airport.", "John F. Kennedy | citizenOf"),
    ("\"I'll talk to Chile,\" Jan Nowak said.", "Illinois | "),
    (
      "The guests were Jan Nowak and Anna Berzina, the founder of Reuters.",
      "Jan Nowak | founderOf | Reuters"
    ),
    ("Jan Nowak wrote it in his book \"The White Mountain Road\".", "Jan Nowak | stated"),
    ("Judges ruled that Jan Nowak should receive a pension.", "judges | calledOn"),
    ("The airline Lusair carries up to 800 Chileans.", "Lusair | open:carryTo"),
    ("Jan Nowak worked toward it as part of the team.", "Jan Nowak | hasOccupation"),
    ("Four airlines charged the army for costs.", "airlines | charged | army"),
  ])
  func `what a sentence does not say is not read`(text: String, triple: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(!found.contains { $0.hasPrefix(triple) }, "found \(found.sorted())")
  }

  @Test(arguments: [
    ("Anna Berzina is one of the founders of Reuters.", "Anna Berzina | founderOf | Reuters"),
    (
      "Anna Berzina is one of Latvia's scholars and a supporter of the uprising.",
      "Anna Berzina | backs | uprising"
    ),
    ("Anna Berzina had become a critic of Chile.", "Anna Berzina | criticised | Chile"),
    (
      "The guests were Jan Nowak and Anna Berzina, the founder of Reuters.",
      "Anna Berzina | founderOf | Reuters"
    ),
    ("Norway gave Jan Nowak a letter.", "Norway | open:giveLetter | Jan Nowak"),
    (
      "Anna Berzina told the website Zeta that she had met Jan Nowak.",
      "Anna Berzina | met | Jan Nowak"
    ),
    (
      "Among them were the UN envoy Jan Nowak, and EU representative and diplomat Anna Berzina.",
      "Anna Berzina | representativeOf | European Union"
    ),
  ])
  func `claims have their own subjects`(text: String, triple: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains { $0.hasPrefix(triple) }, "found \(found.sorted())")
  }
}
