import Testing

@testable import Extraction

/// What things without a name of their own are called.
@Suite struct LocalNameTests {
  @Test(arguments: [
    // What tells which one it is belongs to the name, whoever tells it.
    ("Anna Berzina protested against the war in Iraq.", "war in Iraq"),
    ("Anna Berzina spoke. Her family left Chile.", "family of Anna Berzina"),
    ("Helio announced plans for the A380.", "plans for the A380"),
    ("Peru resumed the talks between Chile and Norway.", "talks between Chile and Norway"),
    // A noun of two words keeps both, and whom it belongs to is said once.
    ("An American drone strike killed ten rebels.", "American drone strike"),
    ("A German police officer met Anna Berzina.", "German police officer"),
    ("UN human rights experts praised Chile.", "United Nations experts"),
    // A week or a month is no owner, and the side of a place stays.
    ("Chile criticised last week's talks in Oslo.", "talks in Oslo"),
    ("Anna Berzina criticised the settlement in east Jerusalem.", "settlement in east Jerusalem"),
    // A president's speech is his own and no speech of his state.
    (
      "Norway's president, Jan Nowak, met Anna Berzina. She praised his speech.",
      "speech of Jan Nowak"
    ),
    // Where wages are spoken of, a strike is no attack.
    ("Anna Berzina criticised the strike over pay in Oslo.", "labour strike"),
    // Names keep their capitals; words that only say how many are no part of one.
    ("Anna Berzina met several Arab leaders in Oslo.", "Arab leaders"),
    ("Thousands protested in Oslo.", "thousands of people"),
  ])
  func `a name says which one is meant`(text: String, name: String) throws {
    let names = try EntityTests.reading(of: text).entities.map(\.name)
    #expect(names.contains(name), "found \(names)")
  }

  @Test(arguments: [
    // What tells one from another makes two of them.
    (
      "Anna Berzina met her family in Oslo. Jan Nowak met his family in Riga.",
      ["family of Anna Berzina", "family of Jan Nowak"]
    ),
    (
      "Peru signed an agreement on Nabucco. Chile criticised the agreement with Russia.",
      ["agreement on Nabucco", "agreement with Russia"]
    ),
    // What is spoken of again is the same.
    (
      "The war in Iraq began in March. Anna Berzina protested against the war.",
      ["war in Iraq"]
    ),
    // An office that several states have is one of each.
    (
      "The presidents of Norway and Chile met in Oslo.",
      ["President of Norway", "President of Chile"]
    ),
  ])
  func `one thing has one name`(text: String, names: [String]) throws {
    let all = try EntityTests.reading(of: text).entities.map(\.name)
    let words = Set(names.flatMap { $0.split(separator: " ").prefix(1) })
    let found = all.filter { name in words.contains { name.hasPrefix($0) } }
    #expect(Set(found) == Set(names), "found \(all)")
  }

  @Test(arguments: [
    ("The Iranian tanker Bahar left the port of Lima.", "Bahar", EntityType.product),
    ("The American fund Harrow bought Siemens.", "Harrow", .organization),
    ("The Chinese contractor Sinodam built the dam.", "Sinodam", .organization),
    ("Rebels attacked the town of Tel Dabesh.", "Tel Dabesh", .city),
  ])
  func `the noun before a name says what it names`(
    text: String, name: String, type: EntityType
  ) throws {
    let found = try EntityTests.reading(of: text).entities.filter { $0.name == name }
    #expect(found.map(\.type) == [type])
  }
}
