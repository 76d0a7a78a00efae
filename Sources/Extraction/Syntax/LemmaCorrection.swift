/// Gives verbs and nouns the lemmas under which the lexicon knows them.
struct LemmaCorrection {
  let lexicon: Lexicon

  /// A sentence with the lemmas of its verbs and common nouns corrected.
  func corrected(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for (index, token) in sentence.tokens.enumerated() {
      let form = token.form.lowercased()
      let guess = token.lemma.lowercased()
      switch token.upos {
      case .verb:
        // An infinitive is its own lemma.
        let known = token.xpos == "VB" ? form : guess
        let lemma = lexicon.verbLemma(of: form, guess: known)
        // Whoever is out-sold is not sold.
        let isOutdone =
          index > 1 && ["-", "‑"].contains(sentence.tokens[index - 1].form)
          && sentence.tokens[index - 2].form.lowercased() == "out"
        sentence.tokens[index].lemma = isOutdone ? "out" + lemma : lemma
      case .noun: sentence.tokens[index].lemma = lexicon.nounLemma(of: form, guess: guess)
      default: break
      }
    }
    return sentence
  }
}
