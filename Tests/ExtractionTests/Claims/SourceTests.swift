import Testing

@testable import Extraction

/// Who is said to have said what, where texts put the speaker in uncommon places.
@Suite struct SourceTests {
  @Test(arguments: [
    // The speaker ends the sentence, with an office and a name in commas.
    (
      "Chile attacked Peru, the prime minister, Anna Berzina, said on Monday.",
      "Chile | attacked | Peru | alleged | Anna Berzina"
    ),
    (
      "Jan Nowak met Chile's envoy in Riga, his lawyer, Anna Berzina, said.",
      "Anna Berzina | defendedInCourt | Jan Nowak | asserted | "
    ),
    (
      "The plant will close in May, the company's chief executive, Anna Berzina, said.",
      "plant | endedOn | 2021-05 | planned | Anna Berzina"
    ),
    // What is read at the verb of saying itself is not what the speaker says.
    (
      "Output has “soared”, Anna Berzina said in her speech.",
      "Anna Berzina | delivered | speech of Anna Berzina | asserted | "
    ),
    (
      "The drill is over, Anna Berzina told Reuters.",
      "Anna Berzina | gaveStatementTo | Reuters | asserted | "
    ),
    // Nouns stand for what is said, too.
    (
      "Anna Berzina warned of an attack on Chile by Peru.",
      "Peru | attacked | Chile | conditional | Anna Berzina"
    ),
    (
      "Anna Berzina announced plans to attack Chile.",
      "Anna Berzina | attacked | Chile | planned | Anna Berzina"
    ),
    // Who is cited says so; who quotes does not.
    (
      "Chile attacked Peru, the Zeta agency reported, citing Anna Berzina.",
      "Chile | attacked | Peru | alleged | Zeta agency; Anna Berzina"
    ),
    (
      "Chile will attack Peru, Reuters quoted Anna Berzina as saying.",
      "Chile | attacked | Peru | planned | Anna Berzina"
    ),
    (
      "“We will attack Chile”, Reuters quoted Anna Berzina as saying.",
      "Anna Berzina | stated | We will attack Chile | asserted | "
    ),
    (
      "Chile attacked Peru, according to a report in the New York Times.",
      "Chile | attacked | Peru | alleged | New York Times"
    ),
    // Who denies a claim denies it alone.
    (
      "Anna Berzina rejected a claim by Peru that Chile had attacked Bolivia.",
      "Chile | attacked | Bolivia | denied | Anna Berzina"
    ),
    // Somebody else's words beside what is reported.
    (
      "Jan Nowak said Chile had left, and his deputy, Anna Berzina, accused Peru of lying.",
      "Anna Berzina | accused | Peru | asserted | "
    ),
    (
      "“Today we win,” Jan Nowak said. Anna Berzina said that the vote was unfair. “I am sure that "
        + "Chile will pay.”",
      "Anna Berzina | stated | I am sure that Chile will pay. | asserted | "
    ),
    // A storm does no hostile act.
    (
      "The storm killed four people in Oslo, Anna Berzina said.",
      "storm | numberKilled | 4 | asserted | Anna Berzina"
    ),
    // Documents and bodies without a name speak; what they do not say is no document.
    (
      "The release said that Chile had signed the treaty.",
      "Chile | signed | treaty | asserted | release"
    ),
    (
      "The electoral commission said that Jan Nowak received 300 votes.",
      "Jan Nowak | votesWon | 300 | asserted | electoral commission"
    ),
    (
      "The ministry's press office said that Chile had signed the treaty.",
      "Chile | signed | treaty | asserted | ministry press office"
    ),
    (
      "A German police officer said that Chile had signed the treaty.",
      "Chile | signed | treaty | asserted | German police officer"
    ),
    // Who is named between commas says what stands around them.
    (
      "Officials fear a war. An envoy, they say, told Anna Berzina that Chile had signed the treaty.",
      "Chile | signed | treaty | asserted | envoy; officials"
    ),
    // A denial answers what another sentence or clause reports.
    (
      "Chile said Peru had attacked Bolivia. Peru denied this.",
      "Peru | attacked | Bolivia | denied | Peru"
    ),
    (
      "Chile said Peru had attacked Bolivia. Jan Nowak rejected the accusation.",
      "Peru | attacked | Bolivia | denied | Jan Nowak"
    ),
    (
      "Chile said Peru had attacked Bolivia, which Peru denies.",
      "Peru | attacked | Bolivia | denied | Peru"
    ),
    // How many died blames nobody.
    (
      "Ten soldiers were killed in the mutiny, Anna Berzina said.",
      "mutiny | numberKilled | 10 | asserted | Anna Berzina"
    ),
    // What comes after 'after' is there by the words of who says so.
    (
      "Anna Berzina said the sides might meet after the Chilean attack on Peru.",
      "Chile | attacked | Peru | alleged | Anna Berzina"
    ),
  ])
  func `who says so stands with a claim`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }

  @Test(arguments: [
    ("‘We never left Chile,’ Anna Berzina sobbed.", "Anna Berzina | stated | We never left Chile"),
    // Who praises or blames quoted words has said them, and no word of theirs speaks itself.
    (
      "Anna Berzina denounced the “senseless war that Chile wants”.",
      "Anna Berzina | stated | senseless war that Chile wants"
    ),
    ("“The church exults,” wrote Anna Berzina.", "Anna Berzina | stated | The church exults"),
    (
      "A ministry official told the news agency, Reuters.",
      "ministry official | gaveStatementTo | Reuters"
    ),
    // A capital that is called on is its state.
    ("Anna Berzina called on Washington to leave Iraq.", "Anna Berzina | calledOn | United States"),
    // Titles with a party before them, shares, marriages.
    (
      "Republican Senator Jan Nowak left the United States.",
      "Jan Nowak | partyMemberOf | Republican Party"
    ),
    ("Anna Berzina owns half of Siemens.", "Anna Berzina | ownsStakeIn | Siemens"),
    ("Anna Berzina is married to Jan Nowak.", "Anna Berzina | spouseOf | Jan Nowak"),
    // Offices, parties and states of persons around their names.
    ("Governor Jan Nowak of Ohio met Anna Berzina.", "Jan Nowak | governorOf | Ohio"),
    ("The mayor of Riga, Dr Anna Berzina, met Jan Nowak.", "Anna Berzina | mayorOf | Riga"),
    ("Jan Nowak met Anna Berzina. She is mayor of Riga.", "Anna Berzina | mayorOf | Riga"),
    ("Anna Berzina, who has been mayor of Riga since 2018, left.", "Anna Berzina | mayorOf | Riga"),
    ("Jan Nowak's Labour Party backed Chile.", "Jan Nowak | partyMemberOf | Labour Party"),
    ("Anna Berzina (SPD) met Jan Nowak.", "Anna Berzina | partyMemberOf | Social Democratic"),
    ("Jan Nowak, a Frenchman, was arrested in Riga.", "Jan Nowak | citizenOf | France"),
    ("The Frenchman Jan Nowak met Anna Berzina.", "Jan Nowak | met | Anna Berzina"),
    ("Jan Nowak was arrested in Riga.", "Jan Nowak | open:beArrestedIn | Riga"),
    // Beside the clause, the event is the subject's.
    ("During a visit to Riga, Jan Nowak praised Chile.", "Jan Nowak | visited | Riga"),
    ("After talks with Anna Berzina, Jan Nowak left.", "Jan Nowak | heldTalksWith | Anna Berzina"),
    // What stands for a plural, or behind what counts it.
    ("Countries such as Norway and Peru condemned Chile.", "Peru | condemned | Chile"),
    ("Tens of thousands of teachers marched in Riga.", "teachers | protestedIn | Riga"),
    ("The rebels captured the town of Dabesh.", "rebels | captured | Dabesh"),
    ("The border between Chile and Peru is long.", "Chile | borders | Peru"),
    // Pronouns in a reproach mean whom it is made to.
    ("Norway criticised Iran for its attack on Syria.", "Iran | attacked | Syria"),
    (
      "The senator has attacked the minister for allowing Chile to leave.",
      "senator | criticised | minister"
    ),
    ("The talks came as the UN refugee agency called on Chile to leave.", "calledOn | Chile"),
  ])
  func `a sentence links`(text: String, triple: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains { $0.contains(triple) }, "found \(found.sorted())")
  }

  @Test(arguments: [
    ("The chief executive officer of Reuters, Jan Nowak, left.", "Jan Nowak | soldierOf"),
    ("Jan Nowak sued a reporter with the daily Ethnikos, who was sued by Peru.", "sued | Ethnikos"),
    ("In the Fox News interview Jan Nowak praised Chile.", "Jan Nowak | worksFor"),
    ("Airbus and Boeing workers met.", "Airbus workers | worksFor | Boeing"),
    ("President Jan Nowak left. The former president sued Chile.", "Jan Nowak | sued"),
    ("Norway has not ruled out attacking Iran.", "Norway | attacked | Iran | asserted"),
    ("Norway criticised Iran for its attack on Syria.", "Norway | attacked"),
  ])
  func `a sentence does not say`(text: String, triple: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(!found.contains { $0.contains(triple) }, "found \(found.sorted())")
  }

  @Test func `ministers without a state are those of the state that the article is about`() throws {
    let text = """
      Prime Minister Jan Nowak rejected the budget on Monday. Norway had asked for more time. Norway's \
      parliament will vote in Oslo. Finance Minister Anna Berzina said that Norway could wait. FCO \
      Minister Olav Dahl left Norway. Ida Lund, a prime minister, left Norway, too.
      """
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains("Jan Nowak | primeMinisterOf | Norway | asserted | "), "\(found)")
    #expect(found.contains("Anna Berzina | financeMinisterOf | Norway | asserted | "), "\(found)")
    #expect(!found.contains { $0.hasPrefix("Olav Dahl | ministerOf | Norway") }, "\(found)")
    #expect(!found.contains { $0.hasPrefix("Ida Lund | primeMinisterOf") }, "\(found)")
  }

  @Test func `of two states that are named alike none is the article's own`() throws {
    let found = try ClaimTests.claims(
      in: "Prime Minister Jan Nowak left. Chile, Chile and Chile lost to Peru, Peru and Peru.")
    #expect(!found.contains { $0.contains("primeMinisterOf") }, "\(found)")
  }

  @Test func `a speaker whom nobody names is not somebody else`() throws {
    let found = try ClaimTests.claims(
      in: "Jan Nowak raided the bank in “an ongoing inquiry,” a clerk of the court said.")
    #expect(!found.contains { $0.hasPrefix("Jan Nowak | stated") }, "found \(found.sorted())")
  }
}
