import Extraction

/// Tells which statements can conflict with each other: those that have a group in common, by whose
/// hash they are found.
///
/// Two groups of one hash are only looked at together.
package struct ConflictGroups: Sendable {
  private let finder: ConflictFinder
  private let relations: PropertyRelations

  init(ontology: Ontology) {
    finder = ConflictFinder(ontology: ontology)
    relations = PropertyRelations(ontology: ontology)
  }

  /// The groups of a statement: by its ends, where somebody says so; by its ends, where somebody says
  /// not so; by what it says who holds, and by the holder; by those of whom one followed the other; by
  /// what has the value.
  package func groups(of statement: Statement) -> [UInt64] {
    var found: [UInt64] = []
    if statement.isDenied { found.append(deniedEnds(statement.key)) }
    if isAffirmed(statement) {
      found.append(affirmedEnds(statement.key))
      found += partners(statement.key)
      if let (_, holder) = finder.holding(statement.key, relations) {
        found.append(held(by: holder))
      }
      found += followers(statement.key).map(succession(of:))
    }
    return Set(found).sorted()
  }

  /// The groups in which all that may conflict with a statement is found.
  func opponents(of statement: Statement) -> [UInt64] {
    var found: [UInt64] = []
    if statement.isDenied { found.append(affirmedEnds(statement.key)) }
    if isAffirmed(statement) {
      found.append(deniedEnds(statement.key))
      found += partners(statement.key)
    }
    return found
  }

  /// Who holds something by a statement.
  func holder(_ statement: Statement) -> IRI? {
    isAffirmed(statement) ? finder.holding(statement.key, relations)?.subject : nil
  }

  /// The two of whom a statement says that one followed the other.
  func followers(_ statement: Statement) -> [IRI] {
    isAffirmed(statement) ? followers(statement.key) : []
  }

  private func followers(_ key: Statement.Key) -> [IRI] {
    guard ConflictFinder.successionProperties.contains(key.predicate),
      case .iri(let object) = key.object
    else { return [] }
    return [key.subject, object]
  }

  /// The groups in which a statement may exclude another one by what both affirm: two of one group
  /// at least are needed for that.
  ///
  /// Those are given, too, that it has with its ends the other way round, as it is written where an
  /// event becomes another node.
  func rivalries(of statement: Statement) -> [UInt64] {
    guard isAffirmed(statement) else { return [] }
    var found = partners(statement.key)
    if case .iri(let object) = statement.key.object {
      found += partners(
        Statement.Key(
          subject: object, predicate: statement.key.predicate, object: .iri(statement.key.subject)))
    }
    return Set(found).sorted()
  }

  /// Whether an article says so, be it as an allegation.
  func isAffirmed(_ statement: Statement) -> Bool {
    statement.evidence.contains { $0.basis == .read && $0.isAffirming }
  }

  /// The groups of what gives another holder or value.
  private func partners(_ key: Statement.Key) -> [UInt64] {
    var found: [UInt64] = []
    if let (office, _) = finder.holding(key, relations) {
      found.append(hash("office", office.property, office.object.string))
    }
    if let subject = finder.subject(of: key, relations) {
      found.append(
        hash("value", subject.property, subject.node.string, subject.isSingleValued ? "1" : "n"))
    }
    return found
  }

  private func affirmedEnds(_ key: Statement.Key) -> UInt64 { ends("affirmed", key) }

  private func deniedEnds(_ key: Statement.Key) -> UInt64 { ends("denied", key) }

  /// The statements by which somebody holds something.
  func held(by holder: IRI) -> UInt64 { hash("holder", holder.string) }

  /// The statements by which somebody followed or was followed.
  func succession(of person: IRI) -> UInt64 { hash("succession", person.string) }

  private func ends(_ kind: String, _ key: Statement.Key) -> UInt64 {
    let ends = StatementEnds(key)
    return hash(kind, text(ends.low), text(ends.high))
  }

  private func text(_ term: Term) -> String {
    switch term {
    case .iri(let iri): iri.string
    case .blank(let label): label
    case .literal(let literal): "\(literal.lexicalForm)\u{1F}\(literal.datatype.string)"
    }
  }

  // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
  private func hash(_ parts: String...) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return hash
  }
}

extension Pipeline {
  /// Tells which statements can conflict.
  package var conflictGroups: ConflictGroups { ConflictGroups(ontology: ontology) }
}
