/// The conflicts of a graph by claim and by statement, for writers.
struct ConflictIndex {
  /// What conflicts make of a statement.
  struct Mark: Hashable {
    /// The surest grade of its conflicts.
    var grade: Conflict.Grade
    /// The kinds of its conflicts, sorted.
    var kinds: [Conflict.Kind]
    /// The statements that it conflicts with, itself left out, sorted.
    var others: [IRI]

    fileprivate mutating func note(_ conflict: Conflict, _ other: IRI?) {
      grade = min(grade, conflict.grade)
      if !kinds.contains(conflict.kind) { kinds.append(conflict.kind) }
      if let other { others.append(other) }
    }

    /// The grade with the kinds: `conflicts: denial`.
    var text: String { "\(grade.rawValue): \(kinds.map(\.rawValue).joined(separator: ", "))" }
  }

  /// The claims that a claim does not go together with, by grade, sorted.
  private struct Links {
    var conflicts: [IRI] = []
    var differs: [IRI] = []

    mutating func add(_ claim: IRI, _ grade: Conflict.Grade) {
      switch grade {
      case .conflicts: conflicts.append(claim)
      case .differs: differs.append(claim)
      }
    }

    mutating func sort() {
      conflicts = Set(conflicts).sorted()
      differs = Set(differs).sorted()
    }
  }

  private var links: [IRI: Links] = [:]
  private var marks: [Statement.Key: Mark] = [:]
  /// The statements that somebody denies.
  private let denied: Set<Statement.Key>

  init(_ graph: KnowledgeGraph) {
    denied = Set(graph.statements.values.lazy.filter(\.isDenied).map(\.key))
    for conflict in graph.conflicts {
      let (first, second) = (conflict.first, conflict.second)
      links[first.claim, default: Links()].add(second.claim, conflict.grade)
      links[second.claim, default: Links()].add(first.claim, conflict.grade)
      note(conflict, of: first.statement, against: graph.statements[second.statement])
      note(conflict, of: second.statement, against: graph.statements[first.statement])
    }
    for index in links.values.indices { links.values[index].sort() }
    for index in marks.values.indices {
      marks.values[index].kinds.sort()
      marks.values[index].others = Set(marks.values[index].others).sorted()
    }
  }

  private mutating func note(
    _ conflict: Conflict, of key: Statement.Key, against other: Statement?
  ) {
    // In place: a holder of an office may have thousands of rivals, whose list is not to be copied
    // with each.
    marks[key, default: Mark(grade: conflict.grade, kinds: [], others: [])]
      .note(conflict, other?.key == key ? nil : other?.iri)
  }

  /// The claims that a claim conflicts with in a grade, sorted.
  func claims(against claim: IRI, _ grade: Conflict.Grade) -> [IRI] {
    guard let links = links[claim] else { return [] }
    return grade == .conflicts ? links.conflicts : links.differs
  }

  /// The claims that a piece of evidence cannot stand beside, sorted; where the conflicts of the
  /// graph were not looked for, those of its own statement.
  func claims(against evidence: Evidence, of statement: Statement) -> [IRI] {
    if marks[statement.key] == nil {
      // Not to compare each piece of evidence with each other, as some statements have thousands.
      guard denied.contains(statement.key) else { return [] }
      return statement.evidence.filter { evidence.conflicts(with: $0) }.map(\.iri).sorted()
    }
    return claims(against: evidence.iri, .conflicts)
  }

  /// What conflicts make of a statement; nothing where it has none.
  subscript(statement: Statement) -> Mark? { marks[statement.key] }
}
