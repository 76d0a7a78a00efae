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
    joinParts(in: &sentence, inside)
    for (index, token) in sentence.tokens.enumerated()
    where inside[index] == nil && token.upos != .punctuation {
      guard let head = token.head, let quotation = inside[head],
        let (root, verb) = introduction(of: head, quotation, sentence.tokens, inside),
        sentence.tokens[verb].upos == .verb,
        isBeside(index, root: root, verb: verb, quotation, inside), verb != index
      else { continue }
      sentence.tokens[index].head = verb
      sentence.tokens[index].deprel = relation(of: index, to: verb, sentence.tokens)
    }
    return sentence
  }

  /// `“Chile,” Lind said, “has attacked Peru”`: the name in the first part does what the second part says,
  /// and has nothing to do with the name behind it.
  private func joinParts(in sentence: inout AnnotatedSentence, _ inside: [Int?]) {
    for verb in sentence.tokens.indices where inside[verb] == nil && isSpeech(sentence.tokens[verb])
    {
      let tree = SentenceTree(sentence)
      guard
        let said = tree.children(of: verb, "ccomp").first(where: { $0 > verb }),
        inside[said] != nil,
        tree.child(of: said, "nsubj") == nil,
        let name = tree.children(of: verb, "nsubj", "ccomp").first, name < verb,
        inside[name] != nil, inside[name] != inside[said],
        [.noun, .properNoun, .pronoun].contains(tree.tokens[name].upos),
        tree.child(of: name, "cop", "nsubj") == nil
      else { continue }
      // 'said Ms. Lind' in between is no part of the name.
      for word in tree.children(of: name, "flat", "appos") where inside[word] == nil {
        sentence.tokens[word].head = verb
        sentence.tokens[word].deprel = "nsubj"
      }
      sentence.tokens[name].head = said
      sentence.tokens[name].deprel = "nsubj"
    }
  }

  private func isSpeech(_ token: Token) -> Bool {
    token.upos == .verb
      && lexicon.attribution(token.lemma.lowercased(), upos: .verb)?.takesDirectSpeech == true
  }

  /// What a word is to the verb of saying that it is hung back on: who speaks stands before it or
  /// right behind it (`“…,” wrote the mayor`), who is told behind it (`“…,” he told the agency`).
  private func relation(of word: Int, to verb: Int, _ tokens: [Token]) -> String {
    let old = tokens[word].deprel
    guard ["nsubj", "obj", "iobj", "vocative"].contains(tokens[word].relation),
      [.noun, .properNoun, .pronoun].contains(tokens[word].upos)
    else { return old }
    let hasSubject = tokens.indices.contains {
      $0 != word && tokens[$0].head == verb && tokens[$0].relation == "nsubj"
    }
    if hasSubject { return word > verb ? "obj" : old }
    if word < verb { return "nsubj" }
    // Nothing but what stands before the noun is between.
    let speaks = lexicon.attribution(tokens[verb].lemma.lowercased(), upos: .verb)
    guard speaks?.takesDirectSpeech == true else { return old }
    let isNext = tokens[(verb + 1)..<word].allSatisfy {
      $0.upos != .punctuation && $0.upos != .verb && $0.upos != .adposition
    }
    return isNext ? "nsubj" : old
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
