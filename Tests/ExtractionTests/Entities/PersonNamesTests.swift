import Testing

@testable import Extraction

@Suite struct PersonNamesTests {
  @Test(arguments: [
    (["lund"], ["ida", "lund"], PersonNames.Closeness.surname),
    (["i", "lund"], ["ida", "lund"], .surname),
    (["ida"], ["ida", "lund"], .givenName),
    (["kim"], ["kim", "jong", "un"], .surname),
  ])
  func `short names stand for full ones`(
    short: [String], full: [String], expected: PersonNames.Closeness
  ) {
    #expect(PersonNames.closeness(of: short, to: full) == expected)
  }

  @Test func `other names do not`() {
    #expect(PersonNames.closeness(of: ["berg"], to: ["ida", "lund"]) == nil)
    #expect(PersonNames.closeness(of: ["jens", "lund"], to: ["ida", "lund"]) == nil)
  }

  @Test func `slips of a letter are variants, other names are not`() {
    #expect(PersonNames.areVariants(["mahmud", "darwazi"], ["mahmoud", "darwazi"]))
    #expect(!PersonNames.areVariants(["ida", "lund"], ["ada", "lund"]))
    #expect(!PersonNames.areVariants(["jens", "brandt"], ["ida", "brandt"]))
    #expect(PersonNames.distance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
  }

  @Test func `abbreviations take their letters from the name in order`() {
    #expect(ShortNames.isAcronym("NPC", of: "Nordic Peat Council"))
    #expect(ShortNames.isAbbreviation("NorPeat", inBracketsAfter: "Nordic Peat Council"))
    #expect(!ShortNames.isAbbreviation("XPC", inBracketsAfter: "Nordic Peat Council"))
  }
}
