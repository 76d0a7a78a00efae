import Testing

@testable import Extraction

@Suite struct TokenizerTests {
  /// The words of a text with a blank between each two; `+` marks a word that is joined to the next.
  private func cut(_ text: String) -> String {
    let article = ArticleText(text)
    return Tokenizer().words(in: article)
      .map { article[$0.range] + ($0.joinsNext ? "+" : "") }
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("They don't know.", "They do+ n't know ."),
    ("She can't, he won't, I cannot.", "She ca+ n't , he wo+ n't , I can+ not ."),
    ("It's Egypt's; we'd've gone", "It+ 's Egypt+ 's ; we+ 'd+ 've gone"),
    ("the ministers' talks", "the ministers+ ' talks"),
    ("He\u{2019}s the envoy\u{2019}s aide", "He+ \u{2019}s the envoy+ \u{2019}s aide"),
    ("O'Neill met Sana'a's mayor at five o'clock", "O'Neill met Sana'a+ 's mayor at five o'clock"),
    ("in the '90s and the 1980's", "in the '90s and the 1980's"),
    ("I'm gonna go", "I+ 'm gon+ na go"),
  ])
  func cliticsAreCutOff(text: String, words: String) {
    #expect(cut(text) == words)
  }

  @Test(arguments: [
    ("a long-term, Paris-based group", "a long - term , Paris - based group"),
    ("anti-war and non-military e-mails", "anti-war and non-military e-mails"),
    ("call 555-0100-2211 or 555-0100", "call 555-0100-2211 or 555-0100"),
    ("in 1994-1995, aged 5-7", "in 1994 - 1995 , aged 5 - 7"),
    ("a state-of-the-art T-72", "a state - of - the - art T - 72"),
    ("words\u{2014}and more--much more", "words \u{2014} and more -- much more"),
  ])
  func hyphensAreCutAsTheTreebanksDo(text: String, words: String) {
    #expect(cut(text) == words)
  }

  @Test(arguments: [
    (
      "Mr. Doe of the U.S. left at 5 p.m. on Nov. 4.",
      "Mr. Doe of the U.S. left at 5 p.m. on Nov. 4 ."
    ),
    ("George W. Roe and J.K. Poe", "George W. Roe and J.K. Poe"),
    ("We chose plan b. It failed", "We chose plan b . It failed"),
    ("No. 7 said no.", "No. 7 said no ."),
    ("He sat. Then he left.", "He sat . Then he left ."),
    ("ships, planes, etc. were lost", "ships , planes , etc. were lost"),
    ("It rose 3.5 percent to 1,250.75.", "It rose 3.5 percent to 1,250.75 ."),
  ])
  func fullStopsStayWithAbbreviationsAndNumbers(text: String, words: String) {
    #expect(cut(text) == words)
  }

  @Test(arguments: [
    ("Cairo:Egypt moved", "Cairo : Egypt moved"),
    ("he said.But she", "he said . But she"),
    ("CAIRO (AP) \u{2014} Troops", "CAIRO ( AP ) \u{2014} Troops"),
    ("one,two", "one , two"),
    ("either/or, 24/7", "either / or , 24/7"),
  ])
  func gluedWordsAreCut(text: String, words: String) {
    #expect(cut(text) == words)
  }

  @Test(arguments: [
    ("See https://example.org/a?b=1.", "See https://example.org/a?b=1 ."),
    ("(www.example.org)", "( www.example.org )"),
    ("mail desk@example.org, please", "mail desk@example.org , please"),
    ("read example.org/news now", "read example.org/news now"),
    ("@desk says #election is on :-)", "@desk says #election is on :-)"),
  ])
  func addressesStayWhole(text: String, words: String) {
    #expect(cut(text) == words)
  }

  @Test(arguments: [
    ("$5m, US$40 and €1.5bn", "$ 5 m , US$ 40 and € 1.5 bn"),
    ("a 10km road, 40%", "a 10 km road , 40 %"),
    ("on the 20th at 7:30pm", "on the 20th at 7:30 pm"),
    ("What?! No... wait\u{2026}", "What ?! No ... wait \u{2026}"),
    ("\"Yes,\" \u{201C}no\u{201D}", "\" Yes , \" \u{201C} no \u{201D}"),
  ])
  func numbersAndMarks(text: String, words: String) {
    #expect(cut(text) == words)
  }

  @Test func noBreakSpacesAndZeroWidthSpacesSeparate() {
    #expect(cut("10\u{A0}km \u{200B}off\u{FEFF}") == "10 km off")
  }

  @Test func softHyphensStayInsideTheirWord() {
    let text = ArticleText("minis\u{AD}ter")
    #expect(Tokenizer().words(in: text) == [WordSpan(TextRange(0, 9))])
  }

  @Test func offsetsCountCodePoints() {
    let text = ArticleText("😀 e\u{301}te\u{301}!")
    #expect(
      Tokenizer().words(in: text).map(\.range) == [
        TextRange(0, 1), TextRange(2, 7), TextRange(7, 8),
      ])
  }

  @Test func onlyTheRangeIsRead() {
    let text = ArticleText("Mr. Doe went home.")
    let words = Tokenizer().words(in: text, range: TextRange(4, 12))
    #expect(words.map { text[$0.range] } == ["Doe", "went"])
  }

  @Test func everyVisibleCharacterIsInExactlyOneWord() {
    let text = ArticleText(
      "\u{201C}A-b's\u{201D} c.d!? <3 #x @y U.S.-led 'n' $1,0 ... x/y\u{AD} (e) &c")
    let covered = Tokenizer().words(in: text).flatMap { Array($0.range.begin..<$0.range.end) }
    #expect(covered == text.scalars.indices.filter { !text.scalars[$0].properties.isWhitespace })
  }

  @Test func nothingGivesNothing() {
    #expect(cut("") == "")
    #expect(cut(" \n\t\u{A0}") == "")
  }
}
