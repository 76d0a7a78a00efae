/// Finds the body that a title belongs to inside a state: the police of a police chief, the presidency
/// of a presidential spokesman.
struct OfficeBodies {
  let gazetteer: Gazetteer

  /// A title whose scopes are bodies instead of the states that they belong to, where the lexicon
  /// names such a body; new ones are added to the table.
  func resolved(_ mention: OfficeMention, in table: inout EntityTable) -> OfficeMention {
    guard let words = mention.office.objectName?.split(separator: " ").map(String.init),
      let (pattern, length) = gazetteer.organizationPattern(words, at: 0), length == words.count
    else { return mention }
    var mention = mention
    mention.scopes = mention.scopes.map { scope in
      guard table[scope].type == .country, let country = table[scope].entry else { return scope }
      return body(pattern, of: scope, country, &table)
    }
    return mention
  }

  private func body(
    _ pattern: OrganizationPattern, of scope: Int, _ country: Int, _ table: inout EntityTable
  ) -> Int {
    let name = gazetteer.canonicalName(pattern, country: country)
    if let known = table.entities.firstIndex(where: { $0.canonicalName == name }) { return known }
    var entity = WorkingEntity(type: pattern.type, canonicalName: name)
    entity.country = scope
    return table.add(entity)
  }
}
