/// What a title and the table of leaders give together, as background: the state of `President Rao`
/// where the sentence does not name it, the nationality of a former minister.
struct OfficeBackground {
  let context: ClaimContext

  private var table: EntityTable { context.resolved.table }

  /// The state that the holder of a title without a scope is known to lead or have led.
  func holder(of mention: OfficeMention) -> [Claim] {
    let gazetteer = context.knowledge.gazetteer
    guard mention.scopes.isEmpty, mention.isFull, mention.holders.count == 1,
      let holder = mention.holders.first, let title = mention.office.canonicalName?.lowercased(),
      let property = mention.office.countryProperty
    else { return [] }
    let leaders = table[holder].names.flatMap { gazetteer.leaders(named: $0) }
    let scopes = Set(
      leaders.filter { matches($0, title) }.compactMap(\.scope)
        .filter { gazetteer.type(of: $0) == .country })
    guard scopes.count == 1, let country = named(scopes.first) else { return [] }
    return claim(holder, property, country, mention)
  }

  /// A former minister of a state is a citizen of it still.
  func origin(of mention: OfficeMention) -> [Claim] {
    guard mention.office.countryProperty != nil, mention.holders.count == 1,
      mention.scopes.count == 1, table[mention.scopes[0]].type == .country
    else { return [] }
    return claim(mention.holders[0], "citizenOf", mention.scopes[0], mention)
  }

  private func matches(_ leader: Leader, _ title: String) -> Bool {
    leader.office == title || leader.office.hasSuffix(" " + title)
      || (["chancellor", "taoiseach", "premier"].contains(title)
        && leader.office == "prime minister")
  }

  private func named(_ entry: Int?) -> Int? {
    table.entities.indices.first {
      table[$0].entry == entry && table[$0].isNamed && table[$0].type == .country
    }
  }

  private func claim(_ holder: Int, _ property: String, _ country: Int, _ mention: OfficeMention)
    -> [Claim]
  {
    var claim = context.claim(
      subject: holder, predicate: property, object: country, anchor: mention.head,
      sentence: mention.sentence, standing: Standing(), confidence: 0.9,
      rule: "background:office")
    claim?.basis = .background
    return claim.map { [$0.timeless] } ?? []
  }
}
