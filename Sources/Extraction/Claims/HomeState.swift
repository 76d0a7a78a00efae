/// The state that an article is about, and whose ministers it need not say they are.
///
/// `Prime Minister Lind` is that of Norway in an article of which Norway is what it speaks of most,
/// unless its text knows better.
struct HomeState {
  let context: ClaimContext

  /// What the holder of a title without a scope is to the state.
  func claim(for mention: OfficeMention) -> Claim? {
    guard let state = context.homeState,
      let holder = mention.holderWithoutScope(in: context.resolved.table),
      let property = mention.office.countryProperty,
      isOfState(mention), isFree(holder, property, state), !isForeign(holder, than: state)
    else { return nil }
    return context.claim(
      subject: holder, predicate: property, object: state, anchor: mention.head,
      sentence: mention.sentence, standing: Standing(), confidence: 0.6,
      rule: "implied:\(mention.office.words.joined(separator: "_"))"
    )?.timeless
  }

  /// The entity of the state that is named at least three times, and twice as often as any other; or
  /// that of the article's dateline, where no other is named twice as often.
  static func state(of resolved: ResolvedArticle, _ gazetteer: Gazetteer) -> Int? {
    let table = resolved.table
    let counts = table.entities.indices
      .filter { table[$0].type == .country && table[$0].isNamed }
      .map { (entity: $0, count: table[$0].mentions.count) }
      .sorted { $0.count > $1.count }
    if let top = counts.first, let home = dateline(of: resolved.annotated.article, gazetteer),
      let own = counts.first(where: { table[$0.entity].entry == home })
    {
      return own.count * 2 >= top.count ? own.entity : nil
    }
    guard let first = counts.first, first.count >= 3,
      counts.count < 2 || first.count >= 2 * counts[1].count
    else { return nil }
    return first.entity
  }

  /// The country of the town with which a dateline begins: `ADDIS ABABA, Nov 23`.
  private static func dateline(of article: Article, _ gazetteer: Gazetteer) -> Int? {
    guard let block = article.blocks.first(where: { $0.kind == .dateline }) else { return nil }
    let words = article.text[block.range].split { !$0.isLetter && $0 != "-" && $0 != "." }
      .map(String.init)
    guard let match = gazetteer.longestMatch(words, at: 0, ignoringCase: true) else { return nil }
    let towns = match.candidates.filter { gazetteer.type(of: $0) == .city }
    guard let town = towns.first, towns.count == 1 || gazetteer[town].isCapital else { return nil }
    return gazetteer.country(of: town)
  }

  /// Whether a title is one of states alone, or is written as part of a name: `President Lind`.
  private func isOfState(_ mention: OfficeMention) -> Bool {
    let tree = context.resolved.trees[mention.sentence]
    guard mention.office.isExclusive || mention.office.words.last == "minister" else {
      return false
    }
    // 'Lind, a minister,' may be anybody's.
    if tree.isIndefinite(mention.head) { return false }
    // 'Minister Lind' may be of a department that is named elsewhere.
    if mention.office.words.count == 1, !mention.office.isExclusive,
      tree.child(of: mention.head, "compound", "nmod") == nil
    {
      return false
    }
    // 'President Lind' of a company comes after its name has been told.
    return mention.office.organizationProperty == nil || mention.office.words.last == "minister"
      || tree.tokens[mention.head].upos == .properNoun
        && (mention.phrase == mention.title && mention.office.words == ["president"]
          || !context.resolved.table.entities.contains { $0.type == .organization && $0.isNamed })
  }

  /// Whether nobody else holds the office of the state by the article, and its bearer none of another.
  private func isFree(_ holder: Int, _ property: String, _ state: Int) -> Bool {
    !context.resolved.offices.contains { other in
      if other.holders.contains(holder), isOfUnknownBody(other) { return true }
      guard let own = other.office.countryProperty, !other.scopes.isEmpty else { return false }
      if other.holders.contains(holder) { return true }
      return own == property && other.scopes.contains(state) && !other.holders.isEmpty
    }
  }

  /// `FCO Minister Lind`: a name before the title that nobody knows is what he is a minister of.
  private func isOfUnknownBody(_ mention: OfficeMention) -> Bool {
    let tree = context.resolved.trees[mention.sentence]
    let before = mention.phrase.lowerBound - 1
    return before >= 0 && tree.tokens[before].upos == .properNoun
  }

  /// Whether the person is known for another state's.
  private func isForeign(_ holder: Int, than state: Int) -> Bool {
    let table = context.resolved.table
    if let country = table[holder].country, country != state { return true }
    let leaders = table[holder].names.flatMap { context.knowledge.gazetteer.leaders(named: $0) }
    return leaders.contains { $0.scope != table[state].entry }
  }
}
