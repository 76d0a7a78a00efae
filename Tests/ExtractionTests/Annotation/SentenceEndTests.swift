import Testing

@testable import Extraction

/// Where sentences with quotations end.
@Suite struct SentenceEndTests {
  private static func sentences(_ text: String) throws -> [String] {
    let article = Article(id: "a", text: ArticleText(text))
    return try ModelAnnotator.standard().annotate(article).sentences
      .map { article.text[$0.range] }
  }

  @Test(arguments: [
    "\u{201C}We will go to Peru,\u{201D} Jim Kim said on Monday.",
    "\"We will go to Peru,\" Jim Kim said on Monday.",
    "\"In these circumstances, Chile will leave the union,\" Jan Nowak, the head of the bank, said.",
    "\u{201C}The prices simply do not rise in today's economy,\u{201D} Anna Berzina, an analyst, said.",
    "\u{201C}We will go to Peru.\u{201D} she said.",
  ])
  func `a sentence goes on behind the comma of a quotation`(text: String) throws {
    #expect(try Self.sentences(text) == [text])
  }

  @Test func `a sentence ends with what is quoted where another begins`() throws {
    let (first, second) = (
      "\u{201C}They stand on their own in this market.\u{201D}",
      "Analyst Anna Berzina said that the union would gain by the plan."
    )
    #expect(try Self.sentences(first + " " + second) == [first, second])
  }
}
