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
      "Anna Berzina | delivered | speech | asserted | "
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

  @Test func `a speaker whom nobody names is not somebody else`() throws {
    let found = try ClaimTests.claims(
      in: "Jan Nowak raided the bank in “an ongoing inquiry,” a clerk of the court said.")
    #expect(!found.contains { $0.hasPrefix("Jan Nowak | stated") }, "found \(found.sorted())")
  }
}
