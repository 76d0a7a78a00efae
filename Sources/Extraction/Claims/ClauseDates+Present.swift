// What goes on while the article is written.
extension ClauseDates {
  /// Whether a clause tells of what somebody is doing as the article is written: `are meeting in
  /// Oslo`, `continue to fight`.
  ///
  /// Adverbs may move it to another time (`will soon`) or make a habit of it (`are often meeting`).
  func isGoingOn(_ verb: Int) -> Bool {
    guard tree.tokens[verb].upos == .verb, isAlone(verb) else { return false }
    if tree.tokens[verb].xpos == "VBG" {
      return tree.children(of: verb, "aux").contains { isPresent($0) && tree.lemma($0) == "be" }
        || continuing(verb)
    }
    return tree.tokens[verb].xpos == "VB" && continuing(verb)
  }

  /// Whether the verb above an infinitive or gerund says in the present that it goes on.
  private func continuing(_ verb: Int) -> Bool {
    guard tree.has(verb, "xcomp"), let main = tree.tokens[verb].head, isAlone(main) else {
      return false
    }
    return isPresent(main) && isContinued(main)
  }

  private func isAlone(_ verb: Int) -> Bool {
    let auxiliaries = tree.children(of: verb, "aux")
    return tree.child(of: verb, "advmod") == nil
      && auxiliaries.allSatisfy { tree.lemma($0) == "be" && isPresent($0) }
  }

  private func isPresent(_ word: Int) -> Bool {
    ["VBP", "VBZ"].contains(tree.tokens[word].xpos)
  }
}
