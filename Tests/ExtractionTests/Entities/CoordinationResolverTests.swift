import Testing

@testable import Extraction

/// Words for several that were named side by side.
@Suite struct CoordinationResolverTests {
  @Test(arguments: [
    (
      "Helio and Castle Group met in Oslo. They sued Chile.",
      ["Helio | sued | Chile", "Castle Group | sued | Chile"]
    ),
    (
      "Spotify and Siemens met in Oslo. Both sued Chile.",
      ["Spotify | sued | Chile", "Siemens | sued | Chile"]
    ),
    (
      "Spotify and Siemens met in Oslo. The two companies sued Chile.",
      ["Spotify | sued | Chile", "Siemens | sued | Chile"]
    ),
    (
      "Jan Nowak met Anna Berzina in Lima. The two leaders praised Chile.",
      ["Jan Nowak | praised | Chile", "Anna Berzina | praised | Chile"]
    ),
    (
      "Jan Nowak and Ole Berg met in Oslo. The two men praised Chile.",
      ["Jan Nowak | praised | Chile", "Ole Berg | praised | Chile"]
    ),
    (
      "Jan Nowak and Anna Berzina met in Lima. Ole Berg praised them.",
      ["Ole Berg | praised | Jan Nowak", "Ole Berg | praised | Anna Berzina"]
    ),
  ])
  func `words for several stand for all of them`(text: String, triples: [String]) throws {
    let found = try ClaimTests.claims(in: text)
    for triple in triples {
      #expect(found.contains(triple + " | asserted | "), "found \(found.sorted())")
    }
  }

  @Test(arguments: [
    // A group of people that was spoken of since is likelier meant.
    (
      "Jan Nowak and Anna Berzina arrived in Lima. The rebels attacked Riga. They praised Chile.",
      "rebels | praised | Chile | asserted | "
    ),
    (
      "Jan Nowak and Anna Berzina arrived in Lima. Rebels were waiting. They attacked Riga.",
      "rebels | attacked | Riga | asserted | "
    ),
    // Two are not three, and companies are no leaders.
    (
      "Helio and Castle Group met in Oslo. The three companies sued Chile.",
      "companies | sued | Chile | asserted | "
    ),
    (
      "Spotify and Siemens met in Oslo. The two leaders praised Chile.",
      "leaders | praised | Chile | asserted | "
    ),
    (
      "Jan Nowak, Anna Berzina and Ole Berg met in Lima. The two leaders praised Chile.",
      "leaders | praised | Chile | asserted | "
    ),
  ])
  func `others are not overridden`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }

  @Test func `a person and a state are no company`() throws {
    let found = try ClaimTests.claims(in: "Chile and Jan Nowak met in Oslo. They sued Spotify.")
    #expect(!found.contains { $0.contains("sued") }, "found \(found.sorted())")
  }
}
