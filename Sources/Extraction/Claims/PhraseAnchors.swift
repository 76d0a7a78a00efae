/// The nouns of the lexicon that consist of several words, found in a sentence: `air strike`, `round
/// of talks`.
struct PhraseAnchors {
  /// The frames of a phrase by the word that the phrase hangs on.
  let nouns: [Int: [Frame]]

  init(tree: SentenceTree, lexicon: Lexicon) {
    let lemmas = tree.tokens.indices.map { tree.lemma($0) }
    var nouns: [Int: [Frame]] = [:]
    for start in lemmas.indices {
      guard let match = lexicon.longestNounFrames(in: lemmas, at: start), match.length > 1 else {
        continue
      }
      let range = start..<(start + match.length)
      let head = range.first { word in
        tree.tokens[word].head.map { !range.contains($0) } ?? true
      }
      if let head { nouns[head] = match.frames }
    }
    self.nouns = nouns
  }
}
