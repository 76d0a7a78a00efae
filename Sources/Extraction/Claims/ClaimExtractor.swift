/// Reads claims from an article whose entities are known.
struct ClaimExtractor: Sendable {
  let knowledge: Knowledge

  /// The claims in text order; subjects and objects are indices of the resolved article's table.
  func claims(in resolved: ResolvedArticle) -> [Claim] {
    let context = ClaimContext(knowledge: knowledge, resolved: resolved)
    var defined = resolved.trees.indices.map { sentence in
      OfficeClaims(context: context).claims(in: sentence)
        + CounterpartClaims(context: context).claims(in: sentence)
        + OrganizationClaims(context: context).claims(in: sentence)
        + FrameClaims(context: context).claims(in: sentence)
        + DemandClaims(context: context).claims(in: sentence)
        + AffiliationClaims(context: context).claims(in: sentence)
    }
    let implied = ImpliedArguments(
      claims: defined.flatMap(\.self), resolved: resolved, ontology: knowledge.ontology)
    var found: [Claim] = []
    for sentence in defined.indices {
      if !implied.isEmpty {
        let said = Set(defined[sentence].map(\.predicate))
        // What the words themselves say of anybody they do not leave unsaid.
        defined[sentence] += FrameClaims(context: context, implied: implied).claims(in: sentence)
          .filter { !said.contains($0.predicate) }
      }
      found += defined[sentence]
      found += OpenClaims(context: context, sentence: sentence).claims(beside: defined[sentence])
    }
    found += DenialClaims(context: context).claims(beside: found)
    found += QuotationClaims(context: context).claims()
    let background = BackgroundClaims(context: context).claims()
    for index in found.indices where found[index].basis == .read {
      found[index].confidence = knowledge.lexicon.confidence(
        of: found[index].rule, expected: found[index].confidence)
    }
    return ClaimExtractor.unique(found + ClaimExtractor.unsaid(background, beside: found))
  }

  /// What of the background adds something to what the article says.
  ///
  /// Two things that the article itself brings together, or each with a third, need no word from the
  /// gazetteer to be connected: the spokesman of a state's ministry, the town where its talks are.
  static func unsaid(_ background: [Claim], beside read: [Claim]) -> [Claim] {
    var neighbours: [Int: Set<Int>] = [:]
    for claim in read {
      guard case .entity(let object) = claim.object else { continue }
      neighbours[claim.subject, default: []].insert(object)
      neighbours[object, default: []].insert(claim.subject)
    }
    return background.filter { claim in
      guard case .entity(let object) = claim.object else { return true }
      let own = neighbours[claim.subject, default: []]
      return !own.contains(object) && own.isDisjoint(with: neighbours[object, default: []])
    }
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
