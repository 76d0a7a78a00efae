/// Hangs the time at which something was said back onto the verb of saying.
///
/// In `said on Monday the town had fallen` and `told the agency late on Monday that it had`, parsers
/// like to take the time to what is said.
struct SpeechTimeRepair {
  let lexicon: Lexicon

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for verb in sentence.tokens.indices where isSpeech(verb, sentence.tokens) {
      let tree = SentenceTree(sentence)
      for clause in tree.children(of: verb, "ccomp") where clause > verb {
        for word in times(of: clause, after: verb, tree) { sentence.tokens[word].head = verb }
      }
    }
    return sentence
  }

  /// Whether a word tells in the simple past what somebody said.
  private func isSpeech(_ verb: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[verb]
    return token.upos == .verb && token.xpos == "VBD"
      && tokens[verb...].contains { $0.head == verb && $0.relation == "ccomp" }
      && lexicon.attribution(token.lemma.lowercased(), upos: .verb) != nil
  }

  /// The times that stand right before the conjunction or subject with which a clause begins.
  private func times(of clause: Int, after verb: Int, _ tree: SentenceTree) -> [Int] {
    guard var next = beginning(of: clause, after: verb, tree) else { return [] }
    var found: [Int] = []
    for word in tree.dependents[clause].reversed() where verb < word && word < next {
      let words = tree.subtree(of: word)
      guard let first = words.first, let last = words.last, first > verb, last + 1 == next,
        isTime(word, tree) || (!found.isEmpty && tree.tokens[word].upos == .adverb)
      else { break }
      found.append(word)
      next = first
    }
    return found
  }

  private func beginning(of clause: Int, after verb: Int, _ tree: SentenceTree) -> Int? {
    if let mark = tree.child(of: clause, "mark") { return mark > verb ? mark : nil }
    let subject = tree.child(of: clause, "nsubj", "expl", "csubj")
    return subject.flatMap { tree.subtree(of: $0).first }
  }

  /// Whether a word is a day or week; a month or year with `in` may well be that of what is said.
  private func isTime(_ word: Int, _ tree: SentenceTree) -> Bool {
    tree.has(word, anyOf: ["obl", "advmod", "nmod"]) && tree.tokens[word].phraseType == .time
      && ["on", "at", nil].contains(tree.preposition(of: word))
  }
}
