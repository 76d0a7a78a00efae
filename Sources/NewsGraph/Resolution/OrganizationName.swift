import Extraction

/// The name of an organization, taken apart for comparison with others.
struct OrganizationName: Sendable, Hashable {
  /// The words in their usual spelling without the legal form: `gazprom` for `Gazprom PJSC`.
  let key: String
  /// Whether a legal form or another spelling was taken away.
  let isChanged: Bool
  /// The letters, where the name is an acronym.
  let acronym: String?
  /// The first letters of the words, of all and of those with a capital.
  let initials: [String]

  init(_ name: String, variants: NameVariants) {
    let plain = NameFolding.plainWords(of: name.replacing("&", with: " and "))
    var words = plain.map(variants.usualSpelling)
    while words.count > 1, let last = words.last, variants.isLegalForm(last) { words.removeLast() }
    key = words.joined(separator: " ")
    isChanged = words != plain
    acronym = Self.acronym(name)
    let parts = name.split { $0 == " " || $0 == "-" }.filter { $0.lowercased() != "the" }
    guard parts.count > 1 else {
      initials = []
      return
    }
    let all = String(parts.compactMap(\.first)).uppercased()
    let capitals = String(parts.compactMap(\.first).filter(\.isUppercase))
    initials = all == capitals ? [all] : [all, capitals].filter { $0.count > 1 }
  }
}

extension OrganizationName {
  /// The letters of a name that is an acronym: two to seven capitals, with points or without.
  static func acronym(_ name: String) -> String? {
    let letters = name.filter { $0 != "." }
    let isAcronym =
      (2...7).contains(letters.count) && letters.allSatisfy { $0.isUppercase && $0.isLetter }
    return isAcronym ? letters : nil
  }
}

/// Finds bodies of states in names: `Foreign Ministry of Armenia`, `Armenian Foreign Ministry`.
struct CountryBodyReader: Sendable {
  let gazetteer: Gazetteer

  /// What a name says.
  enum Reading: Sendable, Hashable {
    /// A body of a country, with the name that all ways to name it share.
    case body(name: String, country: Int)
    /// A body that every state has, of which the name does not tell the state.
    case generic(OrganizationPattern)
  }

  /// Reads a name; nothing where it is no such body's.
  func read(_ name: String) -> Reading? {
    var forms = name.split(separator: " ").flatMap(Self.withoutPossessive)
    if forms.count > 1, forms[0].lowercased() == "the" { forms.removeFirst() }
    let words = forms.map { $0.lowercased() }
    guard !words.isEmpty else { return nil }
    if let (pattern, length) = gazetteer.organizationPattern(words, at: 0) {
      if length == words.count { return .generic(pattern) }
      guard words[length] == "of" else { return nil }
      var next = length + 1
      if next < words.count, words[next] == "the" { next += 1 }
      guard next < words.count, let match = gazetteer.longestMatch(forms, at: next),
        next + match.length == words.count, let country = country(match.candidates)
      else { return nil }
      return .body(name: gazetteer.canonicalName(pattern, country: country), country: country)
    }
    guard let (country, begin) = countryBefore(forms), begin < words.count,
      let (pattern, length) = gazetteer.organizationPattern(words, at: begin),
      begin + length == words.count
    else { return nil }
    return .body(name: gazetteer.canonicalName(pattern, country: country), country: country)
  }

  private func countryBefore(_ forms: [String]) -> (country: Int, length: Int)? {
    if let (demonym, length) = gazetteer.longestDemonym(forms, at: 0), demonym.isAdjective,
      gazetteer.type(of: demonym.country) == .country
    {
      return (demonym.country, length)
    }
    guard let match = gazetteer.longestMatch(forms, at: 0), let country = country(match.candidates)
    else { return nil }
    return (country, match.length)
  }

  private func country(_ candidates: [Int]) -> Int? {
    candidates.first.flatMap { gazetteer.type(of: $0) == .country ? $0 : nil }
  }

  private static func withoutPossessive(_ word: Substring) -> [String] {
    for ending in ["'s", "’s"] where word.hasSuffix(ending) {
      return word.count > 2 ? [String(word.dropLast(2))] : []
    }
    return [word.hasSuffix("'") || word.hasSuffix("’") ? String(word.dropLast()) : String(word)]
  }
}
