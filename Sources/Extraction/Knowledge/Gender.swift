/// The grammatical gender of the pronouns for a person.
public enum Gender: String, Sendable, CaseIterable {
  /// She.
  case female
  /// He.
  case male

  /// The gender of those whom a noun of kinship names: `wife`, `father`.
  static func ofKin(_ noun: String) -> Gender? {
    if women.contains(noun) { return .female }
    return men.contains(noun) ? .male : nil
  }

  private static let women: Set<String> = [
    "aunt", "daughter", "ex-wife", "girlfriend", "granddaughter", "grandmother", "mother", "niece",
    "sister", "stepdaughter", "stepmother", "widow", "wife",
  ]
  private static let men: Set<String> = [
    "boyfriend", "brother", "ex-husband", "father", "grandfather", "grandson", "husband", "nephew",
    "son", "stepfather", "stepson", "uncle", "widower",
  ]
}

/// What is known of a given name.
public struct GivenName: Sendable, Hashable {
  /// The gender of most people with the name; nothing where both bear it.
  public let gender: Gender?
  /// Whether it is as often an English word, a place or a surname: `Georgia`, `Mark`.
  public let isCommonWord: Bool
}

extension Gazetteer {
  /// The gender of a given name, where people with the name have mostly one.
  public func gender(ofGivenName name: String) -> Gender? { givenName(name)?.gender }

  /// What is known of a name as a given name; nothing where it is none.
  public func givenName(_ name: String) -> GivenName? {
    var hasher = NameHasher()
    hasher.add(name.utf8)
    if let known = givenNames[hasher.exact] { return known }
    // Of 'Jean-Claude' the first half tells.
    let half = name.prefix { $0 != "-" }
    return half.count < name.count ? givenName(String(half)) : nil
  }

  /// Reads given names.
  mutating func addGivenNames(_ table: Table) throws(KnowledgeError) {
    let name = try table.requiredColumn("name")
    let gender = try table.requiredColumn("gender")
    let flags = table.column("flags")
    givenNames.reserveCapacity(table.count)
    for index in 0..<table.count {
      let row = table[index]
      var hasher = NameHasher()
      hasher.add(table.bytes[row.range(name)])
      let known: Gender? =
        switch row.string(gender) {
        case "f", "female": .female
        case "m", "male": .male
        case "u", "both", "": nil
        case let word: throw row.error("no gender called \"\(word)\"; expected f, m or u")
        }
      let isCommon = row.parts(flags).contains { table.bytes[$0].elementsEqual("common".utf8) }
      givenNames[hasher.exact] = GivenName(gender: known, isCommonWord: isCommon)
    }
  }
}
