/// The numbers and names of the nodes of a graph, for formats of property graphs.
///
/// GraphML and DOT take their ids from here, so that `n7` is the same node in both. Nodes are the
/// entities in the order of their IRIs, then what statements name but the graph does not describe,
/// then the values: one node for each statement with a value, as equal numbers of two entities are
/// not one thing. Edges are the statements in their order.
struct PropertyIndex {
  /// The articles.
  let articles: ArticleCatalog
  /// What is in a conflict.
  let frame: KnowledgeGraph
  /// The conflicts between its claims.
  let conflicts: ConflictIndex
  /// The names to show of the nodes that are no values.
  private(set) var names: [String] = []
  /// What statements name and the graph does not describe, sorted.
  private(set) var unknown: [Term] = []
  /// The number of statements with a value.
  private(set) var valueCount = 0
  /// The number of statements.
  private(set) var edgeCount = 0
  private var numbers: [Term: Int] = [:]
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

  /// Numbers the nodes of a graph.
  init(_ contents: some GraphContents) throws {
    self.init(contents.frame, contents.articles)
    try contents.references().forEach { add(.iri($0.iri), $0.name) }
    let statements = try contents.statements()
    try note(statements.next)
  }

  /// Numbers the nodes of a graph in memory.
  ///
  /// - Parameter statements: Its statements.
  init(_ graph: KnowledgeGraph, _ statements: some Sequence<Statement>) {
    self.init(graph, ArticleCatalog(graph))
    for entity in graph.sortedEntities { add(.iri(entity.iri), entity.name) }
    var next = statements.makeIterator()
    note { next.next() }
  }

  private init(_ frame: KnowledgeGraph, _ articles: ArticleCatalog) {
    self.frame = frame
    self.articles = articles
    conflicts = ConflictIndex(frame)
  }

  private mutating func note(_ next: () throws -> Statement?) rethrows {
    var found: Set<Term> = []
    while let statement = try next() {
      edgeCount += 1
      let key = statement.key
      if properties[key.predicate] == nil { properties[key.predicate] = Property(key.predicate) }
      if numbers[.iri(key.subject)] == nil { found.insert(.iri(key.subject)) }
      if case .literal = key.object {
        valueCount += 1
      } else if numbers[key.object] == nil {
        found.insert(key.object)
      }
    }
    unknown = found.sorted()
    for term in unknown { add(term, frame.label(of: term)) }
  }

  private mutating func add(_ term: Term, _ name: String) {
    numbers[term] = names.count
    names.append(name)
  }
}

extension PropertyIndex {
  /// The number of nodes.
  var nodeCount: Int { names.count + valueCount }

  /// The name to show of an entity.
  func name(of iri: IRI) -> String { numbers[.iri(iri)].map { names[$0] } ?? iri.string }

  /// The number of an entity's node.
  func number(of iri: IRI) -> Int? { numbers[.iri(iri)] }

  /// The number of the node of a term that is no value.
  func number(of term: Term) -> Int? { numbers[term] }

  /// Whether the graph describes an entity of that name.
  func isEntity(_ iri: IRI) -> Bool {
    numbers[.iri(iri)].map { $0 < names.count - unknown.count } ?? false
  }

  /// Hands on the nodes of the graph with their numbers.
  func forEachNode(
    of contents: some GraphContents, _ body: (Int, PropertyGraph.Node) throws -> Void
  ) throws {
    var number = 0
    func hand(_ node: PropertyGraph.Node) throws {
      try body(number, node)
      number += 1
    }
    try contents.entities().forEach { try hand(.entity($0)) }
    for term in unknown { try hand(.unknown(term)) }
    try contents.statements().forEach { statement in
      if case .literal(let literal) = statement.key.object { try hand(.value(literal)) }
    }
  }

  /// Hands on the statements of the graph with their numbers and those of their ends.
  func forEachEdge(
    of contents: some GraphContents,
    _ body: (_ number: Int, Statement, _ ends: (source: Int, target: Int)) throws -> Void
  ) throws {
    var ends = Ends(self)
    var number = 0
    try contents.statements().forEach { statement in
      try body(number, statement, ends.next(statement, in: self))
      number += 1
    }
  }

  /// Numbers the ends of statements that come in their order.
  struct Ends {
    private var nextValue: Int

    init(_ index: PropertyIndex) { nextValue = index.names.count }

    /// The nodes of the next statement; each value is another node.
    mutating func next(_ statement: Statement, in index: PropertyIndex) -> (
      source: Int, target: Int
    ) {
      let source = index.numbers[.iri(statement.key.subject)] ?? 0
      if case .literal = statement.key.object {
        nextValue += 1
        return (source, nextValue - 1)
      }
      return (source, index.numbers[statement.key.object] ?? 0)
    }
  }

  /// The name to show of the object of a statement.
  func name(ofObject statement: Statement) -> String {
    if case .literal(let literal) = statement.key.object { return literal.lexicalForm }
    return numbers[statement.key.object].map { names[$0] } ?? frame.label(of: statement.key.object)
  }
}
