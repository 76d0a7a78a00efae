import Extraction
import Testing

@testable import NewsGraph

extension Articles {
  @Suite struct DatelineTests {
    @Test(arguments: [
      ("MOSCOW (AP) —", " The talks began"), ("(Reuters) -", " The talks began"),
      ("Oslo:", "The talks began"), ("OSLO:", " The talks began"),
      ("BAKU, Azerbaijan, Oct. 9 —", " The talks began"), ("NEW DELHI –", " The talks began"),
      ("Paris, 9 October 2020 (AFP) -", " The talks began"),
      ("SKERRY, March 9. /TASS/.", " The talks"),
      ("BEIJING, Oct. 9 (Xinhua) --", " The talks began"), ("St. Petersburg —", " The talks began"),
      ("PORT-AU-PRINCE, Haiti (AP) —", " The talks"), ("SKERRY — ", "The talks began"),
      ("KYIV, Ukraine, Feb 3 (Reuters) -", " The talks"), ("Geneva/Moscow (dpa) -", " The talks"),
    ])
    func placesBeforeTheTextAreDatelines(line: String, rest: String) throws {
      let found = try #require(Dateline(Array((line + rest).unicodeScalars)[...]))
      let trimmed = line.trimmingSpace
      #expect(String((line + rest).unicodeScalars.prefix(found.length)) == trimmed)
    }

    @Test(arguments: [
      "Analysis: Why the talks failed", "EXCLUSIVE: Minister to resign", "Obama: We will not wait",
      "NATO — the alliance — met on Monday", "The mayor — who is ill — left",
      "We met on Monday - nobody came", "UPDATE 2-Minister to resign", "In Oslo, talks began",
      "Moscow said on Friday - again", "Russia, France - and others", "A: I saw it",
      "HAMSTERS - they bite",
      "Born 23 January 1928", "", "—", "Moscow",
    ])
    func sentencesAndLabelsAreNot(line: String) {
      #expect(Dateline(Array(line.unicodeScalars)[...]) == nil)
    }

    @Test func aDatelineIsABlockAndNamesTheAgency() throws {
      let article = try plain(
        "Ferry cut after storm\n\nOSLO, 9 March 2021 (AFP) — \(filler)\n\n\(secondFiller)")
      #expect(
        rows(article) == [
          "headline | Ferry cut after storm", "dateline | OSLO, 9 March 2021 (AFP) —",
          "paragraph | \(filler)", "paragraph | \(secondFiller)",
        ])
      #expect(article.publisher == "AFP")
      #expect(article.published?.description == "2021-03-09")
    }

    @Test func aDayWithoutYearNeedsAnotherDate() throws {
      let text =
        "OSLO, Dec. 30 (AFP) — \(filler)\n\nThe pier at Skerry on January 2, 2021 - AFP\n\n\(secondFiller)"
      #expect(try plain(text).published?.description == "2020-12-30")
      #expect(try plain("OSLO, Dec. 30 (AFP) — \(filler)").published == nil)
    }

    @Test func speakersOfATranscriptAreNoPlaces() throws {
      let article = try plain("PARIS: \(filler)\n\nKENT: \(secondFiller)\n\nPARIS: \(filler)")
      #expect(article.blocks.allSatisfy { $0.kind == .paragraph })
    }
  }
}
