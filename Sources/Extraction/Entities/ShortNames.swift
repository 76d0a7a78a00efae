/// Whether one name of an organization or a place is a short form of another.
enum ShortNames {
  /// Whether `short` is made of the first letters of a long name: `BIS`.
  static func isAcronym(_ short: String, of long: String) -> Bool {
    let letters = short.filter { $0 != "." }
    guard (2...7).contains(letters.count), letters.allSatisfy(\.isUppercase) else { return false }
    let words = long.split { $0 == " " || $0 == "-" }
    guard words.count > 1 else { return false }
    let capitals = words.compactMap(\.first).filter(\.isUppercase)
    let all = words.compactMap(\.first).map { Character($0.uppercased()) }
    return String(capitals) == letters || String(all) == letters
  }

  /// Whether an abbreviation in brackets right after a name can be its own: its letters stand in
  /// the name in their order, the first one at the beginning.
  static func isAbbreviation(_ short: String, inBracketsAfter long: String) -> Bool {
    let letters = short.lowercased().filter(\.isLetter)
    guard (2...8).contains(letters.count), short.filter(\.isUppercase).count >= 2,
      long.count > short.count + 3, letters.first == long.lowercased().first
    else { return false }
    var rest = Substring(long.lowercased())
    for letter in letters {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  /// Whether a long name is a short one with a word for the kind of company behind it.
  static func isWithoutSuffix(_ short: [String], _ long: [String]) -> Bool {
    guard let last = long.last, short.count + 1 == long.count, !short.isEmpty else { return false }
    return Array(long.prefix(short.count)) == short && companySuffixes.contains(last)
  }

  /// Whether a long name begins or ends with a short one.
  static func isPart(_ short: [String], of long: [String]) -> Bool {
    guard short.count < long.count, !short.isEmpty else { return false }
    return long.prefix(short.count) == short[...] || long.suffix(short.count) == short[...]
  }

  /// The name of a company without the legal form behind it, or nothing where there is none.
  static func withoutLegalForm(_ name: String) -> String? {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last,
      legalForms.contains(last.lowercased().filter { $0 != "." })
    else { return nil }
    return words.dropLast().joined(separator: " ")
  }

  private static let legalForms: Set<String> = [
    "inc", "corp", "ltd", "limited", "plc", "ag", "sa", "gmbh", "nv", "spa", "llc",
  ]

  private static let companySuffixes: Set<String> = [
    "inc", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "ag", "sa", "gmbh",
    "group", "holding", "holdings", "nv", "se", "spa", "llc",
  ]
}
