/// A person known to hold or have held an office.
public struct Leader: Sendable, Hashable {
  /// The full name.
  public let name: String
  /// The Wikidata identifier, where it is sure.
  public let link: String?
  /// The index of the country.
  public let country: Int?
  /// The office as the table names it.
  public let office: String
  /// The first day in office, where it is known.
  public let start: CalendarDate?
  /// The last day in office; nothing while it lasts or where it is not known.
  public let end: CalendarDate?
}

extension Gazetteer {
  /// The leaders with a surname.
  public func leaders(named surname: String) -> [Leader] {
    var hasher = NameHasher()
    hasher.add(surname.utf8)
    return (leaderIndex[hasher.exact] ?? []).map { leaders[$0] }
  }

  /// The gender of a given name, where people with the name have mostly one.
  public func gender(ofGivenName name: String) -> Gender? {
    var hasher = NameHasher()
    hasher.add(name.utf8)
    return genders[hasher.exact]
  }
}
