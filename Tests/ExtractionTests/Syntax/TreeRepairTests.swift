import Testing

@testable import Extraction

/// Sentences of which parsers get a word wrong that claims depend on.
@Suite struct TreeRepairTests {
  @Test(arguments: [
    // A name in commas belongs to the person that the phrase is about, not to its last noun.
    (
      "The head of the Chilean delegation, Anna Berzina, accused Peru of attacking Bolivia.",
      "Anna Berzina | accused | Peru | asserted | "
    ),
    (
      "The head of the Chilean delegation, Anna Berzina, accused Peru of attacking Bolivia.",
      "Peru | attacked | Bolivia | alleged | Anna Berzina"
    ),
    // What a name of several words owns is not its last word's.
    (
      "Chile and Peru are co-chairs of the Organization for Security and Co-operation in Europe's "
        + "Minsk Group.",
      "Peru | coChairOf | OSCE Minsk Group | asserted | "
    ),
    // What goes along with a subject does all that it does.
    (
      "Peru, together with Chile and Bolivia, signed the treaty.",
      "Bolivia | signed | treaty | asserted | "
    ),
    (
      "The Chilean and the Peruvian foreign ministers arrived on Friday for ceasefire talks in Oslo.",
      "Chilean foreign ministers | open:arriveFor | ceasefire talks in Oslo | asserted | "
    ),
    ("Jan Nowak was happy to join NATO.", "Jan Nowak | joined | NATO | asserted | "),
    ("Chile does not have to attack Peru.", "Chile | attacked | Peru | conditional | "),
    // What is said of several is said of all who are named behind them.
    (
      "The presidents of Chile and Peru, Anna Berzina and Jan Nowak, met in Oslo.",
      "Anna Berzina | met | Jan Nowak | asserted | "
    ),
    ("The banks Helio and Corvo sued Chile.", "Corvo | sued | Chile | asserted | "),
    // The name right before a verb without a subject is its subject.
    ("Chile attacked Peru and Bolivia invaded Brazil.", "Bolivia | invaded | Brazil | asserted | "),
    (
      "Lima sued Helio and the ministry fined Corvo Steel.",
      "ministry | fined | Corvo Steel | asserted | "
    ),
    // A quotation that the speaker breaks is one sentence.
    (
      "“Halden,” Anna Berzina said, “has bought 40 percent of Corvo Steel.”",
      "Halden | ownsStakeIn | Corvo Steel | asserted | Anna Berzina"
    ),
    // 'on the condition that' is a conjunction, ', as did' another subject.
    (
      "Peru will join NATO on the condition that Chile leaves.",
      "Peru | joined | NATO | conditional | "
    ),
    (
      "Peru freed Anna Berzina on the condition that she left.",
      "Peru | released | Anna Berzina | asserted | "
    ),
    (
      "Peru condemned the war in Iraq, as did Chile.",
      "Chile | condemned | war in Iraq | asserted | "
    ),
    (
      "Parliament elected Anna Berzina president.",
      "Parliament | elected | Anna Berzina | asserted | "
    ),
    // What stands right behind the verb of saying speaks.
    (
      "Norsk Halden AG lost money. “We did not sell a thing,” said its chief executive, Anna "
        + "Berzina, “and whoever says so is selling our shares.”",
      "Anna Berzina | stated | We did not sell a thing | asserted | "
    ),
    // 'due to' before a verb is no preposition.
    (
      "The trial in Oslo is due to open on January 14.",
      "trial in Oslo | startedOn | 2021-01-14 | planned | "
    ),
    // 'would' goes with the verb that it stands before.
    (
      "Chile said it would open talks on Tuesday, but rejected the treaty.",
      "Chile | rejected | treaty | asserted | Chile"
    ),
    // Conditions without 'if', whatever is put in between.
    (
      "Had Chile attacked Peru a decade earlier, she writes, Bolivia would have left.",
      "Chile | attacked | Peru | denied | "
    ),
    (
      "Anna Berzina rang Jan Nowak on Sunday to congratulate him.",
      "Anna Berzina | congratulated | Jan Nowak | asserted | "
    ),
    // Who is married to whom in a relative clause.
    (
      "Jan Nowak, whose wife Anna Berzina is a chemist, met reporters.",
      "Anna Berzina | spouseOf | Jan Nowak | asserted | "
    ),
    // What 'it was' sets before the clause is who or what the clause is about.
    ("It was Chile that attacked Peru.", "Chile | attacked | Peru | asserted | "),
    // Waters and crossings are places, whatever they are called by.
    (
      "Chilean troops pulled back from the Tortkul reservoir.",
      "Chilean Armed Forces | withdrewFrom | Tortkul reservoir | asserted | "
    ),
    // Who pleads not guilty has admitted nothing.
    ("Anna Berzina pleaded guilty to fraud.", "Anna Berzina | convictedOf | fraud | asserted | "),
  ])
  func `claims go over the mended tree`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }

  @Test(arguments: [
    ("Anna Berzina pleaded not guilty to fraud.", "convictedOf"),
    // What is set against the others is left out of what they do.
    ("Helio bought Ericsson, not Nokia.", "Nokia"),
    ("Helio bought Ericsson rather than Nokia.", "Nokia"),
    ("Helio out-sold Nokia.", "Helio | sold"),
    // What a word says that nobody knows to be done may be yet to come.
    ("Helio is poised to buy Nokia.", "acquired"),
    ("Anna Berzina will be the first woman to leave NATO.", "left"),
    ("There is little evidence that Chile attacked Peru.", "attacked"),
    ("Chile does not have to attack Peru.", "attacked"),
    ("Chile attacked Peru and Bolivia invaded Brazil.", "Chile | attacked | Bolivia"),
    ("The militia attacked Lima over the weekend.", "criticised"),
    // Nobody denies what nobody has reported, or what they do not deny.
    ("Chile attacked Peru. Bolivia denied this.", "denied | Bolivia"),
    ("Chile said Peru had attacked Bolivia. Peru did not deny this.", "denied | Peru"),
    ("The trial in Oslo is due to open on January 14.", "startedOn"),
    // 'The war' goes on as 'it', and the state that it is in does not kill.
    (
      "The fighting erupted on August 3 in Chad. It has killed at least 260 people.",
      "Chad | killed"
    ),
  ])
  func `nothing is said that the words deny`(text: String, words: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(!found.contains { $0.contains(words) && $0.contains("asserted") }, "\(found.sorted())")
  }

  @Test(arguments: [
    (
      "Halden opened its plant in Oslo. A court fined Halden.", "Halden", EntityType.organization
    ),
    ("Cyclone Nandisa tore across Chile. Nandisa killed ten people.", "Cyclone Nandisa", .event),
    ("The Lundqvist family owns a tenth of the firm.", "Lundqvist family", .group),
    (
      "Marevia sold its ships. The board prefers Marevia of Spain.", "Marevia", .organization
    ),
  ])
  func `words around a name say what it names`(
    text: String, name: String, type: EntityType
  ) throws {
    let entities = try EntityTests.reading(of: text).entities
    let found = entities.filter { $0.name == name }
    #expect(found.map(\.type) == [type], "found \(entities.map { "\($0.name) \($0.type)" })")
  }

  @Test func `the ex-minister is the minister of before`() throws {
    let text =
      "Former ports minister Jan Nowak was charged with fraud. The ex-minister met Anna Berzina."
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains("Jan Nowak | met | Anna Berzina | asserted | "), "\(found.sorted())")
  }

  @Test func `two crowds of different size are two groups`() throws {
    let text = "Two people left Chad. Unions fear for a plant in Oslo, which employs 640 people."
    let groups = try EntityTests.reading(of: text).entities.filter { $0.type == .group }
    #expect(groups.allSatisfy { $0.mentions.count == 1 }, "\(groups)")
  }
}
