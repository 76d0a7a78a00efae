import Testing

@testable import Extraction

/// Speakers between commas and behind the comma that ends what they say.
@Suite struct LateSpeakerTests {
  @Test(arguments: [
    (
      "The militia, residents recalled, killed Jan Nowak.",
      "militia | killed | Jan Nowak | alleged | residents"
    ),
    (
      "Chilean troops, residents recalled, shelled Lima.",
      "Chilean Armed Forces | shelled | Lima | alleged | residents"
    ),
    (
      "The rebels, villagers recalled, attacked Lima.",
      "rebels | attacked | Lima | alleged | villagers"
    ),
    (
      "Chile will attack Peru, warned Anne Keller.",
      "Chile | attacked | Peru | conditional | Anne Keller"
    ),
  ])
  func `speakers in uncommon places speak`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }

  @Test(arguments: [
    ("The militia, residents recalled, killed Jan Nowak.", "residents | killed"),
    ("Chile will attack Peru, warned Anne Keller.", "Chile | warned"),
  ])
  func `who only speaks does nothing and is told nothing`(text: String, words: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(!found.contains { $0.contains(words) }, "found \(found.sorted())")
  }

  @Test(arguments: [
    // An apposition between commas speaks no word.
    (
      "The militia, the mayor's guards, killed Jan Nowak.",
      "militia | killed | Jan Nowak | asserted | "
    ),
    // With 'and' it is Chile that warns.
    ("Chile attacked Peru, and warned Anne Keller.", "Chile | warned | Anne Keller | asserted | "),
  ])
  func `nobody speaks where nobody is said to`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }
}
