import Testing

@testable import Extraction

/// A counterpart holds in one country what the other one holds in theirs.
@Suite struct CounterpartTests {
  @Test(arguments: [
    (
      "Norwegian Foreign Minister Jan Nowak met his Chilean counterpart, Anna Berzina, in Lima.",
      "Anna Berzina | foreignMinisterOf | Chile | asserted | "
    ),
    (
      "Peru invited Norwegian Foreign Minister Jan Nowak and his Chilean counterpart Anna Berzina.",
      "Anna Berzina | foreignMinisterOf | Chile | asserted | "
    ),
    (
      "Nowak's Chilean counterpart, Anna Berzina, met Norwegian President Jan Nowak.",
      "Anna Berzina | presidentOf | Chile | asserted | "
    ),
  ])
  func `a named counterpart has the office`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }

  @Test(arguments: [
    // Nobody knows what an unnamed office is, or the past one.
    "Jan Nowak met his Chilean counterpart, Anna Berzina, in Lima.",
    "Former Norwegian President Jan Nowak met his Chilean counterpart, Anna Berzina.",
    "Norwegian biologist Jan Nowak met his Chilean counterpart, Anna Berzina.",
  ])
  func `without an office there is none to share`(text: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(
      !found.contains {
        $0.hasPrefix("Anna Berzina | ") && $0.contains("Of | Chile") && !$0.contains("citizenOf")
      }, "found \(found.sorted())")
  }
}
