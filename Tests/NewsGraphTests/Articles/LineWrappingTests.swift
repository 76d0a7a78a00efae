import Extraction
import Testing

@testable import NewsGraph

extension Articles {
  @Suite struct LineWrappingTests {
    private let wrapped = """
      The harbour office said on Monday that the ferry between the islands had
      been cut after a storm broke the pier at Skerry, and that two hundred
      passengers had to wait in the school until the morning came.

      A smaller boat will sail twice a day until the pier is mended, the company
      said in a statement, but it takes no cars and no more than forty people at
      a time.
      """

    @Test func linesOfFixedWidthAreJoined() throws {
      let article = try plain(wrapped)
      #expect(article.blocks.count == 2)
      #expect(article.blocks.allSatisfy { $0.kind == .paragraph })
      #expect(article.text[article.blocks[1].range].hasPrefix("A smaller boat"))
    }

    @Test func aHeadlineAboveWrappedLinesStandsAlone() throws {
      let article = try plain("Ferry cut after storm\nBy Ann Smith\n\n" + wrapped)
      #expect(article.blocks.map(\.kind) == [.headline, .boilerplate, .paragraph, .paragraph])
      #expect(article.authors == ["Ann Smith"])
    }

    @Test func anIndentedLineBeginsAParagraph() throws {
      let lines = wrapped.split(separator: "\n")
      let article = try plain(
        "  " + lines[..<3].joined(separator: "\n") + "\n  " + lines[3...].joined(separator: "\n"))
      #expect(article.blocks.count == 2)
    }

    @Test func paragraphsOnOneLineEachStayApart() throws {
      let article = try plain(
        "\(filler) \(filler)\n\(secondFiller)\n\(filler)\n\(secondFiller) \(filler)\n\(filler)")
      #expect(article.blocks.count == 5)
    }
  }
}
