import Testing

@testable import Extraction

/// Where quotations begin and end, in texts whose marks have slipped into other lines, too.
@Suite struct QuotationFinderTests {
  private static func quotations(in paragraphs: [String]) -> [String] {
    var offset = 0
    var blocks: [Block] = []
    for paragraph in paragraphs {
      let count = paragraph.unicodeScalars.count
      blocks.append(Block(.paragraph, TextRange(offset, offset + count)))
      offset += count + 1
    }
    let text = ArticleText(paragraphs.joined(separator: "\n"))
    let article = Article(id: "a", text: text, blocks: blocks)
    return QuotationFinder.quotations(in: article).map { text[$0.range] }
  }

  @Test(arguments: [
    // As printed: a long quotation has an opening mark in each paragraph.
    (
      ["\"We came early.", "\"We stayed late,\" she said."],
      ["We came early.", "We stayed late,"]
    ),
    // The closing mark begins the next line.
    (["He called it \"hard.", "\"Then he left."], ["hard."]),
    // The closing mark is further down, with lines between.
    (
      ["\"We came early.", "It was dark.", "We had no lamps, \"she said.", "She left."],
      ["We came early.\nIt was dark.\nWe had no lamps, "]
    ),
    (
      ["\"We came early.", "It was dark.", "\"The hall was shut by noon."],
      ["We came early.\nIt was dark."]
    ),
    // A mark that nobody closes does not swallow the article.
    (
      ["\"We came early.", "One.", "Two.", "Three.", "Four.", "Five, \"she said."],
      ["We came early.", "she said."]
    ),
    (["She left. \"We came,\" she said, \"and went.\""], ["We came,", "and went."]),
    // Single marks, and apostrophes that are none.
    (["‘We came,’ she said. ‘It’s the players’ day.’"], ["We came,", "It’s the players’ day."]),
    (["He called it ‘pure joy’ and left the ’90s."], ["pure joy"]),
    (["The clubs’ owners left in the ‘90s."], []),
    (["'We came,' she said. The clubs' owners left."], ["We came,"]),
  ])
  func `marks find their partners`(paragraphs: [String], expected: [String]) {
    #expect(Self.quotations(in: paragraphs) == expected)
  }
}
