/// Mends two things that parsers get wrong around infinitives.
///
/// In `The trial is due to open`, `due` is a predicate of its own, as `set` is in `is set to open`:
/// treebanks have `due to` as a preposition, and parsers take it for one, or for a conjunction, before
/// a verb, too. In `urged Lind to leave` it is Lind who is urged, and not that he leaves.
struct InfinitiveRepair {
  let lexicon: Lexicon

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = addressed(sentence)
    for due in sentence.tokens.indices.dropLast() {
      let tokens = sentence.tokens
      guard ["case", "mark"].contains(tokens[due].relation),
        tokens[due + 1].form.lowercased() == "to", tokens[due + 1].head == due,
        let verb = tokens[due].head, due + 1 < verb, tokens[verb].upos == .verb,
        tokens.contains(where: { $0.head == verb && ["cop", "aux"].contains($0.relation) }),
        isPredicate(tokens[due].form.lowercased())
      else { continue }
      sentence.tokens[due].head = tokens[verb].head
      sentence.tokens[due].deprel = tokens[verb].deprel
      sentence.tokens[due].upos = .adjective
      sentence.tokens[due].xpos = "JJ"
      sentence.tokens[verb].head = due
      sentence.tokens[verb].deprel = "xcomp"
      sentence.tokens[verb].xpos = "VB"
      sentence.tokens[due + 1].head = verb
      sentence.tokens[due + 1].deprel = "mark"
      // The subject and the copula stand before.
      for word in tokens.indices
      where word < due && tokens[word].head == verb
        && ["nsubj", "cop", "aux", "advmod"].contains(tokens[word].relation)
      {
        sentence.tokens[word].head = due
      }
    }
    return sentence
  }

  /// Gives a verb that asks somebody for something whom it asks.
  private func addressed(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    let tree = SentenceTree(sentence)
    for infinitive in tree.tokens.indices where tree.has(infinitive, anyOf: ["xcomp", "ccomp"]) {
      guard let verb = tree.tokens[infinitive].head, verb < infinitive,
        let mark = tree.children(of: infinitive, "mark").first(where: { tree.form($0) == "to" }),
        let subject = tree.child(of: infinitive, "nsubj"), verb < subject, subject < mark,
        tree.child(of: verb, "obj", "iobj") == nil,
        lexicon.attributionCues(tree.lemma(verb)).contains(where: {
          $0.kind == .order && $0.addressee.contains(.object)
        })
      else { continue }
      sentence.tokens[subject].head = verb
      sentence.tokens[subject].deprel = "obj"
    }
    return sentence
  }

  /// Whether a word is an adjective that says of an infinitive how sure it is.
  private func isPredicate(_ word: String) -> Bool {
    lexicon.modalityCues(word).contains {
      $0.partOfSpeech == .adjective && $0.scope.contains("xcomp")
    }
  }
}
