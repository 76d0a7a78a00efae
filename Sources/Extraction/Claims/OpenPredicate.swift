/// The names of predicates that no ontology defines: the verb of the text with its preposition, in a
/// namespace of its own, so that they never mix with properties.
///
/// `open:discussWith` stands for what `discussed it with` says, and `open:beArrestedIn` for `was arrested
/// in`, which the subject has not done but undergone.
public enum OpenPredicate {
  /// What the names begin with.
  public static let prefix = "open:"

  /// Whether a predicate is an open one.
  public static func isOpen(_ predicate: String) -> Bool { predicate.hasPrefix(prefix) }

  /// The name of the words, such as `impose`, `sanction`, `on`; nothing where they hold no letters.
  static func name(of words: [String]) -> String? {
    let parts = words.flatMap { $0.split { !$0.isLetter || !$0.isASCII } }.map { $0.lowercased() }
    guard let first = parts.first else { return nil }
    return prefix + first
      + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
