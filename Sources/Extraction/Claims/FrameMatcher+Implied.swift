/// Slots that other sentences of the article fill.
extension FrameMatcher {
  /// The two sides of the article's conflict, where the words themselves name no other.
  func impliedSides(
    _ implied: ImpliedArguments, _ frame: Frame, _ anchors: Anchors
  ) -> [(Filler, Filler)] {
    guard implied.sides.count == 2, !namesOthers(implied, frame, anchors) else { return [] }
    let fillers = implied.sides.map { Filler(entity: $0, token: anchors.own[0]) }
    return [(fillers[0], fillers[1])]
  }

  /// The places that the subjects hold.
  func impliedHoldings(
    _ implied: ImpliedArguments, of subjects: [Filler], at anchor: Int
  ) -> [(Filler, Filler)] {
    subjects.compactMap { subject in
      implied.holding(of: subject.entity).map { (subject, Filler(entity: $0, token: anchor)) }
    }
  }

  /// Whether the noun, or the verb that it belongs to, is said to be somebody else's.
  private func namesOthers(
    _ implied: ImpliedArguments, _ frame: Frame, _ anchors: Anchors
  ) -> Bool {
    anchors.own.contains { word in
      if tree.tokens[word].upos == .verb {
        // Who agrees a truce is a side of it; who proposes that prisoners be exchanged is not.
        let subjects = tree.children(of: word, "nsubj").filter { _ in !tree.isPassive(word) }
        let with = tree.children(of: word, "obl", "nmod").filter(isCompany)
        return (subjects + with).contains { !isSide($0, implied) }
      }
      // A truce that only says what kind of talks there are is not said to be one.
      if tree.has(word, anyOf: ["compound", "amod"]) { return true }
      return tree.children(of: word, "amod", "compound", "nmod:poss", "nmod").contains { child in
        if tree.has(child, "nmod"), !tree.has(child, "nmod:poss"), !isCompany(child) {
          return entities(at: child).contains(where: implied.isThirdState)
        }
        return entities(at: child).contains { !implied.isSide($0) }
      }
    }
  }

  private func entities(at word: Int) -> [Int] {
    tree.conjuncts(of: word).flatMap(slots.entitiesAt)
  }

  /// Whether a phrase names who takes part.
  private func isCompany(_ phrase: Int) -> Bool {
    ["between", "among", "with", "by", "of"].contains(tree.preposition(of: phrase) ?? "")
  }

  private func isSide(_ word: Int, _ implied: ImpliedArguments) -> Bool {
    let entities = entities(at: word)
    return !entities.isEmpty && entities.allSatisfy(implied.isSide)
  }
}
