import Testing

@testable import Extraction

/// Nouns for a person without a name: a role in capitals, an age, a countryman, kin.
@Suite struct PersonNounTests {
  @Test(arguments: [
    // A role in capitals behind an article is no name.
    (
      "Chilean Prime Minister Jan Nowak arrived. The Prime Minister praised Anna Berzina.",
      "Jan Nowak | praised | Anna Berzina"
    ),
    ("A Chilean court sat. The Court fined Spotify.", "Chilean court | fined | Spotify"),
    ("The Prime Minister Jan Nowak praised Peru.", "Jan Nowak | praised | Peru"),
    // Ages.
    (
      "Jan Nowak won the race. The 44-year-old praised Anna Berzina.",
      "Jan Nowak | praised | Anna Berzina"
    ),
    ("Jan Nowak won. Chile praised the 44-year-old.", "Chile | praised | Jan Nowak"),
    // A countryman with a name is who bears it.
    ("Chile arrested a Russian, Ivan Petrov, in Oslo.", "Chile | arrested | Ivan Petrov"),
    // All Chinese may be their state.
    ("The Chinese attacked Jan Nowak.", "China | attacked | Jan Nowak"),
  ])
  func `nouns for a person stand for one`(text: String, triple: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(triple + " | asserted | "), "found \(found.sorted())")
  }

  @Test(arguments: [
    ("Jan Nowak won the cup. The Argentine praised Anna Berzina.", "Argentina"),
    ("The Dane met Jan Nowak.", "Denmark"),
    ("Police arrested a Russian, Ivan Petrov, in Oslo.", "Russia"),
  ])
  func `one countryman is no state`(text: String, state: String) throws {
    let names = try EntityTests.reading(of: text).entities.map(\.name)
    #expect(!names.contains(state), "found \(names)")
  }

  @Test func `someone of an age is not who was named before`() throws {
    let found = try ClaimTests.claims(
      in: "Jan Nowak won the race. A 44-year-old praised Anna Berzina.")
    #expect(!found.contains { $0.contains("praised") }, "found \(found.sorted())")
  }

  @Test(arguments: [
    ("His wife Tovi Lund met Kelde Berg in Oslo. He praised Chile.", "Kelde Berg"),
    ("Her uncle Tovi Lund met Kelde Berg in Oslo. She praised Chile.", "Kelde Berg"),
    // Friends may be of either gender.
    ("His friend Tovi Lund met Kelde Berg in Oslo. He praised Chile.", "Tovi Lund"),
  ])
  func `nouns of kinship tell the gender`(text: String, subject: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains("\(subject) | praised | Chile | asserted | "), "\(found.sorted())")
  }

  @Test func `kin are women or men`() {
    #expect(Gender.ofKin("wife") == .female)
    #expect(Gender.ofKin("nephew") == .male)
    #expect(Gender.ofKin("cousin") == nil)
  }
}
