import Testing

@testable import Extraction

/// Texts with a mention, the entity that it is one of, and why.
@Suite struct MentionReasonTests {
  @Test(arguments: [
    ("Ida Lund spoke. Lund was brief.", "Lund", "Ida Lund", MentionReason.partOfName),
    ("Ida Lund spoke. She was brief.", "She", "Ida Lund", .pronoun),
    ("Norway protested. The Norwegian navy sailed.", "Norwegian", "Norway", .demonym),
    ("Oslo said it would not sign. Norway was firm.", "Oslo", "Norway", .metonym),
    (
      "Sweden's foreign minister, Ida Lund, came to Riga. The Swedish foreign minister left soon.",
      "The Swedish foreign minister", "Ida Lund", .role
    ),
    ("Ida Lund, a farmer, sold her land.", "a farmer", "Ida Lund", .apposition),
    ("Peru closed its border. The country is in crisis.", "The country", "Peru", .nominal),
    ("“I will not resign,” Ida Lund said on Friday.", "I", "Ida Lund", .speaker),
    (
      "Swedish Foreign Minister Ida Lund met her Danish counterpart.", "her Danish counterpart",
      "Foreign Minister of Denmark", .office
    ),
  ])
  func `mentions say why`(
    text: String, words: String, name: String, reason: MentionReason
  ) throws {
    let reading = try EntityTests.reading(of: text)
    let found = reading.entities.flatMap { entity in
      entity.mentions.map { (EntityTests.words($0, of: text), entity.name, $0.reason) }
    }
    #expect(
      found.contains { $0.0 == words && $0.1 == name && $0.2 == reason }, "found \(found)")
  }
}
