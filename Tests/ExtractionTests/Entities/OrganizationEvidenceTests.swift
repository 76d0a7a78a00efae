import Testing

@testable import Extraction

/// What shows that a name is an organization's, which the language model takes for another's.
@Suite struct OrganizationEvidenceTests {
  private func types(of name: String, in text: String) throws -> [EntityType] {
    try EntityTests.reading(of: text).entities.filter { $0.name == name }.map(\.type)
  }

  @Test(arguments: [
    // Who says 'it' of itself is no person.
    (
      "Keldan", "Keldan said it would sue Chile. Jan Nowak praised Keldan.",
      EntityType.organization
    ),
    ("Brenholt", "Brenholt said he would close a plant. Chile sued Brenholt.", .person),
    // Only companies have shareholders, headquarters and chief executives.
    ("Keldan", "Keldan's shareholders met in Oslo. Chile sued Keldan.", .organization),
    ("Keldan", "Keldan's headquarters burned. Chile praised Keldan.", .organization),
    ("Keldan", "The chief executive of Keldan slept. Chile sued Keldan.", .organization),
    ("Keldan", "Keldan's wife slept. Chile sued Keldan.", .person),
  ])
  func `what it says and has tells what it is`(
    name: String, text: String, type: EntityType
  ) throws {
    #expect(try types(of: name, in: text) == [type])
  }

  @Test(arguments: [
    ("Shenlu Energy lost money. Jan Nowak met Shenlu in Oslo.", "Shenlu Energy", "Shenlu"),
    ("Dovrin Energy closed a plant. Anna Berzina left Dovrin.", "Dovrin Energy", "Dovrin"),
  ])
  func `the short name of a company is the company`(
    text: String, long: String, short: String
  ) throws {
    let found = try EntityTests.reading(of: text).entities.filter { $0.name.hasPrefix(short) }
    #expect(found.map(\.name) == [long])
    #expect(found.map(\.mentions.count) == [2])
  }

  @Test func `who gave a foundation its name is a person`() throws {
    let text = "The Mo Lind Foundation sued Chile. Mo Lind praised Peru."
    #expect(try types(of: "Mo Lind", in: text) == [.person])
    #expect(try types(of: "Mo Lind Foundation", in: text) == [.organization])
  }
}
