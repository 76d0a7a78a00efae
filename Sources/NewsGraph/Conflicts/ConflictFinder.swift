public import Extraction

/// Finds the claims of a graph that do not go together.
///
/// Whether two claims do is asked of the two alone, with what the ontology says of their
/// properties, so the result depends on nothing but the graph. Only what articles say takes part:
/// no background, and of plans and conditions nothing. https://www.w3.org/TR/owl2-syntax/ has
/// functional properties, which have no time; `ng:exclusive` and `ng:singleValued` have.
public struct ConflictFinder: Sendable {
  let ontology: Ontology
  /// The statements of which one at least has to take part in a conflict, where not all are looked
  /// for.
  var touching: Set<Statement.Key>?

  /// The number of days within which a date, a holder of an office or a number may have changed, or
  /// may have been meant by a denial: beyond it, two claims of different days have nothing to do
  /// with each other.
  static let nearness = 31

  /// The number of pairs of claims of two statements up to which each pair is linked.
  ///
  /// Beyond it, every claim is linked to one of the other side, so that links grow with the claims
  /// and not with their square.
  static let pairLimit = 64

  /// Makes a finder.
  public init(ontology: Ontology) { self.ontology = ontology }

  /// Whether the conflicts of two statements are looked for.
  func looksAt(_ one: ContestedStatement, _ other: ContestedStatement) -> Bool {
    touching.map { $0.contains(one.key) || $0.contains(other.key) } ?? true
  }

  /// The conflicts of a graph, sorted, each pair of claims once for each kind.
  public func conflicts(in graph: KnowledgeGraph) -> [Conflict] {
    let statements = contested(graph.sortedStatements)
    // There may be more of them than statements, so that each is kept just once.
    var found = denials(among: statements)
    found.append(contentsOf: rivalSubjects(among: statements, in: graph))
    found.append(contentsOf: values(among: statements, in: graph))
    found.sort()
    var kept = 0
    for index in found.indices where index == 0 || found[index] != found[kept - 1] {
      found.swapAt(kept, index)
      kept += 1
    }
    found.removeLast(found.count - kept)
    return found
  }

  /// The statements that others are compared with: most say nothing that another could deny or
  /// exclude, and to sort their evidence would take the memory of the graph once more.
  private func contested(_ statements: [Statement]) -> [ContestedStatement] {
    let relations = PropertyRelations(ontology: ontology)
    let denied = Set(statements.lazy.filter(\.isDenied).map { StatementEnds($0.key) })
    return statements.filter { statement in
      denied.contains(StatementEnds(statement.key))
        || tellsOfHolders(statement.key, relations) || tellsOfValues(statement.key, relations)
    }.map(ContestedStatement.init)
  }
}

extension Statement {
  /// Whether somebody says that it is not so.
  var isDenied: Bool {
    evidence.contains { $0.basis == .read && $0.modality == .denied }
  }
}

/// A statement with the evidence that can conflict.
struct ContestedStatement {
  let key: Statement.Key
  /// The evidence that says so: asserted or alleged, read from an article; the best first.
  let affirming: [Evidence]
  /// The evidence that says not so, the best first.
  let denying: [Evidence]

  init(_ statement: Statement) {
    key = statement.key
    let read = statement.evidence.filter { $0.basis == .read }.sorted(by: Self.isBetter)
    affirming = read.filter(\.isAffirming)
    denying = read.filter { $0.modality == .denied }
  }

  /// What an article says itself comes first, then what is read with more confidence.
  private static func isBetter(_ left: Evidence, _ right: Evidence) -> Bool {
    if left.isBareFact != right.isBareFact { return left.isBareFact }
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    return left.iri < right.iri
  }
}

extension Evidence {
  /// Whether it says so, be it as an allegation.
  var isAffirming: Bool { modality == .asserted || modality == .alleged }
}

// MARK: - Pairs of claims

extension ConflictFinder {
  /// The pairs of evidence of two sides that a test grades: all, or where there are very many, for
  /// each piece the first of the other side.
  static func pairs(
    _ left: [Evidence], _ right: [Evidence],
    grade: (Evidence, Evidence) -> Conflict.Grade?
  ) -> [(left: Evidence, right: Evidence, grade: Conflict.Grade)] {
    var found: [(left: Evidence, right: Evidence, grade: Conflict.Grade)] = []
    if left.count * right.count <= pairLimit {
      for one in left {
        for other in right {
          if let grade = grade(one, other) { found.append((one, other, grade)) }
        }
      }
      return found
    }
    for one in left {
      for other in right {
        guard let grade = grade(one, other) else { continue }
        found.append((one, other, grade))
        break
      }
    }
    for other in right {
      for one in left {
        guard let grade = grade(one, other) else { continue }
        found.append((one, other, grade))
        break
      }
    }
    return found
  }

  /// Conflicts of two affirmed statements; the side whose claim sorts first comes first.
  static func conflicts(
    _ kind: Conflict.Kind, property: String, node: IRI, _ left: ContestedStatement,
    _ right: ContestedStatement, grade: (Evidence, Evidence) -> Conflict.Grade?
  ) -> [Conflict] {
    pairs(left.affirming, right.affirming, grade: grade).map { pair in
      let sides = [
        Conflict.Side(statement: left.key, claim: pair.left.iri),
        Conflict.Side(statement: right.key, claim: pair.right.iri),
      ].sorted { $0.claim < $1.claim }
      return Conflict(
        kind: kind, grade: pair.grade, property: property, node: node, first: sides[0],
        second: sides[1])
    }
  }
}

extension KnowledgeGraph {
  /// Finds the conflicts between the claims and keeps them, so that every format marks them.
  ///
  /// They are inferred of the whole graph: what is added later makes them void, and they have to be
  /// found again.
  public mutating func markConflicts(with ontology: Ontology) {
    conflicts = ConflictFinder(ontology: ontology).conflicts(in: self)
  }
}
