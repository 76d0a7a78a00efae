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
      let answers = DenialReader(context: context, sentence: sentence).answers()
      return answers.flatMap { denied(by: $0, in: sentence, read) }
    }
  }

  private func denied(by answer: DenialReader.Answer, in sentence: Int, _ read: [Claim]) -> [Claim]
  {
    let deniers = Set(answer.deniers)
    guard !deniers.isEmpty else { return [] }
    let range = context.clauseRange(of: answer.anchor, in: sentence)
    let answered = answered(by: answer, in: sentence, read) { claim in
      isReported(claim) && deniers.isDisjoint(with: claim.attributedTo)
        && (!answer.isOfOwnDeeds || deniers.contains(claim.subject))
    }
    return answered.map { claim in
      var denial = claim
      denial.modality = .denied
      denial.attributedTo = deniers.sorted()
      denial.range = range
      denial.sentenceRange = resolved.annotated.sentences[sentence].range
      denial.confidence *= 0.8
      denial.rule = "denial:\(resolved.trees[sentence].lemma(answer.anchor))"
      denial.content = nil
      denial.addressees = []
      return denial
    }
  }

  /// The claims of the clause before the denial, of the sentence before it, or of the one before that.
  private func answered(
    by answer: DenialReader.Answer, in sentence: Int, _ read: [Claim], where fits: (Claim) -> Bool
  ) -> [Claim] {
    let begin = resolved.trees[sentence].tokens[answer.anchor].range.begin
    let sentences = resolved.annotated.sentences
    for index in stride(from: sentence, through: max(0, sentence - 2), by: -1) {
      let range = sentences[index].range
      let found = read.filter {
        $0.sentenceRange == range && $0.range.begin < begin && fits($0)
          && (index < sentence || answer.isOfHolder || $0.range.end <= begin)
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
