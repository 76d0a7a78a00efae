import Testing

@testable import Extraction

/// Verbs that the lexicon does not know, or knows with other parts only.
@Suite struct OpenClaimTests {
  @Test(arguments: [
    // Where it happened, if the sentence tells nothing else.
    ("Jan Nowak was arrested in Oslo.", "Jan Nowak | open:beArrestedIn | Oslo | asserted | "),
    ("Jan Nowak was buried near Riga.", "Jan Nowak | open:beBuriedNear | Riga | asserted | "),
    ("Jan Nowak vanished in Oslo.", "Jan Nowak | open:vanishIn | Oslo | asserted | "),
    // Pronouns of one person.
    (
      "Anna Berzina arrived. She hoodwinked Jan Nowak.",
      "Anna Berzina | open:hoodwink | Jan Nowak | asserted | "
    ),
    // Nobody is signed as a treaty is.
    ("Anna Berzina signed Jan Nowak.", "Anna Berzina | open:sign | Jan Nowak | asserted | "),
    (
      "Anna Berzina overtook Jan Nowak.", "Anna Berzina | open:overtake | Jan Nowak | asserted | "
    ),
  ])
  func `open claims take the words of the sentence`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }

  @Test(arguments: [
    "Jan Nowak was arrested in March.", "Jan Nowak was arrested by Chile in Oslo.",
    "Anna Berzina arrived. They hoodwinked Jan Nowak.",
    // A language is no state.
    "Jan Nowak learned German.", "Jan Nowak studied Chinese in Oslo.",
    // Verbs that tell nothing alone.
    "Jan Nowak put Anna Berzina ahead.", "Jan Nowak saw Anna Berzina.",
    "Anna Berzina calls Jan Nowak.",
  ])
  func `nothing open is said of the rest`(text: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(!found.contains { $0.contains(" | open:") }, "found \(found.sorted())")
  }
}
