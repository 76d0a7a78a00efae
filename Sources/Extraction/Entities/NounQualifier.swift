/// What tells a thing without a name from others of its kind: `in Iraq` of `the war in Iraq`, `of Ida
/// Lund` of `Lund's family`.
public struct NounQualifier: Sendable, Hashable {
  /// The prepositions whose phrases tell which thing is meant; `after` tells more of the clause than of
  /// the thing.
  public static let prepositions: Set<String> = [
    "against", "between", "for", "from", "in", "near", "of", "on", "over", "with",
  ]

  /// The words, with the full names of what they name.
  var words: String
  /// The entities that they name.
  var entities: [Int]
}
