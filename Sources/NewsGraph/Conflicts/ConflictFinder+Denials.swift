import Extraction

/// The two ends of a statement, whichever is the subject.
struct StatementEnds: Hashable {
  let low: Term
  let high: Term

  init(_ key: Statement.Key) {
    let subject = Term.iri(key.subject)
    (low, high) = subject < key.object ? (subject, key.object) : (key.object, subject)
  }
}

extension ConflictFinder {
  /// Who denies a statement conflicts with whoever says the same or what implies it: that somebody
  /// shelled a town implies an attack on it.
  func denials(among statements: [ContestedStatement]) -> [Conflict] {
    let relations = PropertyRelations(ontology: ontology)
    let affirmed = Dictionary(grouping: statements.filter { !$0.affirming.isEmpty }) {
      StatementEnds($0.key)
    }
    return statements.filter { !$0.denying.isEmpty }.flatMap { denied in
      (affirmed[StatementEnds(denied.key)] ?? []).filter {
        looksAt($0, denied) && relations.implies($0.key, denied.key)
      }
      .flatMap { Self.denials(of: denied, against: $0) }
    }
  }

  private static func denials(
    of denied: ContestedStatement, against affirmed: ContestedStatement
  ) -> [Conflict] {
    pairs(affirmed.affirming, denied.denying) { one, other in
      one.conflicts(with: other) ? .conflicts : nil
    }.map { pair in
      Conflict(
        kind: .denial, grade: pair.grade, property: denied.key.predicate,
        node: denied.key.subject,
        first: Conflict.Side(statement: affirmed.key, claim: pair.left.iri),
        second: Conflict.Side(statement: denied.key, claim: pair.right.iri))
    }
  }
}

extension Evidence {
  /// Whether one says so and the other says not so, and not of days far apart.
  ///
  /// The date of a denial may be the day on which it was made, so days near each other are one
  /// matter.
  func conflicts(with other: Evidence) -> Bool {
    guard basis == .read, other.basis == .read,
      isAffirming && other.modality == .denied || modality == .denied && other.isAffirming
    else { return false }
    guard let span = date.flatMap(DateSpan.init(iso:)),
      let otherSpan = other.date.flatMap(DateSpan.init(iso:))
    else { return true }
    return span.gap(to: otherSpan) <= ConflictFinder.nearness
  }
}
