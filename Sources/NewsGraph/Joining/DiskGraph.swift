import Extraction

/// The contents of a graph of which all but the frame lies on disk.
final class DiskGraph: GraphContents {
  let frame: KnowledgeGraph
  let counts: GraphSizes
  private let files: GraphFiles
  /// The entities that are in no file, sorted.
  private let otherEntities: [EntityNode]
  /// The statements that are in no file, sorted.
  private let otherStatements: [Statement]

  /// Puts a graph together.
  ///
  /// - Parameters:
  ///   - frame: The articles, names of entities, and whole what stands in no file: the statements, and
  ///     the entities that are events.
  ///   - files: The other entities and the other statements, sorted.
  init(frame: KnowledgeGraph, files: GraphFiles) {
    self.frame = frame
    self.files = files
    otherEntities = frame.sortedEntities.filter { $0.type == .event }
    otherStatements = frame.sortedStatements
    var counts = files.counts
    counts.entities += otherEntities.count
    counts.mentions += otherEntities.reduce(0) { $0 + $1.mentionCount }
    counts.statements += otherStatements.count
    counts.claims += otherStatements.reduce(0) { $0 + $1.evidence.count }
    self.counts = counts
  }

  func entities() throws -> GraphCursor<EntityNode> {
    try Self.merged(
      Self.cursor(files.entities) { decoder throws(RecordError) in try EntityNode(from: &decoder) },
      otherEntities
    ) { $0.iri < $1.iri }
  }

  func statements() throws -> GraphCursor<Statement> {
    try Self.merged(
      Self.cursor(files.statements) { decoder throws(RecordError) in try Statement(from: &decoder)
      },
      otherStatements, by: <)
  }

  func whole() throws -> KnowledgeGraph {
    var graph = KnowledgeGraph()
    for article in frame.articles.values { graph.add(article) }
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

  /// Two sorted rows as one.
  private static func merged<Element>(
    _ cursor: GraphCursor<Element>, _ others: [Element],
    by precedes: @escaping (Element, Element) -> Bool
  ) throws -> GraphCursor<Element> {
    var head = try cursor.next()
    var others = others[...]
    return GraphCursor {
      guard let first = head else { return others.popFirst() }
      if let other = others.first, precedes(other, first) { return others.popFirst() }
      head = try cursor.next()
      return first
    }
  }
}
