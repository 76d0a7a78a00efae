/// A word that makes a nationality out of a country: `Armenian`, `Turks`, `Franco-`.
public struct Demonym: Sendable, Hashable {
  /// The index of the country, or of the region as for `Catalan`.
  public let country: Int
  /// Whether the word is an adjective: `the Armenian government`.
  public let isAdjective: Bool
  /// Whether the word is a noun for people: `an Armenian`, `the Turks`.
  public let isPeopleNoun: Bool
  /// Whether the noun is a plural and cannot be a singular.
  public let isPlural: Bool
}

extension Gazetteer {
  /// The likeliest reading of a demonym.
  public func demonym(_ form: String) -> Demonym? { demonyms(form).first }

  /// All readings of a demonym, the likeliest first: `Georgian` is of a state and of a country.
  public func demonyms(_ form: String) -> [Demonym] { readings(demonyms.hits(form)) }

  /// The longest demonym that begins at a word, such as `South Korean`.
  public func longestDemonym(
    _ forms: [String], at start: Int, ignoringCase: Bool = false
  ) -> (demonym: Demonym, length: Int)? {
    let rule: NameIndex.CaseRule = ignoringCase ? .ignored : .exact
    guard let (length, hits) = demonyms.longestHits(in: forms, at: start, rule: rule),
      let first = readings(hits).first
    else { return nil }
    return (first, length)
  }

  /// The adjective of a country or region, or its name where it has none.
  public func demonymAdjective(of country: Int) -> String {
    let source = tables[Int(records[country].table)]
    return row(country).values(source.adjectives).first { !$0.hasSuffix("-") }
      ?? name(of: country)
  }

  private func readings(_ hits: [NameIndex.Hit]) -> [Demonym] {
    var flags: [Int: NameIndex.Flags] = [:]
    for hit in hits { flags[hit.entry, default: []].formUnion(hit.flags) }
    let order = flags.keys.sorted {
      (-Int(records[$0].weight), $0) < (-Int(records[$1].weight), $1)
    }
    return order.map { entry in
      let flags = flags[entry] ?? []
      return Demonym(
        country: entry, isAdjective: flags.contains(.adjective),
        isPeopleNoun: flags.contains(.singular) || flags.contains(.plural),
        isPlural: flags.contains(.plural) && !flags.contains(.singular))
    }
  }
}
