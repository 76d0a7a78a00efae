/// A writer of formats that show knowledge graphs better than RDF: where the quads are those of
/// articles, entities, statements and claims, it writes what `newsgraph extract` does.
final class KnowledgeQuadWriter: QuadWriter {
  private let format: GraphFormat
  private let write: (KnowledgeGraph) throws -> [WritingReport.Loss]
  private let builder = KnowledgeGraphBuilder()
  /// The writer for RDF that says nothing of articles; nothing where the format has none.
  private let other: (any QuadWriter)?
  private var graphs = GraphLosses()
  private(set) var losses: [WritingReport.Loss] = []
  private var isForeign = false
  private var seen = 0

  init(
    _ format: GraphFormat, to sink: OutputSink, options: WritingOptions, other: (any QuadWriter)?
  ) {
    self.format = format
    write = { try format.writeUnfinished($0, to: sink, options: options) }
    self.other = other
  }

  /// Makes a writer of a format that has several files.
  ///
  /// - Parameter onFinish: Takes the number of bytes written.
  init(
    _ format: GraphFormat, toFolder path: String, options: WritingOptions,
    onFinish: @escaping (Int) -> Void
  ) {
    self.format = format
    write = { graph in
      let report = try format.write(graph, toPath: path, options: options)
      onFinish(report.byteCount)
      return report.losses
    }
    other = nil
  }

  func handlePrefix(_ prefix: String, _ namespace: String) throws {
    try other?.handlePrefix(prefix, namespace)
  }

  func handle(_ quad: borrowing EncodedQuad) throws {
    graphs.count(quad)
    seen += 1
    try other?.handle(quad)
    if !isForeign {
      builder.handle(quad)
      // What has not named a class of ours by then is not kept twice.
      isForeign = seen == 10_000 && !builder.hasKnowledge
    }
  }

  func finish() throws {
    let (graph, leftOver) = isForeign ? (KnowledgeGraph(), seen) : builder.build()
    if let other, leftOver > 0 || graph.articles.isEmpty {
      try other.finish()
      losses = other.losses
      return
    }
    guard !graph.articles.isEmpty else { throw WritingError.onlyKnowledgeGraphs(format) }
    losses = try write(graph)
    losses.append(.init(.mentionCounts, graph.entities.count))
    losses.append(.init(.otherTriples, leftOver))
  }
}
