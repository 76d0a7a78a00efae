import Testing

@testable import Extraction

/// What the annotator promises whatever the model has learned.
///
/// These tests load the model.
@Suite struct ModelAnnotatorTests {
  private let annotator: ModelAnnotator
  private let texts = [
    "The envoy didn't meet Ms. Roe in Cairo on Friday. Talks will go on, she said.",
    "FLOODS CUT ROAD TO THE COAST",
    "Yes.",
    "\u{201C}We are not leaving,\u{201D} the mayor of Graz told reporters.\nNobody asked why.",
    "",
    "A list of goods: " + (0..<60).map { "item \($0)," }.joined(separator: " ") + " and no more.",
  ]

  init() throws { annotator = try .standard() }

  private var articles: [Article] {
    texts.enumerated().map { Article(id: "t\($0)", text: ArticleText($1)) }
  }

  @Test func anArticleIsAnnotatedAlikeAloneAndInCompany() {
    let together = annotator.annotate(articles, threads: 1)
    #expect(together == articles.map { annotator.annotate($0) })
    #expect(together == annotator.annotate(articles.reversed(), threads: 1).reversed())
  }

  @Test func theNumberOfThreadsDoesNotMatter() {
    // Long enough for several groups of articles.
    let many = Array(repeating: articles, count: 17).flatMap(\.self)
    let one = annotator.annotate(many, threads: 1)
    #expect(one == annotator.annotate(many, threads: 4))
  }

  @Test func everySentenceIsOneTree() {
    for article in annotator.annotate(articles, threads: 1) {
      for sentence in article.sentences {
        #expect(sentence.tokens.count { $0.head == nil } == 1)
        for index in sentence.tokens.indices {
          var steps = 0
          var node: Int? = index
          while let next = node, steps <= sentence.tokens.count {
            node = sentence.tokens[next].head
            steps += 1
          }
          #expect(node == nil, "a word does not lead to the root")
        }
        #expect(sentence.tokens.allSatisfy { ($0.deprel == "root") == ($0.head == nil) })
      }
    }
  }

  @Test func formsAreTheTextAtTheirRange() {
    for article in annotator.annotate(articles, threads: 1) {
      for token in article.sentences.flatMap(\.tokens) {
        #expect(article.article.text[token.range] == token.form)
      }
    }
  }

  @Test func sentencesStayInsideTheirBlocks() {
    let text = ArticleText("First part without a mark\nSecond part READ MORE")
    let article = Article(
      id: "b", text: text,
      blocks: [
        Block(.headline, TextRange(0, 25)), Block(.paragraph, TextRange(26, 37)),
        Block(.boilerplate, TextRange(38, 47)),
      ])
    let sentences = annotator.annotate(article).sentences
    #expect(sentences.map(\.range) == [TextRange(0, 25), TextRange(26, 37)])
    #expect(sentences.map(\.block) == [.headline, .paragraph])
    #expect(sentences.map(\.beginsBlock) == [true, true])
  }

  @Test func aTextWithoutAnyMarkIsCutIntoSentencesOfBoundedLength() {
    let text = ArticleText(String(repeating: "word ", count: 900))
    let sentences = annotator.annotate(Article(id: "long", text: text)).sentences
    #expect(sentences.map(\.tokens.count).reduce(0, +) == 900)
    #expect(sentences.allSatisfy { $0.tokens.count <= SentenceSplitter.maxWords })
  }

  @Test func sentencesOfMorePiecesThanTheEncoderTakesAreAnnotated() {
    let text = ArticleText(String(repeating: "qxzvbkjw-wvqzxkjy ", count: 130))
    let tokens = annotator.annotate(Article(id: "pieces", text: text)).sentences.flatMap(\.tokens)
    #expect(tokens.count == 390)
  }
}
