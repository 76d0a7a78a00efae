import Extraction

/// Joins the persons of a corpus as `PersonResolver` does, however many there are.
///
/// What the resolver makes of a name depends on names alone with which it can be one, and of a surname
/// alone on those who bear it: the names are put together so far, and the resolver gets one part after
/// the other.
struct StoredPersons {
  private enum Role: Int {
    case name, bearer, surname
  }

  private let comparison: PersonComparison
  private let parts: ClusterParts
  private let notes: ClusterNotes

  init(_ comparison: PersonComparison, _ storage: TemporaryStorage) {
    self.comparison = comparison
    parts = ClusterParts(storage)
    notes = ClusterNotes(storage)
  }

  /// Adds a cluster of one name.
  func add(_ person: EntityCluster) throws(OutputError) {
    let number = try parts.add(person)
    guard let name = person.personNames.first, let word = name.words.first else { return }
    guard name.words.count > 1 else {
      return try notes.add("surname \(word.skeleton)", of: number, role: Role.surname.rawValue)
    }
    for block in PersonResolver(comparison: comparison).blocks(name) {
      try notes.add("name \(block)", of: number, role: Role.name.rawValue, name.encode)
    }
    guard !name.isShort else { return }
    for surname in name.surnames(comparison.isGivenName) {
      try notes.add("surname \(surname.skeleton)", of: number, role: Role.bearer.rawValue)
    }
  }

  /// Hands on the joined clusters; nothing may be added afterwards.
  func forEachResolved(_ body: (EntityCluster) throws -> Void) throws {
    try notes.forEachGroup { notes in
      if notes.contains(where: { $0.role == Role.surname.rawValue }) {
        parts.join(notes.lazy.filter { $0.role != Role.name.rawValue }.map(\.cluster))
      }
      try joinNames(notes.filter { $0.role == Role.name.rawValue })
    }
    try parts.forEachPart { part in
      var resolver = PersonResolver(comparison: comparison)
      resolver.resolve(part)
      for cluster in resolver.clusters { try body(cluster) }
    }
  }

  private func joinNames(_ notes: [ClusterNotes.Note]) throws {
    var names: [(name: PersonName, cluster: Int32)] = []
    var known: [PersonName: Int32] = [:]
    for var note in notes {
      let name = try PersonName(from: &note.value)
      if let other = known[name] {
        parts.join(other, note.cluster)
      } else {
        known[name] = note.cluster
        names.append((name, note.cluster))
      }
    }
    for (index, one) in names.enumerated() {
      for other in names[(index + 1)...]
      where parts.part(of: one.cluster) != parts.part(of: other.cluster)
        && mayBeOne(one.name, other.name)
      {
        parts.join(one.cluster, other.cluster)
      }
    }
  }

  private func mayBeOne(_ one: PersonName, _ other: PersonName) -> Bool {
    if comparison.reason(one, other) != nil { return true }
    // Which of two names that tell as much counts as the longer one is a matter of their order.
    return one.completeness == other.completeness && comparison.reason(other, one) != nil
  }
}
