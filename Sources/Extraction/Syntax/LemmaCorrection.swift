/// Gives verbs the lemmas under which the lexicon knows them.
struct LemmaCorrection {
  let lexicon: Lexicon

  /// A sentence with the lemmas of its verbs corrected.
  func corrected(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for index in sentence.tokens.indices where sentence.tokens[index].upos == .verb {
      let token = sentence.tokens[index]
      sentence.tokens[index].lemma = lexicon.verbLemma(
        of: token.form.lowercased(), guess: token.lemma.lowercased())
    }
    return sentence
  }
}
