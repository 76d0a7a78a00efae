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

  init(_ graph: KnowledgeGraph) {
    self.graph = graph
    conflicts = ConflictIndex(graph)
    numbers.reserveCapacity(graph.entities.count)
    for entity in graph.sortedEntities { add(.entity(entity), entity.name, .iri(entity.iri)) }
    let statements = graph.sortedStatements
    var ends = [(source: Int, target: Int)](repeating: (-1, -1), count: statements.count)
    var unknown: Set<Term> = []
    for (index, statement) in statements.enumerated() {
      let key = statement.key
      // Statements of one subject follow each other.
      if index > 0, ends[index - 1].source >= 0, statements[index - 1].key.subject == key.subject {
        ends[index].source = ends[index - 1].source
      } else if let number = numbers[.iri(key.subject)] {
        ends[index].source = number
      } else {
        unknown.insert(.iri(key.subject))
      }
      if case .literal = key.object { continue }
      if let number = numbers[key.object] {
        ends[index].target = number
      } else {
        unknown.insert(key.object)
      }
    }
    for term in unknown.sorted() { add(.unknown(term), graph.label(of: term), term) }
    edges.reserveCapacity(statements.count)
    for (statement, end) in zip(statements, ends) {
      let source = end.source >= 0 ? end.source : numbers[.iri(statement.key.subject)] ?? 0
      let target = end.target >= 0 ? end.target : target(of: statement.key.object)
      edges.append(Edge(statement: statement, source: source, target: target))
    }
  }

  private mutating func add(_ node: Node, _ name: String, _ term: Term?) {
    if let term { numbers[term] = nodes.count }
    nodes.append(node)
    names.append(name)
  }

  private mutating func target(of object: Term) -> Int {
    if case .literal(let literal) = object {
      add(.value(literal), literal.lexicalForm, nil)
      return nodes.count - 1
    }
    return numbers[object] ?? 0
  }
}

extension PropertyGraph {
  /// The name to show of an entity.
  func name(of iri: IRI) -> String { numbers[.iri(iri)].map { names[$0] } ?? iri.string }

  /// The number of an entity's node.
  func number(of iri: IRI) -> Int? { numbers[.iri(iri)] }
}
