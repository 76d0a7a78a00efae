import Extraction

/// The contents of a graph of which all but the frame lies on disk.
final class DiskGraph: GraphContents {
  let articles: ArticleCatalog
  let frame: KnowledgeGraph
  let counts: GraphSizes
  private let files: [GraphFiles]
  /// The entities that are in no file, sorted.
  private let otherEntities: [EntityNode]
  /// The statements that are in no file, sorted.
  private let otherStatements: [Statement]

  /// Puts a graph together.
  ///
  /// - Parameters:
  ///   - articles: The articles.
  ///   - frame: The statements that stand in no file, and the names of their entities.
  ///   - entities: The entities that stand in no file, sorted.
  ///   - files: The other entities and the other statements, sorted in each of the files.
  init(
    articles: ArticleDirectory, frame: KnowledgeGraph, entities: [EntityNode], files: [GraphFiles]
  ) {
    self.articles = ArticleCatalog(articles)
    self.frame = frame
    self.files = files
    otherEntities = entities
    otherStatements = frame.sortedStatements
    var counts = GraphSizes()
    for file in files { counts.add(file.counts) }
    counts.entities += otherEntities.count
    counts.mentions += otherEntities.reduce(0) { $0 + $1.mentionCount }
    counts.statements += otherStatements.count
    counts.claims += otherStatements.reduce(0) { $0 + $1.evidence.count }
    self.counts = counts
  }

  func numbering(_ storage: TemporaryStorage) throws -> any PropertyNumbering {
    try StoredPropertyIndex(self, storage)
  }

  func references() throws -> GraphCursor<EntityNode> {
    try Self.merged(
      files.map { $0.directory.entities() } + [GraphCursor(otherEntities)]
    ) { $0.iri < $1.iri }
  }

  func reference(_ iri: IRI) throws -> EntityNode? {
    if let entity = frame.entities[iri] { return entity }
    for file in files {
      if let entity = try file.directory.entity(iri) { return entity }
    }
    return nil
  }

  func entities() throws -> GraphCursor<EntityNode> {
    try Self.merged(
      files.map { file in
        Self.cursor(file.entities) { decoder throws(RecordError) in try EntityNode(from: &decoder) }
      } + [GraphCursor(otherEntities)]
    ) { $0.iri < $1.iri }
  }

  func statements() throws -> GraphCursor<Statement> {
    try Self.merged(
      files.map { file in
        Self.cursor(file.statements) { decoder throws(RecordError) in try Statement(from: &decoder)
        }
      } + [GraphCursor(otherStatements)], by: <)
  }

  func whole() throws -> KnowledgeGraph {
    var graph = KnowledgeGraph()
    try articles.articles().forEach { graph.add($0) }
    try entities().forEach { graph.add($0) }
    try statements().forEach { graph.add($0) }
    graph.conflicts = frame.conflicts
    return graph
  }

  private static func cursor<Element>(
    _ file: SpillFile,
    _ decode: @escaping (inout RecordDecoder) throws(RecordError) -> Element
  ) -> GraphCursor<Element> {
    var reader = SpillReader(file)
    return GraphCursor {
      guard let bytes = try reader.next() else { return nil }
      var decoder = RecordDecoder(bytes)
      return try decode(&decoder)
    }
  }

  /// Some sorted rows as one.
  private static func merged<Element>(
    _ cursors: [GraphCursor<Element>], by precedes: @escaping (Element, Element) -> Bool
  ) throws -> GraphCursor<Element> {
    var heads = try cursors.map { try $0.next() }
    return GraphCursor {
      var first: Int?
      for index in heads.indices {
        guard let head = heads[index] else { continue }
        if let known = first, let other = heads[known], !precedes(head, other) { continue }
        first = index
      }
      guard let first else { return nil }
      let element = heads[first]
      heads[first] = try cursors[first].next()
      return element
    }
  }
}
