import Testing

@testable import Extraction

/// Texts and the entities that they name.
///
/// An entity is written `name | class | identifier | mentions`, the identifier `-` for none and the
/// mentions, named ones alone, with `;` between them.
@Suite struct EntityTests {
  static let extractor = Result { try Extractor(knowledge: .load(folder: .find())) }

  static func reading(of text: String) throws -> ExtractedArticle {
    let article = Article(
      id: "a", published: CalendarDate(iso: "2020-10-09").map { Timestamp(date: $0) },
      text: ArticleText(text))
    return try extractor.get().extract(ModelAnnotator.standard().annotate(article))
  }

  static func words(_ mention: Mention, of text: String) -> String {
    let scalars = Array(text.unicodeScalars)[mention.range.begin..<mention.range.end]
    return String(String.UnicodeScalarView(scalars))
  }

  static func entities(in text: String) throws -> [String] {
    try reading(of: text).entities.compactMap { entity in
      let named = entity.mentions.filter { $0.form == .name || $0.form == .adjective }
        .map { words($0, of: text) }
      guard !named.isEmpty else { return nil }
      return [entity.name, entity.type.rawValue, entity.link ?? "-", named.joined(separator: "; ")]
        .joined(separator: " | ")
    }
  }

  @Test(arguments: [
    // One name, several things.
    (
      "Georgia signed a trade agreement with Armenia. The talks were held in Tbilisi.",
      ["Georgia | Country | Q230 | Georgia"]
    ),
    (
      "The governor of Georgia spoke to voters in Atlanta and Savannah on Monday.",
      ["Georgia | Region | Q1428 | Georgia"]
    ),
    (
      "The family moved from Atlanta, Georgia, to Oslo.",
      ["Georgia | Region | Q1428 | Georgia", "Oslo | City | Q585 | Oslo"]
    ),
    (
      "Denzel Washington arrived late. Washington waved to his fans.",
      ["Denzel Washington | Person | - | Denzel Washington; Washington"]
    ),
    (
      "The conference was held in Washington on Monday.",
      ["Washington | City | Q61 | Washington"]
    ),
    (
      "Washington accused Moscow of breaking the treaty.",
      ["United States | Country | Q30 | Washington", "Russia | Country | Q159 | Moscow"]
    ),
    (
      "Jordan and Egypt closed their border crossings.",
      ["Jordan | Country | Q810 | Jordan", "Egypt | Country | Q79 | Egypt"]
    ),
    (
      "Chad Miller won the race. Chad thanked his coach.",
      ["Chad Miller | Person | - | Chad Miller; Chad"]
    ),
    ("Troops from Chad crossed into Niger.", ["Chad | Country | Q657 | Chad"]),
    ("Paris Hilton opened a club in Madrid.", ["Paris Hilton | Person | - | Paris Hilton"]),
    (
      "Florence Lund lives in Florence. Lund likes it there.",
      ["Florence Lund | Person | - | Florence Lund; Lund"]
    ),
    // Persons of one surname.
    (
      "Kim Jong Un met Kim Yo Jong in Pyongyang.",
      ["Kim Jong-un | Person | Q56226 | Kim Jong Un", "Kim Yo-jong | Person | - | Kim Yo Jong"]
    ),
    (
      "Jens and Ida Brandt bought a farm. Mrs Brandt said she was happy. Mr Brandt was silent.",
      [
        "Jens Brandt | Person | - | Jens; Brandt",
        "Ida Brandt | Person | - | Ida Brandt; Brandt",
      ]
    ),
    (
      "Bill Clinton and Hillary Clinton came to dinner. The Clintons left early.",
      ["Clintons | Group | - | Clintons"]
    ),
    // Spellings and short forms.
    (
      "Mahmoud Darwazi spoke first. Mahmud Darwazi then left, and Darwazi did not return.",
      ["Mahmoud Darwazi | Person | - | Mahmoud Darwazi; Mahmud Darwazi; Darwazi"]
    ),
    (
      "The Nordic Peat Council (NPC) met in Bergen. The NPC elected a chair.",
      ["Nordic Peat Council | Organization | - | Nordic Peat Council; NPC; NPC"]
    ),
    // The bounds of names.
    (
      "The German government and the Norwegian foreign ministry made no comment.",
      ["Germany | Country | Q183 | German", "Norway | Country | Q20 | Norwegian"]
    ),
    (
      "Shelling was reported in the Nagorno-Karabakh region. Nagorno-Karabakh was calm later.",
      ["Nagorno-Karabakh | Region | - | Nagorno-Karabakh; Nagorno-Karabakh"]
    ),
    ("Rockets fell on Ganja in Azerbaijan.", ["Ganja | City | - | Ganja"]),
    // Letters.
    (
      "PRESIDENT OF FRANCE ARRIVES IN GERMANY FOR TALKS\n\nThe president of France came to Germany.",
      ["France | Country | Q142 | FRANCE; France", "Germany | Country | Q183 | GERMANY; Germany"]
    ),
    (
      "the prime minister of norway went to sweden and met the swedish king there.",
      ["Norway | Country | Q20 | norway"]
    ),
  ])
  func `names find their entities`(text: String, expected: [String]) throws {
    let found = try Self.entities(in: text)
    for entity in expected { #expect(found.contains(entity), "found \(found)") }
  }

  @Test(arguments: [
    ("The farmer roasted a turkey for the guests.", "Country"),
    ("He bought china and a jersey at the market.", "Country"),
    ("The fire spread for hours. kl/mb (AFP, Reuters)", "Organization"),
    ("We spoke on Sunday and again on Tuesday.", "Person"),
  ])
  func `common words are no names`(text: String, type: String) throws {
    let found = try Self.reading(of: text).entities.filter { $0.type.rawValue == type }
    #expect(found.isEmpty, "found \(found.map(\.name))")
  }

  @Test func `two persons of one surname stay two`() throws {
    let found = try Self.entities(
      in: "Bill Clinton spoke in Boston. Hillary Clinton listened. Mrs Clinton smiled.")
    #expect(found.contains("Bill Clinton | Person | Q1124 | Bill Clinton"), "found \(found)")
    #expect(
      found.contains { $0.hasPrefix("Hillary Clinton | Person") && $0.contains("; Clinton") },
      "found \(found)")
  }
}
