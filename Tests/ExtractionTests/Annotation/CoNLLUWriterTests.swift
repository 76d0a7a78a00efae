import Testing

@testable import Extraction

@Suite struct CoNLLUWriterTests {
  /// `Doe didn't stop.` by hand.
  private let annotated: AnnotatedArticle = {
    func token(
      _ begin: Int, _ end: Int, _ form: String, _ lemma: String, _ upos: UniversalPartOfSpeech,
      _ xpos: String, _ head: Int?, _ deprel: String, joinsNext: Bool = false,
      phraseType: PhraseType? = nil
    ) -> Token {
      Token(
        range: TextRange(begin, end), form: form, lemma: lemma, upos: upos, xpos: xpos, head: head,
        deprel: deprel, phraseType: phraseType, joinsNext: joinsNext)
    }
    let text = ArticleText("Doe didn't\nstop.")
    let sentence = AnnotatedSentence(
      range: text.range, block: .paragraph,
      tokens: [
        token(0, 3, "Doe", "Doe", .properNoun, "NNP", 3, "nsubj", phraseType: .person),
        token(4, 7, "did", "do", .auxiliary, "VBD", 3, "aux", joinsNext: true),
        token(7, 10, "n't", "not", .particle, "RB", 3, "advmod"),
        token(11, 15, "stop", "stop", .verb, "VB", nil, "root"),
        token(15, 16, ".", ".", .punctuation, ".", 3, "punct"),
      ],
      names: [NameSpan(tokens: 0..<1, label: .person)], beginsBlock: true)
    return AnnotatedArticle(article: Article(id: "a-1", text: text), sentences: [sentence])
  }()

  @Test func sentencesAreWrittenWithMultiwordTokensAndNames() {
    let expected = """
      # newdoc id = a-1
      # newpar
      # block = paragraph
      # sent_id = a-1-1
      # text = Doe didn't stop.
      1\tDoe\tDoe\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntityType=person|NE=B-PER|TokenRange=0:3
      2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
      2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\tTokenRange=4:7
      3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\tTokenRange=7:10
      4\tstop\tstop\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No|TokenRange=11:15
      5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tTokenRange=15:16


      """
    #expect(CoNLLUWriter().string(for: annotated) == expected)
  }

  @Test func jsonLinesCarryTokensAndNames() {
    let line = AnnotationJSONWriter().string(for: annotated)
    #expect(line.hasSuffix("}\n"))
    #expect(line.contains(#""kind":"sentence","article":"a-1","begin":0,"end":16"#))
    #expect(line.contains(#""form":"stop","lemma":"stop","upos":"VERB","xpos":"VB""#))
    #expect(line.contains(#""head":null,"deprel":"root","type":null}"#))
    #expect(line.contains(#""names":[{"begin":0,"end":3,"label":"PER"}]"#))
  }

  @Test func jsonEscapesQuotesAndControlCharacters() {
    var article = annotated
    article.article.id = "a\"\\\u{1}\n"
    #expect(AnnotationJSONWriter().string(for: article).contains(#""a\"\\\u0001\n""#))
  }
}
