/// A common noun for a body that each country has: `foreign ministry`, `parliament`.
public struct OrganizationPattern: Sendable, Hashable {
  /// The words in lower case.
  public let words: [String]
  /// The name of the body, with the country's name or adjective in the place of a variable.
  public let nameTemplate: String
  /// The class of the body.
  public let type: EntityType
  /// What sort of its class it is.
  public let kind: String?
  /// The property that links the body to its country.
  public let property: String?
}

extension Gazetteer {
  /// The longest pattern that begins at a word; all words in lower case.
  public func organizationPattern(
    _ words: [String], at start: Int
  ) -> (pattern: OrganizationPattern, length: Int)? {
    guard start < words.count, let indices = patternIndex[words[start]] else { return nil }
    // The indices stand in the order of falling length.
    for index in indices where words[start...].starts(with: patterns[index].words) {
      return (patterns[index], patterns[index].words.count)
    }
    return nil
  }

  /// The name of a country's body: `Armenian Foreign Ministry`.
  public func canonicalName(_ pattern: OrganizationPattern, country: Int) -> String {
    pattern.nameTemplate
      .split(separator: " ")
      .map { word in
        switch word {
        case "{adjective}": demonymAdjective(of: country)
        case "{country}": name(of: country)
        default: String(word)
        }
      }
      .joined(separator: " ")
  }
}
