import Extraction
import Testing

@testable import NewsGraph

extension Articles {
  @Suite struct ByLineTests {
    @Test(arguments: [
      ("By Ann Smith", ["Ann Smith"]),
      ("By Ann Smith and Karl Moss in Skerry", ["Ann Smith", "Karl Moss"]),
      ("BY ANN SMITH", ["ANN SMITH"]),
      ("By Ann Smith, Karl Moss & Li Wei", ["Ann Smith", "Karl Moss", "Li Wei"]),
      ("By Ann Smith, Associated Press", ["Ann Smith"]),
      ("By Jean-Luc de la Tour", ["Jean-Luc de la Tour"]),
      ("Written by Ann O’Hara", ["Ann O’Hara"]), ("By Our Correspondent", []), ("By AFP", []),
    ])
    func namesAreRead(line: String, names: [String]) throws {
      #expect(try #require(ByLine(line)).authors == names)
    }

    @Test(arguments: [
      "By Friday the ferry will sail", "By the way", "By", "By Friday, all was over.", "Ann Smith",
      "By 2020 Skerry had a pier", "Story of a pier",
    ])
    func otherLinesAreNone(line: String) {
      #expect(ByLine(line) == nil)
    }

    @Test func aByLineWithADateGivesBoth() throws {
      let article = try plain(
        "Ferry cut after storm\n\nBy Ann Smith | March 9, 2021 | 3 min read\n\n\(filler)\n\n\(secondFiller)"
      )
      #expect(article.authors == ["Ann Smith"])
      #expect(article.published?.description == "2021-03-09")
      #expect(article.blocks.map(\.kind) == [.headline, .boilerplate, .paragraph, .paragraph])
    }

    @Test func aNameNextToADateIsAnAuthorOrAnOutlet() throws {
      let author = try plain(
        "Ferry cut after storm\nAnn Smith\n9 March 2021\n\(filler)\n\n\(secondFiller)")
      #expect(author.authors == ["Ann Smith"] && author.publisher == nil)
      let outlet = try plain(
        "Ferry cut after storm\nIsle Gazette\n9 March 2021\n\(filler)\n\n\(secondFiller)")
      #expect(outlet.authors.isEmpty && outlet.publisher == "Isle Gazette")
    }
  }
}
