/// A head noun of entities without a name of their own: `government`, `rebels`, `border`.
public struct NominalType: Sendable, Hashable {
  /// The lemma; words of a phrase with spaces between them.
  public var lemma: String
  /// The class of what it stands for.
  public var type: EntityType
  /// The pattern of the name: `{country}`, `{country:adj}`, `{scope}` and `{scope:adj}` stand for
  /// the country or whatever it belongs to.
  public var namePattern: String?
  /// What sort of its class it is.
  public var kind: String?
  /// The property that links it to what it belongs to.
  public var property: String?
  /// Whether the noun in the singular stands for many persons.
  public var isCollective = false
  /// Whether it can be the source of a claim.
  public var isClaimant = false
  /// Whether it is an entity only where it says something: a `release` is a document then, and else
  /// the end of a captivity.
  public var isOnlySpeaker = false
  /// Whether it is a company, which `the firm` may be said of whatever its name is.
  public var isBusiness = false
  /// Whether a name may follow it as a part of its own name: `Cyclone Nandisa`.
  public var takesName = false
  /// Whether it means a group in the plural alone.
  public var isPlural = false
  /// Whether it is who holds the office of its possessor elsewhere: `counterpart`.
  public var sharesOffice = false
  /// Whether it is an entity without something that it belongs to.
  public var standsAlone = true
  /// The subject area in which it means another noun, and that noun: a `strike` is a `labour strike`
  /// where an article speaks of wages.
  public var sense: Sense?
  /// How it is resolved where that is not by its scope.
  public var resolution: String?
  /// The line in the table.
  public var line = 0

  /// What a noun means in a subject area.
  public struct Sense: Sendable, Hashable {
    /// The subject area, a context of the lexicon.
    public var context: String
    /// The noun, as a lemma.
    public var noun: String
  }

  /// The name in a scope, given the scope's name and its adjective.
  ///
  /// Returns nothing where there is no pattern.
  public func name(scope: String, adjective: String) -> String? {
    namePattern?.split(separator: " ")
      .map { word in
        switch word {
        case "{country:adj}", "{scope:adj}": adjective
        case "{country}", "{scope}": scope
        default: String(word)
        }
      }
      .joined(separator: " ")
  }

  /// The name without a scope: the pattern without its placeholder.
  public var nameWithoutScope: String? {
    let words = namePattern?.split(separator: " ").filter { !$0.hasPrefix("{") } ?? []
    let content = words.last == "of" ? words.dropLast() : words[...]
    return content.isEmpty ? nil : content.joined(separator: " ")
  }
}
