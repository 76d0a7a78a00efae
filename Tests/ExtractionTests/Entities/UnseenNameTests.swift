import Testing

@testable import Extraction

/// Names that the language model does not see, or sees half of, beside nouns that say what they name.
@Suite struct UnseenNameTests {
  private func entities(in text: String) throws -> Set<String> {
    Set(try EntityTests.reading(of: text).entities.map { "\($0.name) | \($0.type.rawValue)" })
  }

  @Test(arguments: [
    ("Jan Nowak visited the Ras Siyyan terminal.", "Ras Siyyan", "Ras Siyyan terminal"),
    ("Tankers left the Ras Siyyan terminal.", "Ras Siyyan", "Ras Siyyan terminal"),
    ("Chilean troops shelled the Vardan refinery.", "Vardan", "Vardan refinery"),
  ])
  func `a name before the noun for a site is the site's`(
    text: String, name: String, site: String
  ) throws {
    let found = try entities(in: text)
    #expect(found.contains("\(site) | Facility"), "found \(found.sorted())")
    #expect(!found.contains { $0.hasPrefix("\(name) | ") }, "found \(found.sorted())")
  }

  @Test func `a place that stands alone elsewhere stays one`() throws {
    let found = try entities(
      in: "Rebels attacked the Ras Siyyan terminal. Jan Nowak lives in Ras Siyyan.")
    #expect(found.contains("Ras Siyyan | Place"), "found \(found.sorted())")
  }

  @Test(arguments: [
    (
      "The Norwegian fund Fjellkapital praised Peru.", "Fjellkapital",
      "Fjellkapital | praised | Peru"
    ),
    ("The Norwegian dairy Melkevik sued Chile.", "Melkevik", "Melkevik | sued | Chile"),
    ("Rebels burned the Norwegian dairy Melkevik.", "Melkevik", "rebels | attacked | Melkevik"),
  ])
  func `a name behind the noun for what it names is seen`(
    text: String, name: String, triple: String
  ) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(triple + " | asserted | "), "found \(found.sorted())")
    #expect(try entities(in: text).contains("\(name) | Organization"))
  }

  @Test func `a day behind a noun is no name`() throws {
    let found = try entities(in: "The Norwegian fund Monday praised Peru.")
    #expect(!found.contains { $0.hasPrefix("Monday") }, "found \(found.sorted())")
  }
}
