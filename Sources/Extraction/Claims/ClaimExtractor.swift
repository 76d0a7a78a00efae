/// Reads claims from an article whose entities are known.
struct ClaimExtractor: Sendable {
  let knowledge: Knowledge

  /// The claims in text order; subjects and objects are indices of the resolved article's table.
  func claims(in resolved: ResolvedArticle) -> [Claim] {
    let context = ClaimContext(knowledge: knowledge, resolved: resolved)
    var found: [Claim] = []
    for sentence in resolved.trees.indices {
      let defined =
        OfficeClaims(context: context).claims(in: sentence)
        + OrganizationClaims(context: context).claims(in: sentence)
        + FrameClaims(context: context).claims(in: sentence)
        + DemandClaims(context: context).claims(in: sentence)
        + AffiliationClaims(context: context).claims(in: sentence)
      found += defined
      found += OpenClaims(context: context, sentence: sentence).claims(beside: defined)
    }
    found += QuotationClaims(context: context).claims()
    let background = BackgroundClaims(context: context).claims()
    for index in found.indices where found[index].basis == .read {
      found[index].confidence = knowledge.lexicon.confidence(
        of: found[index].rule, expected: found[index].confidence)
    }
    return ClaimExtractor.unique(found + ClaimExtractor.unsaid(background, beside: found))
  }

  /// What of the background no claim says already.
  static func unsaid(_ background: [Claim], beside read: [Claim]) -> [Claim] {
    let said = Set(read.map { [.entity($0.subject), $0.object] })
    return background.filter { !said.contains([.entity($0.subject), $0.object]) }
  }

  /// Claims that say the same in one sentence, each once, the surest one; in text order.
  static func unique(_ claims: [Claim]) -> [Claim] {
    struct Key: Hashable {
      var subject: Int
      var predicate: String
      var object: Claim.Object
      var modality: Modality
      var sentence: TextRange
    }
    var best: [Key: Claim] = [:]
    for claim in claims {
      let key = Key(
        subject: claim.subject, predicate: claim.predicate, object: claim.object,
        modality: claim.modality, sentence: claim.sentenceRange)
      if let known = best[key], known.confidence >= claim.confidence { continue }
      best[key] = claim
    }
    return best.values.sorted { left, right in
      if left.range != right.range { return left.range < right.range }
      if left.subject != right.subject { return left.subject < right.subject }
      if left.predicate != right.predicate { return left.predicate < right.predicate }
      if left.modality != right.modality { return left.modality < right.modality }
      return left.object.sortKey < right.object.sortKey
    }
  }
}

extension Claim.Object {
  fileprivate var sortKey: String {
    switch self {
    case .entity(let index): "0\(CalendarDate.padded(index, 9))"
    case .literal(let value, let datatype): "1\(datatype):\(value)"
    }
  }
}
