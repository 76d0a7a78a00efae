/// The company that an article is about, and whose chief executive it need not say somebody is.
///
/// `Chief executive Ida Lund` is Helio's in an article that names Helio more than any other company,
/// unless its text knows better.
struct HomeCompany {
  let context: ClaimContext

  /// What the holder of a title without a scope is to the company.
  func claim(for mention: OfficeMention) -> Claim? {
    guard let company = context.homeCompany,
      let holder = mention.holderWithoutScope(in: context.resolved.table),
      mention.office.isExclusive, mention.office.countryProperty == nil,
      mention.office.organizationProperty == Self.property, isBare(mention),
      isFree(holder, company)
    else { return nil }
    return context.claim(
      subject: holder, predicate: Self.property, object: company, anchor: mention.head,
      sentence: mention.sentence, standing: Standing(), confidence: 0.6,
      rule: "implied:\(mention.office.words.joined(separator: "_"))"
    )?.timeless
  }

  private static let property = "chiefExecutiveOf"

  /// The entity of the company that is named at least three times, and half as often again as any
  /// other body that may be one.
  static func company(of resolved: ResolvedArticle, _ gazetteer: Gazetteer) -> Int? {
    let table = resolved.table
    let counts = table.entities.indices
      .filter { table[$0].mayBeCompany(gazetteer) && table[$0].country == nil }
      .map { (entity: $0, count: table[$0].mentions.count) }
      .sorted { $0.count > $1.count }
    guard let first = counts.first, first.count >= 3,
      counts.count < 2 || first.count * 2 >= counts[1].count * 3
    else { return nil }
    return first.entity
  }

  /// Whether nothing but the name stands with the title: `the company's chief executive` may be that of
  /// another company that was named just before.
  private func isBare(_ mention: OfficeMention) -> Bool {
    let tree = context.resolved.trees[mention.sentence]
    let before = mention.phrase.lowerBound - 1
    return mention.phrase == mention.title
      && tree.child(of: mention.head, "det", "nmod", "nmod:poss", "compound") == nil
      && (before < 0 || !Self.joining.contains(tree.tokens[before].upos))
  }

  private static let joining: Set<UniversalPartOfSpeech> = [
    .noun, .properNoun, .coordinatingConjunction,
  ]

  /// Whether nobody else holds the office of the company by the article, and its bearer none of another
  /// body.
  private func isFree(_ holder: Int, _ company: Int) -> Bool {
    !context.resolved.offices.contains { other in
      guard !other.scopes.isEmpty else { return false }
      if other.holders.contains(holder) { return true }
      return other.office.organizationProperty == Self.property && other.scopes.contains(company)
        && other.isFull && !other.holders.isEmpty
    }
  }
}
