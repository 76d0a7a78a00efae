/// Who holds which office, and who belongs to which country, as far as an article says so.
struct RoleMemory: Sendable {
  private var holders: [String: Int] = [:]
  private var countries: [Int: Int] = [:]
  private var offices: [Int: OfficeTitle] = [:]

  /// Notes the holders of an office.
  mutating func note(_ mention: OfficeMention, in table: EntityTable) {
    guard mention.isFull else { return }
    let paired = mention.holders.count == mention.scopes.count && mention.holders.count > 1
    for (index, holder) in mention.holders.enumerated() {
      if offices[holder] == nil, mention.office.isExclusive { offices[holder] = mention.office }
      let scopes = paired ? [mention.scopes[index]] : mention.scopes
      for scope in scopes {
        for key in Self.keys(of: mention.office, scope: scope) where holders[key] == nil {
          holders[key] = holder
        }
        let country = table[scope].type == .country ? scope : table[scope].country
        if let country, countries[holder] == nil { countries[holder] = country }
      }
    }
  }

  /// The holder of an office, where the article names one.
  func holder(of office: OfficeTitle, scope: Int) -> Int? {
    Self.keys(of: office, scope: scope).lazy.compactMap { holders[$0] }.first
  }

  /// The office that a person holds.
  func office(of person: Int) -> OfficeTitle? { offices[person] }

  /// The country that a person acts for.
  func country(of person: Int) -> Int? { countries[person] }

  /// Offices are one where their canonical names are, and `leader` is whoever leads a state.
  private static func keys(of office: OfficeTitle, scope: Int) -> [String] {
    guard let name = office.canonicalName else { return [] }
    var keys = ["\(scope):\(name)"]
    let heads: Set<String> = [
      "presidentOf", "primeMinisterOf", "monarchOf", "headOfStateOf", "headOfGovernmentOf",
      "leaderOf", "chancellorOf",
    ]
    if let property = office.countryProperty, heads.contains(property) {
      keys.append("\(scope):leader")
    }
    return keys
  }
}
