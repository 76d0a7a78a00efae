/// Gives a verb of saying the clause with `that` which the parser hung on where or to whom it was said.
///
/// In `Lind told the conference that Chile had left` the clause is no attribute of the conference.
struct SpeechClauseRepair {
  let lexicon: Lexicon

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    let tree = SentenceTree(sentence)
    for clause in tree.tokens.indices where tree.has(clause, anyOf: ["acl", "acl:relcl"]) {
      guard let noun = tree.tokens[clause].head, noun < clause, tree.isFinite(clause),
        tree.children(of: clause, "mark").contains(where: { tree.form($0) == "that" }),
        tree.child(of: clause, "nsubj") != nil,
        Self.settings.contains(tree.tokens[noun].phraseType),
        lexicon.attribution(tree.lemma(noun), upos: .noun) == nil,
        tree.has(noun, anyOf: ["obl", "obj", "iobj"]), let verb = tree.tokens[noun].head,
        verb < noun, tree.tokens[verb].upos == .verb, tree.child(of: verb, "ccomp") == nil,
        lexicon.attribution(tree.lemma(verb), upos: .verb)?.takesDirectSpeech == true
      else { continue }
      sentence.tokens[clause].head = verb
      sentence.tokens[clause].deprel = "ccomp"
    }
    return sentence
  }

  private static let settings: Set<PhraseType?> = [.event, .organization, .person, .place, .time]
}
