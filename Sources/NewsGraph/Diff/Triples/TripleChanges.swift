/// The statements of RDF that one version has and the other has not.
///
/// They are lines of canonical N-Quads without their line feeds, sorted by code points. Blank nodes
/// have the labels that they have in the old version; those that it has not got have labels that it
/// does not use, so that the lines can be applied to it as they are.
public struct TripleChanges: Sendable, Hashable {
  /// What only the old version has.
  public var removed: [String] = []
  /// What only the new version has.
  public var added: [String] = []

  /// Makes changes.
  public init(removed: [String] = [], added: [String] = []) {
    self.removed = removed
    self.added = added
  }

  /// Whether there are none.
  public var isEmpty: Bool { removed.isEmpty && added.isEmpty }

  /// Sorts the lines as `sort` does in the C locale.
  mutating func sort() {
    removed.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    added.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
