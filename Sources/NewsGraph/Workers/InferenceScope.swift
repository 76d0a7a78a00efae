import Extraction

/// Which parts of a graph can take part in what is inferred of the whole: in the nodes of events,
/// and in conflicts.
///
/// What takes no part is the same in the graph that `Pipeline.completed` gives, and that graph's
/// other parts depend on nothing else: a graph is completed by completing what takes part.
struct InferenceScope {
  private let ontology: Ontology
  private let finder: ConflictFinder
  private let relations: PropertyRelations
  private var upward: [String: Bool] = [:]

  init(ontology: Ontology) {
    self.ontology = ontology
    finder = ConflictFinder(ontology: ontology)
    relations = PropertyRelations(ontology: ontology)
  }

  /// Whether an entity takes part.
  func takesPart(_ entity: EntityNode) -> Bool { entity.type == .event }

  /// Whether a statement takes part, denials apart: it names an event, tells where a place lies or
  /// for whom a person acts, or gives a holder or a value that may differ from another one.
  ///
  /// - Parameters:
  ///   - statement: The statement with all its evidence.
  ///   - graph: A graph with the entities that it names.
  mutating func takesPart(_ statement: Statement, in graph: KnowledgeGraph) -> Bool {
    takesPart(statement) { graph.entities[$0]?.type == .event }
  }

  /// Whether a statement takes part, denials apart.
  ///
  /// - Parameter isEvent: Tells which entities are events.
  mutating func takesPart(_ statement: Statement, isEvent: (IRI) -> Bool) -> Bool {
    statement.entities.contains(where: isEvent)
      || isUpward(statement.key)
      || finder.tellsOfHolders(statement.key, relations)
      || finder.tellsOfValues(statement.key, relations)
  }

  private mutating func isUpward(_ key: Statement.Key) -> Bool {
    guard case .iri = key.object else { return false }
    if let known = upward[key.predicate] { return known }
    let found =
      Hierarchy.isPlacement(key.predicate, ontology) || Hierarchy.isOffice(key.predicate, ontology)
    upward[key.predicate] = found
    return found
  }
}

extension Statement {
  /// All entities that it or its evidence names, each as often as it does.
  var entities: [IRI] {
    evidence.reduce(into: ends) { found, piece in
      found += piece.attributedTo
      found += piece.addressees
      if let place = piece.place { found.append(place) }
    }
  }
}
