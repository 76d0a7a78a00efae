/// A person known to hold or have held an office.
///
/// The tables know leaders for the spelling of names and to tell who `the president` of a day may
/// be; they are no source of claims.
public struct Leader: Sendable, Hashable {
  /// The full name.
  public let name: String
  /// The name that stands alone on second mention.
  public let surname: String
  /// The index of the country, region or organization.
  public let scope: Int?
  /// The office in lower case, without the scope: `foreign minister`.
  public let office: String
  /// The beginning of the time in office: a year, month or day in ISO 8601.
  public let start: String?
  /// The end of the time in office; nothing while it lasts and where it is not known.
  public let end: String?
  /// The Wikidata identifier, where it is sure.
  public let link: String?
  /// Other spellings of the full name.
  public let aliases: [String]

  /// Whether the person was in office on a day, as far as the table tells.
  public func isInOffice(on date: CalendarDate) -> Bool {
    let day = date.description
    // A year or month compares by its own length: it holds all its days.
    if let start, day.prefix(start.count) < start { return false }
    if let end, day.prefix(end.count) > end { return false }
    return true
  }
}

extension Gazetteer {
  /// The leaders with a surname or a full name, in the order of the table.
  public func leaders(named name: String) -> [Leader] {
    leaders(leaderNames.hits(name).map(\.entry))
  }

  /// The leaders of a country, region or organization, in the order of the table.
  public func leaders(of scope: Int) -> [Leader] { leaders(leaderScopes[scope] ?? []) }

  private func leaders(_ rows: [Int]) -> [Leader] {
    guard let table = leaderTable else { return [] }
    return Set(rows).sorted().map { leader(table[$0]) }
  }

  private func leader(_ row: TableRow) -> Leader {
    let table = row.table
    return Leader(
      name: row.string(table.column("name")), surname: row.string(table.column("surname")),
      scope: scope(of: row), office: row.string(table.column("office")),
      start: row.optional(table.column("from")), end: row.optional(table.column("to")),
      link: row.optional(table.column("qid")), aliases: row.values(table.column("aliases")))
  }

  private func scope(of row: TableRow) -> Int? {
    reference(
      row.table.bytes[row.range(row.table.column("of"))], [.countries, .organizations, .regions])
  }

  mutating func addLeaders(_ table: Table) throws(KnowledgeError) {
    let name = try table.requiredColumn("name")
    let surname = try table.requiredColumn("surname")
    let aliases = table.column("aliases")
    for index in 0..<table.count {
      let row = table[index]
      leaderNames.insert(table.bytes[row.range(name)], entry: index)
      leaderNames.insert(table.bytes[row.range(surname)], entry: index)
      for range in row.parts(aliases) {
        leaderNames.insert(table.bytes[range], entry: index)
        if let last = table.bytes[range].split(separator: UInt8(ascii: " ")).last {
          leaderNames.insert(last, entry: index)
        }
      }
      if let scope = scope(of: row) { leaderScopes[scope, default: []].append(index) }
    }
    leaderTable = table
  }
}
