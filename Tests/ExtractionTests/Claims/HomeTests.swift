import Testing

@testable import Extraction

/// Whose prime minister or chief executive somebody is, where only the article as a whole says so.
@Suite struct HomeTests {
  private func claims(dateline: String, _ text: String) throws -> Set<String> {
    let end = dateline.unicodeScalars.count
    return try ClaimTests.claims(
      in: dateline + "\n" + text,
      blocks: [
        Block(.dateline, TextRange(0, end)),
        Block(.paragraph, TextRange(end + 1, end + 1 + text.unicodeScalars.count)),
      ])
  }

  @Test func `the dateline tells whose minister is meant`() throws {
    let text = "Prime Minister Jan Nowak met envoys. Chile praised him. Norway slept."
    let found = try claims(dateline: "OSLO, October 9", text)
    #expect(found.contains("Jan Nowak | primeMinisterOf | Norway | asserted | "), "\(found)")
  }

  @Test(arguments: [
    // A state that the article does not name is none that it is about.
    ("LIMA, October 9", "Prime Minister Jan Nowak met envoys. Norway was pleased."),
    // A town that no state is known of.
    ("QQVAR, October 9", "Prime Minister Jan Nowak met envoys. Norway was pleased."),
  ])
  func `other datelines tell nothing`(dateline: String, text: String) throws {
    let found = try claims(dateline: dateline, text)
    #expect(!found.contains { $0.contains("primeMinisterOf") }, "found \(found.sorted())")
  }

  @Test func `a chief executive is that of the company which the article is about`() throws {
    let found = try ClaimTests.claims(
      in: "Helio Foods lost money. Chief executive Anna Berzina slept. Helio Foods sued Chile. "
        + "Helio Foods closed a plant.")
    #expect(
      found.contains("Anna Berzina | chiefExecutiveOf | Helio Foods | asserted | "), "\(found)")
  }

  @Test(arguments: [
    // Another company is named as often.
    "Helio Foods lost money. Chief executive Anna Berzina slept. Helio Foods sued Chile. "
      + "Dovrin Energy closed a plant. Dovrin Energy slept. Dovrin Energy's board met. "
      + "Helio Foods closed.",
    // The article knows another who is.
    "Helio Foods lost money. Chief executive Anna Berzina slept. Helio Foods sued Chile. "
      + "Jan Nowak is the chief executive of Helio Foods.",
    // Twice is not enough.
    "Helio Foods lost money. Chief executive Anna Berzina slept. Helio Foods sued Chile.",
  ])
  func `an article that is about no company tells nothing`(text: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(!found.contains { $0.hasPrefix("Anna Berzina | chiefExecutiveOf") }, "\(found)")
  }
}
