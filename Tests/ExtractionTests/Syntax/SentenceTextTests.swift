import Testing

@testable import Extraction

/// Words as they stand in the text, with a blank only where the text has one.
@Suite struct SentenceTextTests {
  private func tree(_ words: [(form: String, begin: Int)]) -> SentenceTree {
    let tokens = words.map { word in
      Token(
        range: TextRange(word.begin, word.begin + word.form.unicodeScalars.count), form: word.form)
    }
    return SentenceTree(
      AnnotatedSentence(range: TextRange(0, 40), block: .paragraph, tokens: tokens))
  }

  @Test func `words that touch are written together`() {
    let tree = tree([("Jean", 0), ("-", 4), ("Claude", 5), ("Lind", 12)])
    #expect(tree.text(of: 0..<4) == "Jean-Claude Lind")
    #expect(tree.text(of: 2..<4) == "Claude Lind")
    #expect(self.tree([("Moody", 3), ("'s", 8)]).text(of: 0..<2) == "Moody's")
  }

  @Test func `any number of blanks is one, and no words are none`() {
    let tree = tree([("Jean", 0), ("-", 6), ("Claude", 9)])
    #expect(tree.text(of: 0..<3) == "Jean - Claude")
    #expect(tree.text(of: 1..<1).isEmpty)
  }
}
