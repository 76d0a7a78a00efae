import Extraction

/// Makes the graph of articles that were read, without having more of them in memory than a few.
///
/// What was read goes to disk, record by record. When all is there, the records are gone through in
/// the order of the articles' ids: once to find which entities are one and which articles are copies,
/// once to make parts of the graph, which are sorted on disk and joined. In memory are the ids of the
/// articles, and what is inferred of the whole (see `GraphPartMerger`).
final class GraphJoiner {
  /// The number of articles whose graph is made at once, so that what they share is one part.
  private static let batchSize = 64

  private let pipeline: Pipeline
  private let storage: TemporaryStorage
  private let records: SpillFile
  /// Where the records lie, by the ids of the articles.
  private let order: ExternalSorter
  /// Where they lie in the order of the ids: beginnings and ends.
  private let places: StoredNumbers
  /// The number of articles.
  private(set) var count = 0

  init(_ pipeline: Pipeline, _ storage: TemporaryStorage) {
    self.pipeline = pipeline
    self.storage = storage
    records = SpillFile(storage)
    var small = storage
    small.memory = max(1, storage.memory / 8)
    order = ExternalSorter(small)
    places = StoredNumbers(small)
  }

  /// Adds what was read of an article, in any order.
  func add(_ record: EncodedRecord) throws(OutputError) {
    var key = SortKey()
    key.append(record.node.id)
    key.append(record.node.sortKey)
    var encoder = RecordEncoder()
    let place = try records.append(record.bytes)
    encoder.write(place.lowerBound)
    encoder.write(place.upperBound)
    try order.add(key: key.bytes, value: encoder.bytes)
    count += 1
  }

  /// What was read of an article, as it goes to disk.
  struct EncodedRecord: Sendable {
    let node: ArticleNode
    let bytes: [UInt8]

    init(_ content: CorpusArticle) {
      node = content.node
      var encoder = RecordEncoder()
      content.encode(to: &encoder)
      bytes = encoder.bytes
    }
  }

  /// Joins all; nothing may be added afterwards.
  func join() throws -> DiskGraph {
    let sorted = try order.finish()
    while let record = try sorted.next() {
      var decoder = RecordDecoder(record.value)
      try places.append(decoder.number())
      try places.append(decoder.number())
    }
    let articles = ArticleDirectory(pipeline.builder.minter, storage)
    let (names, copies) = try resolve(articles)
    var parts = GraphParts(storage)
    FreedMemory.giveBack()
    try takeApart(names, into: &parts)
    FreedMemory.giveBack()
    var merger = GraphPartMerger(
      pipeline, articles: articles, copies: copies.marker, denied: parts.denied, storage)
    try merger.merge(entities: parts.entities.finish())
    FreedMemory.giveBack()
    try merger.merge(statements: parts.statements.finish())
    FreedMemory.giveBack()
    defer { FreedMemory.giveBack() }
    return try merger.finish()
  }

  private func article(_ number: Int) throws -> CorpusArticle {
    let range = try places[2 * number]..<places[2 * number + 1]
    var decoder = RecordDecoder(try records.read(range))
    return try CorpusArticle(from: &decoder)
  }

  /// Finds which entities are one, and which articles are copies, and notes the articles.
  private func resolve(_ articles: ArticleDirectory) throws -> (StoredNames, KnownCopies) {
    var resolution: StoredResolution? = StoredResolution(pipeline.resolver, in: storage)
    let copies = StoredCopyFinder(storage)
    var counts: [Int32] = []
    var last: String?
    for number in 0..<count {
      let article = try article(number)
      // Should two share an id, the one whose record sorts first stays.
      if article.node.id != last { try articles.add(article.node) }
      last = article.node.id
      try resolution?.add(article)
      counts.append(Int32(article.entities.count))
      try copies.add(article.wording)
    }
    let ids = resolution?.ids ?? PackedTexts()
    let names = StoredNames(storage)
    let named = try resolution?.named()
    // What it has in memory is free before the copies are looked for.
    resolution = nil
    FreedMemory.giveBack()
    while let entity = try named?.next() { try names.add(entity) }
    try names.finish(entityCounts: counts.lazy.map(Int.init))
    FreedMemory.giveBack()
    return (names, KnownCopies(try copies.find(), ids: ids))
  }

  private func takeApart(_ names: StoredNames, into parts: inout GraphParts) throws {
    var graph = KnowledgeGraph()
    for number in 0..<count {
      var article = try article(number)
      pipeline.filter(&article.claims)
      pipeline.builder.add(article, try names.names(of: number), to: &graph)
      if number % Self.batchSize == Self.batchSize - 1 {
        try parts.add(graph)
        graph = KnowledgeGraph()
      }
    }
    try parts.add(graph)
  }
}

/// The parts of graphs, on their way into one order.
struct GraphParts {
  let entities: ExternalSorter
  let statements: ExternalSorter
  /// The ends of statements that somebody denies, as hashes: what has the same ends is looked at
  /// together, and should two hashes be one, a few statements more are.
  private(set) var denied: Set<Int> = []

  init(_ storage: TemporaryStorage) {
    // Both are filled at a time.
    var half = storage
    half.memory = max(1, storage.memory / 2)
    entities = ExternalSorter(half)
    statements = ExternalSorter(half)
  }

  /// Adds the entities and statements of a graph.
  mutating func add(_ graph: KnowledgeGraph) throws {
    for entity in graph.entities.values {
      var encoder = RecordEncoder()
      entity.encode(to: &encoder)
      try entities.add(key: SortKey(entity.iri).bytes, value: encoder.bytes)
    }
    for statement in graph.statements.values {
      if statement.isDenied { denied.insert(StatementEnds(statement.key).hashValue) }
      var encoder = RecordEncoder()
      statement.encode(to: &encoder)
      try statements.add(key: SortKey(statement.key).bytes, value: encoder.bytes)
    }
  }
}
