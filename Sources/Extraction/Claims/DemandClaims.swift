/// Demands in reported speech: who says that another must do something calls on the other.
struct DemandClaims {
  let context: ClaimContext

  func claims(in sentence: Int) -> [Claim] {
    let tree = context.resolved.trees[sentence]
    let slots = context.slots(in: sentence)
    return tree.tokens.indices.flatMap { verb -> [Claim] in
      guard tree.tokens[verb].upos == .verb, !tree.isNegated(verb),
        let cue = context.knowledge.lexicon.attribution(tree.lemma(verb), upos: .verb),
        // Who rules that somebody should be paid demands nothing of him.
        cue.kind != .decide
      else { return [] }
      let demands = tree.children(of: verb, "ccomp").filter { isDemand($0, tree) }
      guard !demands.isEmpty else { return [] }
      let speakers = slots.fillers(of: .subject, at: verb)
      let standing = context.standing(at: verb, in: sentence)
      return demands.flatMap { demand -> [Claim] in
        let addressed = slots.fillers(of: .subject, at: demand)
        return speakers.flatMap { speaker in
          addressed.compactMap {
            context.claim(
              subject: speaker.entity, predicate: "calledOn", object: $0.entity, anchor: verb,
              sentence: sentence, standing: standing, confidence: 0.7, rule: "demand:must")
          }
        }
      }
    }
  }

  /// Whether a clause says what has to be done, and not what has to be so.
  private func isDemand(_ clause: Int, _ tree: SentenceTree) -> Bool {
    guard tree.tokens[clause].upos == .verb, !tree.isPassive(clause) else { return false }
    let auxiliaries = tree.children(of: clause, "aux").map { tree.form($0) }
    return auxiliaries.contains { ["must", "should", "ought"].contains($0) }
      && !auxiliaries.contains("have")
  }
}
