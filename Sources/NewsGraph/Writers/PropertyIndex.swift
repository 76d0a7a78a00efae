/// The numbers and names of the nodes of a graph, all at hand.
struct PropertyIndex: PropertyNumbering {
  let articles: ArticleCatalog
  let frame: KnowledgeGraph
  let conflicts: ConflictIndex
  /// The names to show of the nodes that are no values.
  private(set) var names: [String] = []
  private(set) var unknown: [Term] = []
  private(set) var valueCount = 0
  private(set) var edgeCount = 0
  private var numbers: [Term: Int] = [:]
  private var properties: [String: PropertyLook] = [:]

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
      if properties[key.predicate] == nil {
        properties[key.predicate] = PropertyLook(key.predicate)
      }
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
  var entityCount: Int { names.count - unknown.count }

  func property(_ name: String) -> PropertyLook { properties[name] ?? PropertyLook(name) }

  func node(_ term: Term) -> PropertyNode? {
    numbers[term].map { PropertyNode(number: $0, name: names[$0]) }
  }

  /// The number of an entity's node.
  func number(of iri: IRI) -> Int? { numbers[.iri(iri)] }

  /// The number of the node of a term that is no value.
  func number(of term: Term) -> Int? { numbers[term] }

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
}
