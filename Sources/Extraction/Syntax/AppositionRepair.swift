/// Hangs a name in commas onto the person that the phrase before it speaks of.
///
/// In `The head of the delegation, Jan Lind, left`, parsers like to give the name to the delegation.
struct AppositionRepair {
  let lexicon: Lexicon

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for index in sentence.tokens.indices.dropFirst() {
      let tokens = sentence.tokens
      guard tokens[index].relation == "appos", tokens[index].upos == .properNoun,
        tokens[index].phraseType == .person, isBehindComma(index, tokens),
        let inner = tokens[index].head, inner < index, !isPerson(tokens[inner]),
        let title = person(above: inner, tokens)
      else { continue }
      sentence.tokens[index].head = title
    }
    return sentence
  }

  /// Whether a name follows a comma, with a form of address between them or none: `, Dr Jan Lind`.
  private func isBehindComma(_ name: Int, _ tokens: [Token]) -> Bool {
    var index = name - 1
    while index > 0, tokens[index].upos == .properNoun, tokens[index].head == name,
      ["nmod", "compound"].contains(tokens[index].relation)
    {
      index -= 1
    }
    return tokens[index].form == ","
  }

  /// The single person whom a phrase that a noun stands in is about: `head` for `delegation`.
  private func person(above noun: Int, _ tokens: [Token]) -> Int? {
    var current = noun
    while tokens[current].relation == "nmod", !tokens[current].deprel.hasSuffix(":poss"),
      let head = tokens[current].head, head < current
    {
      if isPerson(tokens[head]) {
        return tokens[head].upos == .noun && tokens[head].xpos == "NN" ? head : nil
      }
      current = head
    }
    return nil
  }

  private func isPerson(_ token: Token) -> Bool {
    token.phraseType == .person || lexicon.nominal(token.lemma.lowercased())?.type == .person
  }
}
