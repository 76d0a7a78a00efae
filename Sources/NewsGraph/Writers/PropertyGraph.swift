/// A knowledge graph as numbered nodes and edges, for formats of property graphs.
///
/// GraphML and DOT take their ids from here, so that `n7` is the same node in both. Nodes are the
/// entities in the order of their IRIs, then what statements name but the graph does not describe,
/// then the values: one node for each statement with a value, as equal numbers of two entities are
/// not one thing. Edges are the statements in their order.
struct PropertyGraph {
  /// What a node stands for.
  enum Node {
    case entity(EntityNode)
    /// A node that statements name and the graph does not describe.
    case unknown(Term)
    case value(Literal)
  }

  /// A statement between two nodes.
  struct Edge {
    var statement: Statement
    var source: Int
    var target: Int
  }

  let graph: KnowledgeGraph
  /// The conflicts between its claims.
  let conflicts: ConflictIndex
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// The names to show of the nodes.
  private(set) var names: [String] = []
  private var numbers: [Term: Int] = [:]
  /// What the IRIs of an article's passages begin with, by its id.
  let passageStarts: [String: String]
  /// The properties by their names in statements.
  private(set) var properties: [String: Property] = [:]

  /// A property as edges show it.
  struct Property {
    var iri: IRI
    /// The name in words.
    var label: String

    init(_ name: String) {
      iri = NG.predicate(name)
      label = PropertyLabel.words(of: name)
    }
  }

  init(_ graph: KnowledgeGraph) {
    self.graph = graph
    conflicts = ConflictIndex(graph)
    passageStarts = graph.articles.mapValues(\.passageStart)
    numbers.reserveCapacity(graph.entities.count)
    for entity in graph.sortedEntities { add(.entity(entity), entity.name, .iri(entity.iri)) }
    let order = StatementOrder(Array(graph.statements.values))
    // Subjects and objects are looked up once, not for each statement that names them.
    for term in order.terms where numbers[term] == nil {
      if case .literal = term { continue }
      add(.unknown(term), graph.label(of: term), term)
    }
    let found = order.terms.map { numbers[$0] }
    edges.reserveCapacity(order.places.count)
    for place in order.places {
      let statement = order[place]
      let name = statement.key.predicate
      if properties[name] == nil { properties[name] = Property(name) }
      edges.append(
        Edge(
          statement: statement, source: found[place.subject] ?? 0,
          target: found[place.object] ?? addValue(of: statement)))
    }
  }

  private mutating func add(_ node: Node, _ name: String, _ term: Term?) {
    if let term { numbers[term] = nodes.count }
    nodes.append(node)
    names.append(name)
  }

  /// Each statement with a value has a node of its own.
  private mutating func addValue(of statement: Statement) -> Int {
    guard case .literal(let literal) = statement.key.object else { return 0 }
    add(.value(literal), literal.lexicalForm, nil)
    return nodes.count - 1
  }
}

extension PropertyGraph {
  /// The name to show of an entity.
  func name(of iri: IRI) -> String { numbers[.iri(iri)].map { names[$0] } ?? iri.string }

  /// The number of an entity's node.
  func number(of iri: IRI) -> Int? { numbers[.iri(iri)] }
}
