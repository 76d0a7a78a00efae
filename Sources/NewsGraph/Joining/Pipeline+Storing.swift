import Extraction

extension Pipeline {
  /// What was read into a graph on disk, and what could not be read.
  public struct StoredResult {
    /// The graph of all articles.
    public var graph: StoredGraph
    /// The input that gave no article.
    public var rejected: [RejectedInput] = []
    /// The paths inside folders that are of no known kind.
    public var skipped: [String] = []
    /// What a user may want to know about articles that were read.
    public var notes: [ReadingNote] = []

    /// Makes a result of a graph alone.
    public init(graph: StoredGraph) { self.graph = graph }
  }

  /// The graph of all articles of an input, however many they are, and what of it could not be read.
  ///
  /// It is the graph that `read` gives. Memory grows neither with what the articles say nor with the
  /// entities that they name, but a little with each article, with each event that several of them
  /// tell of, and with each statement that contradicts another one.
  /// What is told of an entity by an `EntityExplanation` is not kept.
  ///
  /// - Parameters:
  ///   - input: Articles, and words about what gave none.
  ///   - storage: Where what does not fit into memory goes.
  ///   - progress: Called with the number of articles read so far.
  /// - Throws: `OutputError` where a temporary file cannot be written or read.
  public func store(
    _ input: some Sequence<ArticleReading>, in storage: TemporaryStorage = TemporaryStorage(),
    progress: (Int) -> Void = { _ in }
  ) async throws -> StoredResult {
    let joiner = GraphJoiner(self, storage)
    var rejected: [RejectedInput] = []
    var skipped: [String] = []
    var notes: [ReadingNote] = []
    var batch: [Article] = []
    for reading in input {
      switch reading {
      case .article(let article): batch.append(article)
      case .rejected(let input): rejected.append(input)
      case .skipped(let path): skipped.append(path)
      case .note(let note): notes.append(note)
      }
      if batch.count >= batchSize {
        try await add(&batch, to: joiner)
        progress(joiner.count)
      }
    }
    try await add(&batch, to: joiner)
    progress(joiner.count)
    var result = StoredResult(graph: StoredGraph(try joiner.join(), storage))
    (result.rejected, result.skipped, result.notes) = (rejected, skipped, notes)
    return result
  }

  private func add(_ batch: inout [Article], to joiner: GraphJoiner) async throws {
    let articles = batch
    batch.removeAll(keepingCapacity: true)
    let records = await concurrently(articles) { GraphJoiner.EncodedRecord(readAll($0)) }
    for record in records { try joiner.add(record) }
  }

  /// The graph of articles that were read before, however many they are; the same as if they were
  /// read at once.
  ///
  /// - Parameters:
  ///   - records: Records that pipelines of one fingerprint made, in any order.
  ///   - storage: Where what does not fit into memory goes.
  /// - Throws: `OutputError` where a temporary file cannot be written or read.
  public func storedGraph(
    of records: some Sequence<ReadingRecord>, in storage: TemporaryStorage = TemporaryStorage()
  ) throws -> StoredGraph {
    let joiner = GraphJoiner(self, storage)
    for record in records { try joiner.add(GraphJoiner.EncodedRecord(record.content)) }
    return StoredGraph(try joiner.join(), storage)
  }
}
