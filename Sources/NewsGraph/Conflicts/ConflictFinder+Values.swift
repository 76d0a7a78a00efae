import Extraction

extension ConflictFinder {
  /// Two values of one subject: of a property that has one alone, of an event, or of one quantity
  /// at one time.
  func values(among statements: [ContestedStatement], in graph: KnowledgeGraph) -> [Conflict] {
    let relations = PropertyRelations(ontology: ontology)
    let days = PublicationDays(graph)
    var groups: [Subject: [ContestedStatement]] = [:]
    for statement in statements where !statement.affirming.isEmpty {
      guard let subject = subject(of: statement.key, relations) else { continue }
      groups[subject, default: []].append(statement)
    }
    var found: [Conflict] = []
    for (subject, statements) in groups {
      for index in statements.indices {
        for other in statements[(index + 1)...] where looksAt(statements[index], other) {
          found += conflicts(of: statements[index], other, subject, graph, days)
        }
      }
    }
    return found
  }

  /// Whether a statement gives a value that can be compared with another one.
  func tellsOfValues(_ key: Statement.Key, _ relations: PropertyRelations) -> Bool {
    subject(of: key, relations) != nil
  }

  /// A property whose values can be compared, and the entity that has them.
  struct Subject: Hashable {
    var property: String
    var node: IRI
    var isSingleValued: Bool
  }

  func subject(of key: Statement.Key, _ relations: PropertyRelations) -> Subject? {
    if let single = relations.widest(key.predicate, where: \.isSingleValued) {
      return Subject(property: single, node: key.subject, isSingleValued: true)
    }
    guard case .literal(let literal) = key.object, !Self.isOfManyThings(key.predicate) else {
      return nil
    }
    switch ClaimedValue(literal) {
    case .number, .days:
      return Subject(property: key.predicate, node: key.subject, isSingleValued: false)
    case .text: return nil
    }
  }

  /// Whether two numbers may count two different things, since what is counted stands elsewhere.
  private static func isOfManyThings(_ property: String) -> Bool {
    ["hasQuantity", "hasMonetaryValue", "age"].contains(property)
  }

  private func conflicts(
    of one: ContestedStatement, _ other: ContestedStatement, _ subject: Subject,
    _ graph: KnowledgeGraph, _ days: PublicationDays
  ) -> [Conflict] {
    guard one.key.object != other.key.object else { return [] }
    let isEvent = graph.entities[subject.node]?.type == .event
    let kind: Conflict.Kind = subject.isSingleValued ? .rivalValues : .differentValues
    return Self.conflicts(kind, property: subject.property, node: subject.node, one, other) {
      left, right in
      if Self.agree(one.key.object, left, other.key.object, right, in: graph) { return nil }
      if subject.isSingleValued { return .conflicts }
      if isEvent { return Self.gradeOfEvent(one.key.object, left, right, days) }
      return Self.gradeOfQuantity(left, right)
    }
  }

  private static func agree(
    _ value: Term, _ evidence: Evidence, _ other: Term, _ otherEvidence: Evidence,
    in graph: KnowledgeGraph
  ) -> Bool {
    switch (value, other) {
    case (.literal(let one), .literal(let two)):
      return ClaimedValue(one).agrees(
        with: ClaimedValue(two), evidence.bound, otherEvidence.bound)
    case (.iri(let one), .iri(let two)):
      guard let entity = graph.entities[one], let rival = graph.entities[two] else { return false }
      return entity.mayBe(rival)
    default: return false
    }
  }

  /// An event has one number of dead, but what is known of it changes from day to day; and it may
  /// last for days, of which two articles name two.
  private static func gradeOfEvent(
    _ value: Term, _ left: Evidence, _ right: Evidence, _ days: PublicationDays
  ) -> Conflict.Grade {
    if case .literal(let literal) = value, case .days = ClaimedValue(literal) { return .differs }
    guard let day = days[left.article], let other = days[right.article] else { return .differs }
    return day == other ? .conflicts : .differs
  }

  /// What is no event has a number at a time, and two times that are not given are not one.
  private static func gradeOfQuantity(_ left: Evidence, _ right: Evidence) -> Conflict.Grade? {
    guard let span = left.date.flatMap(DateSpan.init(iso:)),
      let other = right.date.flatMap(DateSpan.init(iso:)), span.overlaps(other)
    else { return nil }
    return .differs
  }
}
