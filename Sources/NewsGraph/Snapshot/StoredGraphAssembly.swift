import Extraction

/// A graph that is put together of all its pieces on disk; `GraphAssembly` does so in memory.
package final class StoredGraphAssembly {
  private let coder: GraphPieceCoder
  private let storage: TemporaryStorage
  private let articles: ExternalSorter
  /// Conflicts, the statements that these are about and the names of their entities.
  private var frame = KnowledgeGraph()
  private var conflicts: [Conflict] = []
  /// Entities, and apart from them their mentions.
  private let entities: ExternalSorter
  private let statements: ExternalSorter

  /// Makes an assembly of nothing.
  package init(_ coder: GraphPieceCoder, in storage: TemporaryStorage) {
    self.coder = coder
    self.storage = storage
    var small = storage
    small.memory = max(1, storage.memory / 8)
    articles = ExternalSorter(small)
    entities = ExternalSorter(storage)
    statements = ExternalSorter(storage)
  }

  /// Adds a piece that was not added before.
  ///
  /// - Throws: `RecordError` where the bytes are no piece of the kind, `OutputError` where a
  ///   temporary file cannot be written.
  package func add(_ kind: GraphPiece.Kind, _ content: [UInt8]) throws {
    var encoder = RecordEncoder()
    switch try coder.part(kind, content) {
    case .article(let article):
      article.encode(to: &encoder)
      var key = SortKey()
      key.append(article.id)
      try articles.add(key: key.bytes, value: encoder.bytes)
    case .entity(let entity):
      encoder.write(true)
      entity.encode(to: &encoder)
      try entities.add(key: SortKey(entity.iri).bytes, value: encoder.bytes)
    case .mentions(let found, let article):
      for (iri, mentions) in found {
        var encoder = RecordEncoder()
        encoder.write(false)
        encoder.write(article)
        encoder.write(mentions) { $1.encode(to: &$0) }
        try entities.add(key: SortKey(iri).bytes, value: encoder.bytes)
      }
    case .statement(let statement, _):
      statement.encode(to: &encoder)
      try statements.add(key: SortKey(statement.key).bytes, value: encoder.bytes)
    case .conflicts(let found): conflicts += found
    }
  }

  /// The graph of the pieces; nothing may be added afterwards.
  package func graph() throws -> StoredGraph {
    var files = GraphFiles(storage)
    try forEachEntity { entity in
      try files.append(entity)
    }
    let contested = Set(conflicts.flatMap { [$0.first.statement, $0.second.statement] })
    let sorted = try statements.finish()
    while let record = try sorted.next() {
      var decoder = RecordDecoder(record.value)
      let statement = try Statement(from: &decoder)
      guard !contested.contains(statement.key) else {
        for iri in statement.entities where frame.entities[iri] == nil {
          if let entity = try files.directory.entity(iri) { frame.add(entity) }
        }
        frame.add(statement)
        continue
      }
      try files.append(statement, record: record.value)
    }
    frame.conflicts = conflicts.sorted()
    return StoredGraph(
      DiskGraph(articles: try directory(), frame: frame, entities: [], files: [files]), storage)
  }

  private func directory() throws -> ArticleDirectory {
    let directory = ArticleDirectory(coder.minter, storage)
    let sorted = try articles.finish()
    while let record = try sorted.next() {
      var decoder = RecordDecoder(record.value)
      try directory.add(ArticleNode(from: &decoder))
    }
    return directory
  }

  /// Hands on the entities with their mentions; mentions of what is no entity are left out.
  private func forEachEntity(_ body: (EntityNode) throws -> Void) throws {
    let sorted = try entities.finish()
    var key: [UInt8] = []
    var entity: EntityNode?
    var mentions: [String: [Mention]] = [:]
    func finish() throws {
      guard var whole = entity else { return }
      whole.mentions = mentions
      try body(whole)
    }
    while let record = try sorted.next() {
      if record.key != key {
        try finish()
        (key, entity, mentions) = (record.key, nil, [:])
      }
      var decoder = RecordDecoder(record.value)
      if try decoder.flag() {
        entity = try EntityNode(from: &decoder)
      } else {
        let article = try decoder.text()
        mentions[article] = try decoder.array { decoder throws(RecordError) in
          try Mention(from: &decoder)
        }
      }
    }
    try finish()
  }
}
