/// Gives a verb of saying the clause with `that` which the parser hung on where or to whom it was said.
///
/// In `Lind told the conference that Chile had left` the clause is no attribute of the conference.
struct SpeechClauseRepair {
  let lexicon: Lexicon

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    guard sentence.tokens.contains(where: { $0.relation == "acl" }) else { return sentence }
    var sentence = sentence
    let tree = SentenceTree(sentence)
    for clause in tree.tokens.indices where tree.has(clause, anyOf: ["acl", "acl:relcl"]) {
      guard let noun = tree.tokens[clause].head, noun < clause, tree.isFinite(clause),
        let conjunction = conjunction(of: clause, tree),
        tree.child(of: clause, "nsubj") != nil,
        Self.settings.contains(tree.tokens[noun].phraseType),
        lexicon.attribution(tree.lemma(noun), upos: .noun) == nil,
        tree.has(noun, anyOf: ["obl", "obj", "iobj"]), let verb = tree.tokens[noun].head,
        verb < noun, tree.tokens[verb].upos == .verb, tree.child(of: verb, "ccomp") == nil,
        lexicon.attribution(tree.lemma(verb), upos: .verb)?.takesDirectSpeech == true
      else { continue }
      sentence.tokens[clause].head = verb
      sentence.tokens[clause].deprel = "ccomp"
      sentence.tokens[conjunction].deprel = "mark"
    }
    return sentence
  }

  /// The `that` of a clause which is no relative one, for it has all that its verb needs.
  private func conjunction(of clause: Int, _ tree: SentenceTree) -> Int? {
    let that = tree.children(of: clause, "mark", "obj").first { tree.form($0) == "that" }
    guard let that, tree.has(that, "obj") else { return that }
    return tree.children(of: clause, "obj").count > 1 ? that : nil
  }

  private static let settings: Set<PhraseType?> = [.event, .organization, .person, .place, .time]
}
