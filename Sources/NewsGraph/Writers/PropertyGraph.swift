/// A knowledge graph in memory as numbered nodes and edges, for formats of property graphs; the
/// numbers are those of `PropertyIndex`.
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
  let index: PropertyIndex
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// The names to show of the nodes.
  private(set) var names: [String] = []

  init(_ graph: KnowledgeGraph) {
    self.graph = graph
    let statements = graph.sortedStatements
    index = PropertyIndex(graph, statements)
    nodes = graph.sortedEntities.map(Node.entity) + index.unknown.map(Node.unknown)
    names = index.names
    edges.reserveCapacity(statements.count)
    var ends = PropertyIndex.Ends(index)
    for statement in statements {
      let (source, target) = ends.next(statement, in: index)
      if case .literal(let literal) = statement.key.object {
        nodes.append(.value(literal))
        names.append(literal.lexicalForm)
      }
      edges.append(Edge(statement: statement, source: source, target: target))
    }
  }
}

extension PropertyGraph {
  /// The conflicts between the claims.
  var conflicts: ConflictIndex { index.conflicts }

  /// The name to show of an entity.
  func name(of iri: IRI) -> String { index.node(.iri(iri))?.name ?? iri.string }

  /// The number of an entity's node.
  func number(of iri: IRI) -> Int? { index.number(of: iri) }
}
