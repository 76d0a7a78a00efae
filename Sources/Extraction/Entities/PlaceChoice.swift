/// Chooses among the places of one name by the places around them: `Georgia` beside `Atlanta` is
/// the state, beside `Tbilisi` the country.
struct PlaceChoice {
  let gazetteer: Gazetteer
  let trees: [SentenceTree]

  /// The names with the entries that the article speaks for.
  func chosen(_ names: [NameCandidate]) -> [NameCandidate] {
    let support = Support(names, gazetteer)
    var decided: [String: Int] = [:]
    for name in names where isOpen(name) {
      if let entry = outerPlace(of: name, names) ?? country(of: name, among: names) {
        decided[name.text.lowercased()] = entry
      }
    }
    return names.map { name in
      guard isOpen(name), let old = name.entry else { return name }
      var chosen = name
      let best = decided[name.text.lowercased()] ?? supported(name.entries, old, support)
      chosen.entry = best
      chosen.type = gazetteer.type(of: best)
      return chosen
    }
  }

  private func isOpen(_ name: NameCandidate) -> Bool {
    guard let entry = name.entry, name.form == .name, name.canonicalName == nil else {
      return false
    }
    return Self.places.contains(gazetteer.type(of: entry))
      && name.entries.filter { Self.places.contains(gazetteer.type(of: $0)) }.count > 1
  }

  private static let places: Set<EntityType> = [.country, .region, .city]

  /// The entry that the place after a comma says: `Paris, Texas`; or that holds the town before
  /// it: `Atlanta, Georgia`.
  private func outerPlace(of name: NameCandidate, _ names: [NameCandidate]) -> Int? {
    for other in names where other.sentence == name.sentence {
      guard let outer = other.entry else { continue }
      if other.tokens.lowerBound == name.tokens.upperBound + 1,
        trees[name.sentence].form(name.tokens.upperBound) == ","
      {
        let inside = name.entries.first { lies($0, in: outer, or: other.entries) }
        if let inside { return inside }
      }
      if other.tokens.upperBound + 1 == name.tokens.lowerBound, other.type == .city,
        trees[name.sentence].form(other.tokens.upperBound) == ","
      {
        let around = name.entries.first { lies(outer, in: $0, or: []) }
        if let around { return around }
      }
    }
    return nil
  }

  /// The state of a name that stands in a list of states: `Cameroon, Chad and Niger`.
  private func country(of name: NameCandidate, among names: [NameCandidate]) -> Int? {
    let tree = trees[name.sentence]
    let members = tree.conjuncts(of: tree.firstConjunct(of: name.head))
    let isListed = names.contains { other in
      other.sentence == name.sentence && other.head != name.head && other.type == .country
        && other.form == .name && !isOpen(other) && members.contains(other.head)
    }
    guard isListed else { return nil }
    return name.entries.first { gazetteer.type(of: $0) == .country }
  }

  private func lies(_ entry: Int, in outer: Int, or others: [Int]) -> Bool {
    guard entry != outer else { return false }
    let known = gazetteer[entry]
    return ([outer] + others).contains { $0 == known.parent || $0 == known.country }
  }

  /// What the other places of an article speak for.
  private struct Support {
    /// The number of different towns and regions named in a country or region.
    var inside: [Int: Int] = [:]

    init(_ names: [NameCandidate], _ gazetteer: Gazetteer) {
      var seen: Set<Int> = []
      for name in names {
        guard let entry = name.entry, seen.insert(entry).inserted,
          name.entries.count < 2 || gazetteer.countryOfCapital(entry) != nil,
          [.region, .city].contains(name.type)
        else { continue }
        let known = gazetteer[entry]
        for outer in Set([known.country, known.parent].compactMap(\.self)) {
          inside[outer, default: 0] += 1
        }
      }
    }
  }

  /// The likeliest entry, or another one where only that one's surroundings are named.
  private func supported(_ entries: [Int], _ old: Int, _ support: Support) -> Int {
    let known = gazetteer[old]
    guard known.isCommonWord, support.inside[old, default: 0] == 0 else { return old }
    if let country = known.country, country != old, support.inside[country, default: 0] > 0 {
      return old
    }
    let other = entries.first { entry in
      guard entry != old, gazetteer.type(of: entry) == .region else { return false }
      return support.inside[entry, default: 0] > 0
        || (gazetteer[entry].country.map { support.inside[$0, default: 0] } ?? 0) > 1
    }
    return other ?? old
  }
}
