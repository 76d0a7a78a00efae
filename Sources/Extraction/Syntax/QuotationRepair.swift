/// Hangs words that the parser took into a quotation back onto the verb that introduces it.
///
/// In `“…,” Lind said on Friday as talks began`, what follows `said` belongs to it, though parsers
/// like to hang it onto a verb between the marks.
struct QuotationRepair {
  let lexicon: Lexicon
  /// The quotations of the article.
  let quotations: [Quotation]

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    let inside = sentence.tokens.map { token in
      quotations.first { $0.range.contains(token.range) }?.index
    }
    guard inside.contains(where: { $0 != nil }) else { return sentence }
    var sentence = sentence
    for (index, token) in sentence.tokens.enumerated()
    where inside[index] == nil && token.upos != .punctuation {
      guard let head = token.head, let quotation = inside[head],
        let (root, verb) = introduction(of: head, quotation, sentence.tokens, inside),
        sentence.tokens[verb].upos == .verb,
        isBeside(index, root: root, verb: verb, quotation, inside), verb != index
      else { continue }
      sentence.tokens[index].head = verb
      if isSpeaker(index, of: verb, sentence.tokens) { sentence.tokens[index].deprel = "nsubj" }
    }
    return sentence
  }

  /// Whether a noun right behind a verb of saying is who speaks, whatever the parser made of it when
  /// it hung it onto a word of the quotation: `“…,” said its chairman`.
  private func isSpeaker(_ word: Int, of verb: Int, _ tokens: [Token]) -> Bool {
    word > verb && ["obj", "iobj"].contains(tokens[word].relation)
      && !tokens.contains { $0.head == verb && $0.relation == "nsubj" }
      && lexicon.attribution(tokens[verb].lemma.lowercased(), upos: .verb)?.takesDirectSpeech
        == true
      && tokens[(verb + 1)..<word].allSatisfy { $0.upos != .verb && $0.upos != .punctuation }
  }

  /// Whether a word stands with the verb of saying and not on the other side of the quotation.
  private func isBeside(
    _ word: Int, root: Int, verb: Int, _ quotation: Int, _ inside: [Int?]
  ) -> Bool {
    guard root < verb else { return word < verb }
    let end = inside.lastIndex { $0 == quotation } ?? root
    return word > verb || word > end
  }

  /// The word that heads the quotation, and the word outside that it hangs on.
  private func introduction(
    of word: Int, _ quotation: Int, _ tokens: [Token], _ inside: [Int?]
  ) -> (root: Int, verb: Int)? {
    var current = word
    for _ in tokens.indices {
      guard let head = tokens[current].head else { return nil }
      if inside[head] != quotation { return (current, head) }
      current = head
    }
    return nil
  }
}
