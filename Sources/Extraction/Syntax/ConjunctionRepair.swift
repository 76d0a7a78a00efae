/// Makes a clause of what the parser took for a phrase and a verb without a subject.
///
/// In `The talks ended as Chile left` parsers like to read `as Chile` as a phrase of the first verb,
/// which leaves nobody to leave.
struct ConjunctionRepair {
  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for index in sentence.tokens.indices where isConjunction(sentence.tokens[index]) {
      let tree = SentenceTree(sentence)
      guard let noun = tree.tokens[index].head, noun > index,
        tree.has(noun, anyOf: ["obl", "nmod"]),
        tree.children(of: noun, "case") == [index],
        let last = tree.subtree(of: noun).last, last + 1 < tree.tokens.count,
        isSubjectless(last + 1, tree), tree.tokens[last + 1].head == tree.tokens[noun].head
      else { continue }
      sentence.tokens[index].head = last + 1
      sentence.tokens[index].deprel = "mark"
      sentence.tokens[noun].head = last + 1
      sentence.tokens[noun].deprel = "nsubj"
    }
    giveSubjects(to: &sentence)
    return sentence
  }

  /// `came as the agency called on Chile`: the conjunction has its verb, but the noun before it is none of
  /// its subjects.
  private func giveSubjects(to sentence: inout AnnotatedSentence) {
    for verb in sentence.tokens.indices where isAdverbial(sentence.tokens[verb]) {
      let tree = SentenceTree(sentence)
      guard isSubjectless(verb, tree), let mark = tree.child(of: verb, "mark"), mark < verb,
        let noun = tree.children(of: verb, "obl").first(where: {
          mark < $0 && $0 < verb && tree.subtree(of: $0).last == verb - 1
        }), tree.child(of: noun, "case") == nil, tree.tokens[noun].phraseType != .time,
        [.noun, .properNoun].contains(tree.tokens[noun].upos)
      else { continue }
      sentence.tokens[noun].deprel = "nsubj"
    }
  }

  private func isConjunction(_ token: Token) -> Bool {
    token.relation == "case"
      && ["as", "after", "before", "since", "until"].contains(
        token.form.lowercased())
  }

  /// A finite verb of an adverbial clause.
  private func isAdverbial(_ token: Token) -> Bool {
    token.relation == "advcl" && token.upos == .verb
      && ["VBD", "VBZ", "VBP"].contains(token.xpos)
  }

  /// A finite verb of an adverbial clause that nobody does anything in.
  private func isSubjectless(_ verb: Int, _ tree: SentenceTree) -> Bool {
    isAdverbial(tree.tokens[verb]) && tree.child(of: verb, "nsubj", "aux") == nil
  }
}
