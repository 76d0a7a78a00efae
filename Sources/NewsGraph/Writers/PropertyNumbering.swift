import Extraction

/// The numbers and names of the nodes of a graph, for formats of property graphs.
///
/// GraphML and DOT take their ids from here, so that `n7` is the same node in both. Nodes are the
/// entities in the order of their IRIs, then what statements name but the graph does not describe,
/// then the values: one node for each statement with a value, as equal numbers of two entities are
/// not one thing. Edges are the statements in their order.
protocol PropertyNumbering {
  /// The articles.
  var articles: ArticleCatalog { get }
  /// What is in a conflict.
  var frame: KnowledgeGraph { get }
  /// The conflicts between its claims.
  var conflicts: ConflictIndex { get }
  /// The number of entities.
  var entityCount: Int { get }
  /// What statements name and the graph does not describe, sorted.
  var unknown: [Term] { get }
  /// The number of statements with a value.
  var valueCount: Int { get }
  /// The number of statements.
  var edgeCount: Int { get }

  /// A property of statements.
  func property(_ name: String) -> PropertyLook
  /// The node of a term that is no value; nothing where no statement names it and the graph does not
  /// describe it.
  func node(_ term: Term) throws -> PropertyNode?
}

/// The number of a node and the name to show of it.
struct PropertyNode {
  var number: Int
  var name: String
}

/// A property as edges show it.
struct PropertyLook {
  var iri: IRI
  /// The name in words.
  var label: String

  init(_ name: String) {
    iri = NG.predicate(name)
    label = PropertyLabel.words(of: name)
  }
}

extension PropertyNumbering {
  /// The number of nodes.
  var nodeCount: Int { entityCount + unknown.count + valueCount }

  /// The name to show of an entity.
  func name(of iri: IRI) throws -> String { try node(.iri(iri))?.name ?? iri.string }

  /// Whether the graph describes an entity of that name.
  func isEntity(_ iri: IRI) throws -> Bool {
    try node(.iri(iri)).map { $0.number < entityCount } ?? false
  }

  /// Hands on the nodes of the graph with their numbers and names.
  func forEachNode(
    of contents: some GraphContents, _ body: (PropertyNode, PropertyGraph.Node) throws -> Void
  ) throws {
    var number = 0
    func hand(_ node: PropertyGraph.Node, _ name: String) throws {
      try body(PropertyNode(number: number, name: name), node)
      number += 1
    }
    try contents.entities().forEach { try hand(.entity($0), $0.name) }
    for term in unknown { try hand(.unknown(term), frame.label(of: term)) }
    try contents.statements().forEach { statement in
      if case .literal(let literal) = statement.key.object {
        try hand(.value(literal), literal.lexicalForm)
      }
    }
  }

  /// Hands on the statements of the graph with their numbers and their ends.
  func forEachEdge(
    of contents: some GraphContents,
    _ body: (_ number: Int, Statement, _ ends: (source: PropertyNode, target: PropertyNode)) throws
      -> Void
  ) throws {
    var nextValue = entityCount + unknown.count
    var number = 0
    // The statements on one subject follow each other.
    var subject: (iri: IRI, node: PropertyNode)?
    try contents.statements().forEach { statement in
      let source =
        if let subject, subject.iri == statement.key.subject { subject.node } else {
          try end(.iri(statement.key.subject))
        }
      subject = (statement.key.subject, source)
      let target: PropertyNode
      if case .literal(let literal) = statement.key.object {
        target = PropertyNode(number: nextValue, name: literal.lexicalForm)
        nextValue += 1
      } else {
        target = try end(statement.key.object)
      }
      try body(number, statement, (source, target))
      number += 1
    }
  }

  private func end(_ term: Term) throws -> PropertyNode {
    try node(term) ?? PropertyNode(number: 0, name: frame.label(of: term))
  }

  /// The number of edges that have the same ends as an earlier one.
  func parallelEdgeCount(
    of contents: some GraphContents, _ storage: TemporaryStorage
  ) throws -> Int {
    let ends = NumberSorter(storage)
    try forEachEdge(of: contents) { _, _, nodes in
      try ends.add(UInt64(nodes.source.number) << 32 | UInt64(nodes.target.number))
    }
    var count = 0
    var last: UInt64?
    let sorted = try ends.finish()
    while let next = try sorted.next() {
      if next == last { count += 1 }
      last = next
    }
    return count
  }
}
