import Testing

@testable import Extraction

/// Members of parties by apposition, and what is said of them behind it.
@Suite struct PartyMemberTests {
  @Test(arguments: [
    (
      "Denise Arcand, a Democrat, praised the United States.",
      "Denise Arcand | partyMemberOf | Democratic Party"
    ),
    (
      "Denise Arcand, a Republican, praised the United States.",
      "Denise Arcand | partyMemberOf | Republican Party"
    ),
    // It is she who does what the relative clause says.
    (
      "Denise Arcand, a Democrat who met Jan Nowak, praised the United States.",
      "Denise Arcand | met | Jan Nowak"
    ),
  ])
  func `an apposition makes a member`(text: String, triple: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(triple + " | asserted | "), "found \(found.sorted())")
  }

  @Test func `where the state is not spoken of the party is not known`() throws {
    let found = try ClaimTests.claims(
      in: "Denise Arcand, a Democrat who met Jan Nowak, praised Chile.")
    #expect(!found.contains { $0.contains("partyMemberOf") }, "found \(found.sorted())")
    #expect(found.contains("Denise Arcand | met | Jan Nowak | asserted | "), "\(found.sorted())")
  }
}
