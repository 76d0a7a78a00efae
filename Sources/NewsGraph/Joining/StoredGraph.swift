/// A graph that is kept on disk where it is large: it can be written in all formats, however many
/// articles it is of.
///
///     let result = try await pipeline.store(ArticleInput(paths: ["articles"]))
///     try GraphFormat.nquads.write(result.graph, to: OutputSink(path: "graph.nq"))
///
/// What is written of it is byte for byte what is written of the same graph in memory.
public struct StoredGraph {
  package let storage: TemporaryStorage
  let contents: any GraphContents

  init(_ contents: any GraphContents, _ storage: TemporaryStorage) {
    self.contents = contents
    self.storage = storage
  }

  /// Takes a graph that is in memory and stays there.
  public init(_ graph: KnowledgeGraph, storage: TemporaryStorage = TemporaryStorage()) {
    self.init(WholeGraph(graph), storage)
  }

  /// The number of articles.
  public var articleCount: Int { contents.articles.count }

  /// The number of entities.
  public var entityCount: Int { contents.counts.entities }

  /// The number of statements.
  public var statementCount: Int { contents.counts.statements }

  /// The number of claims: the pieces of evidence of all statements.
  public var claimCount: Int { contents.counts.claims }

  /// The graph in memory, where it is small enough for that.
  ///
  /// - Throws: `OutputError` where what is on disk cannot be read.
  public func graph() throws -> KnowledgeGraph { try contents.whole() }

  /// Hands on the entities, sorted by IRI.
  ///
  /// - Throws: `OutputError` where what is on disk cannot be read, and what `body` throws.
  public func forEachEntity(_ body: (EntityNode) throws -> Void) throws {
    try contents.entities().forEach(body)
  }

  /// Hands on the statements, sorted by subject, predicate and object.
  ///
  /// - Throws: `OutputError` where what is on disk cannot be read, and what `body` throws.
  public func forEachStatement(_ body: (Statement) throws -> Void) throws {
    try contents.statements().forEach(body)
  }
}

extension GraphFormat {
  /// Writes a graph and finishes the sink, as of a graph in memory.
  ///
  /// - Returns: What the format left out or changed.
  /// - Throws: `WritingError` where the format cannot hold the graph, `OutputError` where the bytes
  ///   cannot be written; the file is as it was before then.
  @discardableResult
  public func write(
    _ graph: StoredGraph, to sink: OutputSink, options: WritingOptions = .init()
  ) throws -> WritingReport {
    try write(graph.contents, to: sink, options: options, graph.storage)
  }

  /// Writes a graph to a path, a folder for the formats that have several files.
  ///
  /// - Returns: What the format left out or changed.
  /// - Throws: As for a sink; what lay at the path is as it was before then.
  @discardableResult
  public func write(
    _ graph: StoredGraph, toPath path: String, options: WritingOptions = .init()
  ) throws -> WritingReport {
    try write(graph.contents, toPath: path, options: options, graph.storage)
  }
}

extension ExportCounts {
  /// Counts what is in a graph as RDF without named graphs.
  ///
  /// - Throws: `OutputError` where what is on disk cannot be read.
  public init(_ graph: StoredGraph) throws { try self.init(graph.contents) }
}

extension GraphvizRenderer {
  /// Draws a graph and finishes the sink, as of a graph in memory.
  ///
  /// - Returns: What the picture does not show.
  /// - Throws: `GraphvizError`, `WritingError` or `OutputError`; the file is as it was before then.
  @discardableResult
  public func draw(
    _ graph: StoredGraph, as image: ImageFormat, to sink: OutputSink,
    options: DrawingOptions = .init()
  ) throws -> WritingReport {
    let source = OutputSink.memory()
    let report = try GraphFormat.dot.write(graph, to: source, options: .init(drawing: options))
    try draw(source: source.text, as: image, to: sink)
    return WritingReport(format: .dot, byteCount: sink.byteCount, losses: report.losses)
  }
}
