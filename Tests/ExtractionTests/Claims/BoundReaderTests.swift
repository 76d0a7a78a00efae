import Testing

@testable import Extraction

@Suite struct BoundReaderTests {
  private static let knowledge = Result { try Knowledge.load(folder: .find()) }

  @Test(arguments: [
    ("At least 12 miners died.", ValueBound.atLeast), ("No more than five men died.", .atMost),
    ("More than 2.5 million birds died.", .atLeast), ("Up to 40 guests died.", .atMost),
    ("About 300 people died.", .about), ("The 300 people died.", nil), ("Nine ships sank.", nil),
  ])
  func `words before a number say how exact it is`(text: String, bound: ValueBound?) throws {
    let annotated = try ModelAnnotator.standard().annotate(
      Article(id: "a", text: ArticleText(text)))
    let tree = SentenceTree(try #require(annotated.sentences.first))
    let number = try #require(tree.tokens.lastIndex { $0.upos == .numeral })
    let reader = BoundReader(lexicon: try Self.knowledge.get().lexicon, tree: tree)
    #expect(reader.bound(at: number) == bound)
  }

  @Test func `a claim keeps the bound of its number`() throws {
    let extractor = Extractor(knowledge: try Self.knowledge.get())
    let article = Article(
      id: "a", text: ArticleText("A strong earthquake killed at least 12 people in Osorno."))
    let reading = try extractor.extract(ModelAnnotator.standard().annotate(article))
    let claims = reading.claims.filter { $0.predicate == "numberKilled" }
    #expect(!claims.isEmpty)
    #expect(claims.allSatisfy { $0.bound == .atLeast })
    #expect(reading.claims.filter { $0.predicate != "numberKilled" }.allSatisfy { $0.bound == nil })
  }

  @Test func `a bound that is none is a fault with its line`() {
    let fault = LexiconTests.fault(
      "# table: bounds\n# columns: words\tbound\texample\nat_least\tatLeats\tx\n")
    #expect(fault?.contains("text1.tsv:3") == true)
    #expect(fault?.contains("atLeats") == true)
  }
}
