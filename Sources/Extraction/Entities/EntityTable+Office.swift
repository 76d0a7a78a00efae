extension EntityTable {
  /// The entity of an office, `Foreign Minister of Norway`, made where there is none; nothing for
  /// titles that several persons bear at a time.
  mutating func office(_ office: OfficeTitle, of scope: Int) -> Int? {
    guard office.isExclusive, !office.isOccupation, !office.isRank, let title = office.canonicalName
    else { return nil }
    let name = "\(title) of \(self[scope].displayName)"
    if let known = entities.firstIndex(where: { $0.canonicalName == name }) { return known }
    var entity = WorkingEntity(type: .office, canonicalName: name)
    entity.country = self[scope].type == .country ? scope : nil
    return add(entity)
  }
}
