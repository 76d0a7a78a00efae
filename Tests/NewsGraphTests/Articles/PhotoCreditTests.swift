import Extraction
import Testing

@testable import NewsGraph

extension Articles {
  @Suite struct PhotoCreditTests {
    private func credit(_ line: String) -> String? {
      let text = ArticleText(line)
      return PhotoCredit(text.range, of: text).find().map { text[$0] }
    }

    @Test(arguments: [
      ("Waves break over the pier on March 9", " - AFP"), ("Waves break over the pier.", " (AA)"),
      ("Waves break over the pier, Skerry", " - Isle Harbour Ministry Press Service"),
      ("Waves break over the pier.", " /Harbour office spokeswoman Ann Smith's Facebook"),
      ("Waves break over the pier", " [Photo/Xinhua]"),
      ("Waves break over the pier.", " Getty Images"),
      ("Waves break over the pier.", " Photograph: Ann Smith/AP"),
      ("Waves at the pier", " | Ann Smith/Reuters"),
      ("Waves break over the pier", " (Photo by Ann Smith / AFP)"),
      ("Waves at the pier.", " REUTERS/Ann Smith"),
      ("Waves break over the pier.", " © Ann Smith"), ("Waves at the pier", " – via REUTERS"),
    ])
    func creditsAreFoundBehindCaptions(words: String, credit: String) {
      #expect(self.credit(words + credit)?.trimmingSpace == credit.trimmingSpace)
    }

    @Test(arguments: [
      "Getty Images", "AFP/Getty Images", "(Reuters)", "Photo: Ann Smith", "AP Photo/Ann Smith",
    ])
    func aCreditMayStandAlone(line: String) {
      #expect(credit(line) == line)
    }

    @Test(arguments: [
      "The mayor spoke to Reuters", "He left the city in 1994 - a year later he was dead.",
      "The union (EU)", "He said no (and meant it)", "They met - Smith and Jones",
      "Talks fail - again",
      "“We must go on” – Ann Smith", "The ratio was 3/4", "He works for the press service.",
      "The mayor and/or the baker", "It cost 5 - 7 euros", "",
    ])
    func otherEndingsAreNone(line: String) {
      #expect(credit(line) == nil)
    }

    @Test func theCreditIsBoilerplateAndTheCaptionIsRead() throws {
      let article = try plain(
        "\(filler)\n\nWaves break over the pier on March 9 - AFP\n\n\(secondFiller)")
      #expect(
        rows(article)[1...2] == [
          "caption | Waves break over the pier on March 9", "boilerplate | - AFP",
        ])
    }

    @Test func aHeadlineWithItsOutletIsNoCaption() throws {
      let article = try plain(
        "Waves break the pier at Skerry - Isle News\n\n\(filler)\n\n\(secondFiller)")
      #expect(article.blocks[0].kind == .headline)
      #expect(article.title == "Waves break the pier at Skerry" && article.publisher == "Isle News")
    }
  }
}
