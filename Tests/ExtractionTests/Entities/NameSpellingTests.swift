import Testing

@testable import Extraction

/// Names with hyphens and apostrophes, and what the first half of a given name tells.
@Suite struct NameSpellingTests {
  private static let knowledge = Result { try Knowledge.load(folder: .find()) }

  @Test(arguments: [
    ("Jean-Claude Lind met Anna Berzina.", "Jean-Claude Lind | Person | - | Jean-Claude Lind"),
    ("Chile praised Anna-Lena Berg.", "Anna-Lena Berg | Person | - | Anna-Lena Berg"),
  ])
  func `names keep their hyphens`(text: String, entity: String) throws {
    let found = try EntityTests.entities(in: text)
    #expect(found.contains(entity), "found \(found)")
  }

  @Test func `an apostrophe that belongs to a name stays, and that of an owner does not`() throws {
    let names = try EntityTests.reading(of: "Jan Nowak praised Moody's. Chile sued Berzina's firm.")
      .entities.map(\.name)
    #expect(names.contains("Moody's"), "found \(names)")
    #expect(!names.contains { $0.hasPrefix("Berzina'") }, "found \(names)")
  }

  @Test func `the first half of a given name tells the gender`() throws {
    let gazetteer = try Self.knowledge.get().gazetteer
    #expect(gazetteer.givenName("Jean-Claude")?.gender == .male)
    #expect(gazetteer.givenName("Anna-Qqvar")?.gender == .female)
    #expect(gazetteer.givenName("Qqvar-Anna") == nil)
  }

  @Test func `pronouns go by the first half`() throws {
    let found = try ClaimTests.claims(
      in: "The inspector Jean-Claude Lind met Anna Berzina in Oslo. He sued her.")
    #expect(found.contains("Jean-Claude Lind | sued | Anna Berzina | asserted | "), "\(found)")
  }
}
