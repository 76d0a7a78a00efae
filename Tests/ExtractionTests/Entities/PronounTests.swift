import Testing

@testable import Extraction

/// Whom pronouns stand for where several are near.
@Suite struct PronounTests {
  @Test(arguments: [
    // The owner is the subject of the pronoun's own clause.
    (
      "Jan Nowak said Ole Berg had met his wife, Anna Berzina, in Oslo.",
      "Anna Berzina | spouseOf | Ole Berg", true
    ),
    // Nobody does something to himself by 'him'.
    ("Ole Berg arrived. Jan Nowak attacked him.", "Jan Nowak | attacked | Ole Berg", true),
    // The law bans it, not the parliament that passed it.
    (
      "The law was passed by the Norwegian parliament. It bans Chile from the contest.",
      "Norwegian parliament | banned | Chile", false
    ),
    (
      "The film was honoured at the Oslo Gala when it received an award.",
      "Oslo Gala | wonAward", false
    ),
    ("Reuters grew. It acquired Nordbank.", "Reuters | acquired | Nordbank", true),
    // Who holds an office is nobody else who was named before.
    (
      "Jan Nowak slept. Norway's prime minister is aware of it, so he will travel to Riga.",
      "Jan Nowak | travelledTo | Riga", false
    ),
    // On board is no board.
    ("The planes had nobody on board. Chile attacked them.", "Chile | attacked | board", false),
  ])
  func `pronouns stand for what is meant`(text: String, triple: String, isSaid: Bool) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains { $0.hasPrefix(triple) } == isSaid, "found \(found.sorted())")
  }

  @Test func `a town that speaks is the person of that name`() throws {
    let found = try ClaimTests.claims(
      in: "The search is led by Angus Houston.\n\nBut Houston warned that Chile had attacked Peru.")
    #expect(
      found.contains("Chile | attacked | Peru | conditional | Angus Houston"), "\(found.sorted())")
  }
}
