/// A graph as writers take it: what they look up all the time is at hand, the rest comes one after
/// the other, so that it need not be in memory.
protocol GraphContents: AnyObject {
  /// The articles.
  var articles: ArticleCatalog { get }

  /// The conflicts with their statements; the names, classes and links of the entities that these
  /// name.
  ///
  /// It may lack all else.
  var frame: KnowledgeGraph { get }

  /// How much there is of everything.
  var counts: GraphSizes { get }

  /// The numbers and names of the nodes, where the graph lies: in memory or on disk.
  func numbering(_ storage: TemporaryStorage) throws -> any PropertyNumbering

  /// The names, classes and links of all entities, sorted by IRI.
  func references() throws -> GraphCursor<EntityNode>

  /// The names, the class and the link of an entity; nothing where there is none.
  func reference(_ iri: IRI) throws -> EntityNode?

  /// The entities, sorted by IRI, with all that is known of them.
  func entities() throws -> GraphCursor<EntityNode>

  /// The statements, sorted by subject, predicate and object, with all their evidence.
  func statements() throws -> GraphCursor<Statement>

  /// The whole graph in memory.
  func whole() throws -> KnowledgeGraph
}

/// How much there is in a graph.
struct GraphSizes: Sendable, Hashable {
  var entities = 0
  var statements = 0
  /// The pieces of evidence of all statements.
  var claims = 0
  /// The mentions of all entities.
  var mentions = 0

  /// Adds the sizes of another part.
  mutating func add(_ other: GraphSizes) {
    entities += other.entities
    statements += other.statements
    claims += other.claims
    mentions += other.mentions
  }
}

/// Elements that come one after the other.
struct GraphCursor<Element> {
  private let body: () throws -> Element?

  init(_ body: @escaping () throws -> Element?) { self.body = body }

  /// The elements of an array.
  init(_ elements: [Element]) {
    var elements = elements[...]
    body = { elements.popFirst() }
  }

  /// The next element; nothing at the end.
  func next() throws -> Element? { try body() }

  /// Hands on the rest of the elements.
  func forEach(_ body: (Element) throws -> Void) throws {
    while let element = try next() { try body(element) }
  }
}

/// The contents of a graph in memory; it is sorted once for all that is written of it.
final class WholeGraph: GraphContents {
  let frame: KnowledgeGraph
  private lazy var sortedEntities = frame.sortedEntities
  private lazy var sortedStatements = frame.sortedStatements
  private(set) lazy var counts = GraphSizes(
    entities: frame.entities.count, statements: frame.statements.count, claims: frame.claimCount,
    mentions: frame.mentionCount)

  let articles: ArticleCatalog

  init(_ graph: KnowledgeGraph) {
    frame = graph
    articles = ArticleCatalog(graph)
  }

  func numbering(_ storage: TemporaryStorage) throws -> any PropertyNumbering {
    try PropertyIndex(self)
  }

  func references() -> GraphCursor<EntityNode> { entities() }

  func reference(_ iri: IRI) -> EntityNode? { frame.entities[iri] }

  func entities() -> GraphCursor<EntityNode> { GraphCursor(sortedEntities) }

  func statements() -> GraphCursor<Statement> { GraphCursor(sortedStatements) }

  func whole() -> KnowledgeGraph { frame }
}

extension GraphContents {
  /// Hands on the graph as RDF, as `KnowledgeGraph.forEachDescription` does.
  func forEachDescription(_ body: (Description) throws -> Void) throws {
    let (entities, facts) = (try entities(), try self.statements())
    let statements = try self.statements()
    try frame.forEachDescription(
      articles, entities: entities.next, facts: facts.next, statements: statements.next,
      label: label, body)
  }

  /// Hands on the graph as quads, as `KnowledgeGraph.forEachQuad` does.
  func forEachQuad(_ body: (Quad) throws -> Void) throws {
    let (entities, statements) = (try entities(), try self.statements())
    try frame.forEachQuad(
      articles, entities: entities.next, statements: statements.next, label: label, body)
  }

  /// A name for a statement: its subject, predicate and object as words.
  func label(of statement: Statement) throws -> String {
    try KnowledgeGraph.label(of: statement) { try reference($0)?.name }
  }
}
