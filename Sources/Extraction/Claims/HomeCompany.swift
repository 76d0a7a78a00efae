/// The company that an article is about, and whose chief executive it need not say somebody is.
///
/// `Chief executive Ida Lund` is Helio's in an article that names Helio more than any other company,
/// unless its text knows better.
struct HomeCompany {
  let context: ClaimContext

  /// What the holder of a title without a scope is to the company.
  func claim(for mention: OfficeMention) -> Claim? {
    let table = context.resolved.table
    guard let company = context.homeCompany, mention.scopes.isEmpty, mention.destinations.isEmpty,
      mention.isFull, !mention.isPlural, mention.holders.count == 1,
      let holder = mention.holders.first, table[holder].isNamed, mention.office.isExclusive,
      mention.office.countryProperty == nil, let property = mention.office.organizationProperty,
      property == "chiefExecutiveOf", isBare(mention), isFree(holder, property, company)
    else { return nil }
    return context.claim(
      subject: holder, predicate: property, object: company, anchor: mention.head,
      sentence: mention.sentence, standing: Standing(), confidence: 0.6,
      rule: "implied:\(mention.office.words.joined(separator: "_"))"
    )?.timeless
  }

  /// The entity of the company that is named at least three times, and half as often again as any
  /// other body that may be one.
  static func company(of resolved: ResolvedArticle, _ gazetteer: Gazetteer) -> Int? {
    let table = resolved.table
    let counts = table.entities.indices
      .filter { mayBeCompany(table[$0], gazetteer) }
      .map { (entity: $0, count: table[$0].mentions.count) }
      .sorted { $0.count > $1.count }
    guard let first = counts.first, first.count >= 3,
      counts.count < 2 || first.count * 2 >= counts[1].count * 3
    else { return nil }
    return first.entity
  }

  private static func mayBeCompany(_ entity: WorkingEntity, _ gazetteer: Gazetteer) -> Bool {
    guard entity.type == .organization, entity.isNamed, entity.country == nil else { return false }
    guard let entry = entity.entry else { return entity.canonicalName == nil }
    return gazetteer[entry].kind.map(companies.contains) ?? false
  }

  private static let companies: Set<String> = [
    "bank", "broadcaster", "company", "magazine", "news-agency", "newspaper", "platform",
  ]

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
  private func isFree(_ holder: Int, _ property: String, _ company: Int) -> Bool {
    !context.resolved.offices.contains { other in
      guard !other.scopes.isEmpty else { return false }
      if other.holders.contains(holder) { return true }
      return other.office.organizationProperty == property && other.scopes.contains(company)
        && other.isFull && !other.holders.isEmpty
    }
  }
}
