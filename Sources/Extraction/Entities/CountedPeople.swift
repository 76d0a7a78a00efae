/// Tells the name of a state, region or party that stands for single people who are called by it:
/// `four Chileans`, `hundreds of Liberals`.
struct CountedPeople {
  let gazetteer: Gazetteer
  let lexicon: Lexicon

  /// Whether the word, which names something of a type, stands for people and not for that.
  func isCounted(_ word: Int, _ tree: SentenceTree, naming type: EntityType) -> Bool {
    let token = tree.tokens[word]
    guard token.upos == .noun || token.upos == .properNoun,
      [.country, .region, .organization].contains(type)
    else { return false }
    let isPlural = token.xpos.hasSuffix("S")
    if isPlural, tree.child(of: word, "nummod") != nil { return true }
    guard gazetteer.demonym(token.form) != nil, !tree.has(word, "compound") else { return false }
    // 'a Chilean', 'the Frenchman Lind'
    if !isPlural {
      return tree.children(of: word, "det").contains { tree.form($0) != "the" }
        || tree.children(of: word, "appos", "flat").contains {
          $0 == word + 1 && tree.tokens[$0].phraseType == .person
        }
    }
    return tree.preposition(of: word) == "of"
      && token.head.map { lexicon.partitives[tree.lemma($0)] != nil } ?? false
  }
}
