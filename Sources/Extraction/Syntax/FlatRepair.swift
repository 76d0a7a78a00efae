/// Makes a name the subject of the verb behind it, where the parser takes it for the beginning of a
/// name that goes on behind the verb: `spokesman Jan Lind told DW`.
enum FlatRepair {
  /// The sentence with heads changed where needed.
  static func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for (word, token) in sentence.tokens.enumerated() {
      guard token.relation == "flat", let head = token.head, head > word + 1 else { continue }
      let tree = SentenceTree(sentence)
      let verb = (tree.subtree(of: word).last ?? word) + 1
      guard verb < head, tree.tokens[verb].upos == .verb, tree.isFinite(verb),
        tree.child(of: verb, "nsubj") == nil
      else { continue }
      sentence.tokens[word].head = verb
      sentence.tokens[word].deprel = "nsubj"
    }
    return sentence
  }
}
