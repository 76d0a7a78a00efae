import Extraction

/// Joins the sorted parts of a graph: what is final goes to files, what takes part in inference into
/// the frame.
struct GraphPartMerger {
  /// The articles, the names of the entities, and what takes part in inference.
  private(set) var frame: KnowledgeGraph
  /// What is final.
  private(set) var files: GraphFiles
  private var scope: InferenceScope
  private let copies: CopyMarker
  private let denied: Set<Int>

  init(
    frame: KnowledgeGraph, scope: InferenceScope, copies: CopyMarker, denied: Set<Int>,
    _ storage: TemporaryStorage
  ) {
    self.frame = frame
    self.scope = scope
    self.copies = copies
    self.denied = denied
    files = GraphFiles(storage)
  }

  /// Joins the parts of each entity.
  mutating func merge(entities parts: SortedRecords) throws {
    var key: [UInt8] = []
    var entity: EntityNode?
    while let part = try parts.next() {
      var decoder = RecordDecoder(part.value)
      let next = try EntityNode(from: &decoder)
      if part.key == key {
        entity?.merge(next)
      } else {
        if let entity { try finish(entity) }
        (key, entity) = (part.key, next)
      }
    }
    if let entity { try finish(entity) }
  }

  private mutating func finish(_ entity: EntityNode) throws {
    guard !scope.takesPart(entity) else { return frame.add(entity) }
    frame.add(entity.reference(link: entity.link))
    try files.append(entity)
  }

  /// Joins the parts of each statement; the entities have to be joined before.
  mutating func merge(statements parts: SortedRecords) throws {
    var key: [UInt8] = []
    var statement: Statement?
    while let part = try parts.next() {
      var decoder = RecordDecoder(part.value)
      let next = try Statement(from: &decoder)
      if part.key == key {
        // The evidence is sorted once, and not with each part.
        statement?.evidence += next.evidence
      } else {
        if let statement { try finish(statement) }
        (key, statement) = (part.key, next)
      }
    }
    if let statement { try finish(statement) }
  }

  private mutating func finish(_ joined: Statement) throws {
    var statement = joined
    statement.evidence = Evidence.merged(joined.evidence)
    copies.mark(&statement.evidence)
    if denied.contains(StatementEnds(statement.key).hashValue)
      || scope.takesPart(statement, in: frame)
    {
      return frame.add(statement)
    }
    try files.append(statement)
  }
}
