/// Denials of what another sentence reports, such as `Norway denies this`.
///
/// What was reported is denied with its own subject, predicate, object and date, by whoever denies it
/// and where they do so.
struct DenialClaims {
  let context: ClaimContext

  private var resolved: ResolvedArticle { context.resolved }

  /// The denials of the article that answer a claim which was read.
  func claims(beside read: [Claim]) -> [Claim] {
    resolved.trees.indices.flatMap { sentence -> [Claim] in
      let tree = resolved.trees[sentence]
      return tree.tokens.indices.filter { isDenial($0, tree) }.flatMap { verb in
        denied(by: verb, in: sentence, read)
      }
    }
  }

  // MARK: - What denies

  /// Whether a verb denies what a word before it stands for.
  private func isDenial(_ verb: Int, _ tree: SentenceTree) -> Bool {
    guard tree.tokens[verb].upos == .verb, !tree.isNegated(verb), !tree.isPassive(verb),
      context.knowledge.lexicon.attribution(tree.lemma(verb), upos: .verb)?.kind == .deny,
      tree.child(of: verb, "ccomp", "xcomp") == nil,
      let object = tree.child(of: verb, "obj")
    else { return false }
    return pointsBack(object, tree)
  }

  /// `this`, `it`, `the accusation`; but not `the accusation that …` or `claims`.
  private func pointsBack(_ word: Int, _ tree: SentenceTree) -> Bool {
    if Self.pronouns.contains(tree.form(word)) { return tree.dependents[word].isEmpty }
    guard Self.reports.contains(tree.lemma(word)) else { return false }
    let isKnown = tree.children(of: word, "det", "nmod:poss").contains {
      ["the", "these", "those", "this", "that", "all", "any", "both"].contains(tree.form($0))
        || tree.tokens[$0].upos == .pronoun
    }
    return isKnown && tree.child(of: word, "acl", "ccomp", "nmod") == nil
  }

  private static let pronouns: Set<String> = ["it", "that", "this", "which"]
  private static let reports: Set<String> = [
    "accusation", "allegation", "assertion", "claim", "report", "suggestion",
  ]

  // MARK: - What is denied

  private func denied(by verb: Int, in sentence: Int, _ read: [Claim]) -> [Claim] {
    let tree = resolved.trees[sentence]
    let deniers = ClauseArguments(tree: tree, controls: context.knowledge.lexicon.controls)
      .subjects(of: verb)
      .flatMap { ClaimContext.sources(at: $0, in: sentence, resolved) }
    guard !deniers.isEmpty, context.ownStanding(at: verb, in: sentence).modality == .asserted
    else { return [] }
    let range = context.clauseRange(of: verb, in: sentence)
    let answered = answered(by: verb, in: sentence, read) { claim in
      isReported(claim) && Set(claim.attributedTo).isDisjoint(with: deniers)
    }
    return answered.map { claim in
      var denial = claim
      denial.modality = .denied
      denial.attributedTo = Array(Set(deniers)).sorted()
      denial.range = range
      denial.sentenceRange = resolved.annotated.sentences[sentence].range
      denial.confidence *= 0.8
      denial.rule = "denial:\(tree.lemma(verb))"
      denial.content = nil
      denial.addressees = []
      return denial
    }
  }

  /// The claims of the clause before the verb, of the sentence before it, or of the one before that.
  private func answered(
    by verb: Int, in sentence: Int, _ read: [Claim], where fits: (Claim) -> Bool
  ) -> [Claim] {
    let tree = resolved.trees[sentence]
    let begin = tree.tokens[verb].range.begin
    // What a relative clause answers is the clause that holds it.
    let isRelative = tree.children(of: verb, "obj").contains { tree.form($0) == "which" }
    let sentences = resolved.annotated.sentences
    for index in stride(from: sentence, through: max(0, sentence - 2), by: -1) {
      let range = sentences[index].range
      let found = read.filter {
        $0.sentenceRange == range && $0.range.begin < begin && fits($0)
          && (index < sentence || isRelative || $0.range.end <= begin)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Whether a claim is what somebody else says has happened or will.
  private func isReported(_ claim: Claim) -> Bool {
    let construction = claim.rule.prefix { $0 != ":" }
    return claim.modality != .denied && (!claim.attributedTo.isEmpty || claim.modality == .alleged)
      && ["verb", "event", "predicate", "open-direct", "open-oblique"].contains(construction)
  }
}
