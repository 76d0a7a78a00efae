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

    /// The grade with the kinds: `conflicts: denial`.
    var text: String { "\(grade.rawValue): \(kinds.map(\.rawValue).joined(separator: ", "))" }
  }

  private var links: [IRI: [Conflict.Grade: Set<IRI>]] = [:]
  private var marks: [Statement.Key: Mark] = [:]
  /// The statements that somebody denies.
  private let denied: Set<Statement.Key>

  init(_ graph: KnowledgeGraph) {
    denied = Set(graph.statements.values.lazy.filter(\.isDenied).map(\.key))
    for conflict in graph.conflicts {
      let (first, second) = (conflict.first, conflict.second)
      links[first.claim, default: [:]][conflict.grade, default: []].insert(second.claim)
      links[second.claim, default: [:]][conflict.grade, default: []].insert(first.claim)
      note(conflict, of: first.statement, against: graph.statements[second.statement])
      note(conflict, of: second.statement, against: graph.statements[first.statement])
    }
    for (key, mark) in marks {
      marks[key]?.kinds = Set(mark.kinds).sorted()
      marks[key]?.others = Set(mark.others).sorted()
    }
  }

  private mutating func note(
    _ conflict: Conflict, of key: Statement.Key, against other: Statement?
  ) {
    var mark = marks[key] ?? Mark(grade: conflict.grade, kinds: [], others: [])
    mark.grade = min(mark.grade, conflict.grade)
    if !mark.kinds.contains(conflict.kind) { mark.kinds.append(conflict.kind) }
    if let other, other.key != key { mark.others.append(other.iri) }
    marks[key] = mark
  }

  /// The claims that a claim conflicts with in a grade, sorted.
  func claims(against claim: IRI, _ grade: Conflict.Grade) -> [IRI] {
    links[claim]?[grade]?.sorted() ?? []
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
