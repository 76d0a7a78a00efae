/// How graphs are written, whatever the format.
public struct WritingOptions: Sendable, Hashable {
  /// What becomes of characters that XML cannot hold, in RDF/XML and GraphML.
  public var forbiddenCharacters: ForbiddenCharacters
  /// What a drawing shows.
  public var drawing: DrawingOptions
  /// The program that GraphML is for.
  public var profile: GraphMLProfile

  /// Makes options.
  public init(
    forbiddenCharacters: ForbiddenCharacters = .refuse, drawing: DrawingOptions = .init(),
    profile: GraphMLProfile = .strict
  ) {
    self.forbiddenCharacters = forbiddenCharacters
    self.drawing = drawing
    self.profile = profile
  }
}

extension GraphFormat {
  /// Writes a graph and finishes the sink.
  ///
  ///     try GraphFormat.graphml.write(graph, to: OutputSink(path: "graph.graphml"))
  ///
  /// - Returns: What the format left out or changed.
  /// - Throws: `WritingError` where the format cannot hold the graph, `OutputError` where the bytes
  ///   cannot be written; the file is as it was before then.
  @discardableResult
  public func write(
    _ graph: KnowledgeGraph, to sink: OutputSink, options: WritingOptions = .init()
  ) throws -> WritingReport {
    try write(WholeGraph(graph), to: sink, options: options)
  }

  /// Writes the contents of a graph and finishes the sink.
  func write(
    _ contents: some GraphContents, to sink: OutputSink, options: WritingOptions,
    _ storage: TemporaryStorage = TemporaryStorage()
  ) throws -> WritingReport {
    let losses = try writeUnfinished(contents, to: sink, options: options, storage)
    try sink.finish()
    return WritingReport(format: self, byteCount: sink.byteCount, losses: losses)
  }

  /// Writes a graph to a path, a folder for the formats that have several files.
  ///
  /// - Returns: What the format left out or changed.
  /// - Throws: As for a sink; what lay at the path is as it was before then.
  @discardableResult
  public func write(
    _ graph: KnowledgeGraph, toPath path: String, options: WritingOptions = .init()
  ) throws -> WritingReport {
    try write(WholeGraph(graph), toPath: path, options: options)
  }

  /// Writes the contents of a graph to a path.
  func write(
    _ contents: some GraphContents, toPath path: String, options: WritingOptions,
    _ storage: TemporaryStorage = TemporaryStorage()
  ) throws -> WritingReport {
    guard isFolder else {
      return try write(contents, to: OutputSink(path: path), options: options, storage)
    }
    let files = try Neo4jTables(contents, storage)
    let folder = try FolderReplacement(path: path, files: files.names)
    var byteCount = 0
    for name in files.names {
      let sink = try folder.sink(name)
      try files.write(name, to: sink)
      try sink.finish()
      byteCount += sink.byteCount
    }
    try folder.finish()
    return WritingReport(format: self, byteCount: byteCount, losses: files.losses)
  }

  /// Writes a graph; the sink stays open.
  func writeUnfinished(_ graph: KnowledgeGraph, to sink: OutputSink, options: WritingOptions) throws
    -> [WritingReport.Loss]
  {
    try writeUnfinished(WholeGraph(graph), to: sink, options: options)
  }

  /// Writes the contents of a graph; the sink stays open.
  func writeUnfinished(
    _ graph: some GraphContents, to sink: OutputSink, options: WritingOptions,
    _ storage: TemporaryStorage = TemporaryStorage()
  ) throws -> [WritingReport.Loss] {
    switch self {
    case .rdfxml: try writeRDFXML(graph, to: sink, options)
    case .ntriples: try writeNTriples(graph, to: sink)
    case .nquads: try writeNQuads(graph, to: sink)
    case .turtle, .trig: try writeTurtle(graph, to: sink, options)
    case .graphml: try writeGraphML(graph, to: sink, options, storage)
    case .dot: try writeDOT(graph, to: sink, options, storage)
    case .jsonl: try writeJSONLines(graph, to: sink, storage)
    case .gexf: try writeGEXF(graph, to: sink, options, storage)
    case .neo4jCSV: try writeNeo4j(graph, to: sink, storage)
    }
  }
}

extension GraphFormat {
  private func writeRDFXML(
    _ graph: some GraphContents, to sink: OutputSink, _ options: WritingOptions
  ) throws -> [WritingReport.Loss] {
    let writer = try RDFXMLWriter(to: sink, forbiddenCharacters: options.forbiddenCharacters)
    try graph.forEachDescription { try writer.write($0) }
    try writer.finish()
    return [
      .init(.mentionPositions, graph.counts.mentions),
      .init(.namedGraphs, graph.articles.count),
      .init(.replacedCharacters, writer.replacedCharacterCount),
    ]
  }

  private func writeNTriples(_ graph: some GraphContents, to sink: OutputSink) throws
    -> [WritingReport.Loss]
  {
    var writer = NTriplesWriter(to: sink)
    try graph.forEachDescription { try writer.write($0) }
    try writer.finish()
    return [
      .init(.mentionPositions, graph.counts.mentions),
      .init(.namedGraphs, graph.articles.count),
    ]
  }

  private func writeNQuads(_ graph: some GraphContents, to sink: OutputSink) throws
    -> [WritingReport.Loss]
  {
    var writer = NQuadsWriter(to: sink)
    try graph.forEachQuad { try writer.write($0) }
    try writer.finish()
    return [.init(.mentionPositions, graph.counts.mentions)]
  }

  private func writeTurtle(
    _ graph: some GraphContents, to sink: OutputSink, _ options: WritingOptions
  ) throws -> [WritingReport.Loss] {
    let writer = try quadWriter(to: sink, options: options)
    for (prefix, namespace) in XMLNamespaces.wellKnown.declarations + [("xsd", XSD.namespace)] {
      try writer.handlePrefix(prefix, namespace)
    }
    if self == .trig {
      try graph.forEachQuad { try writer.handle(EncodedQuad($0)) }
    } else {
      try graph.forEachDescription { description in
        for triple in description.triples { try writer.handle(EncodedQuad(triple)) }
      }
    }
    try writer.finish()
    return [
      .init(.mentionPositions, graph.counts.mentions),
      .init(.namedGraphs, self == .trig ? 0 : graph.articles.count),
    ]
  }

  private func writeGraphML(
    _ graph: some GraphContents, to sink: OutputSink, _ options: WritingOptions,
    _ storage: TemporaryStorage
  ) throws -> [WritingReport.Loss] {
    let writer = try GraphMLWriter(
      to: sink, forbiddenCharacters: options.forbiddenCharacters, profile: options.profile)
    let index = try graph.numbering(storage)
    try writer.write(graph, index)
    return [
      .init(.mentionPositions, graph.counts.mentions),
      .init(.articleRecords, graph.articles.count),
      .init(.foldedClaims, graph.counts.claims),
      .init(.replacedCharacters, writer.replacedCharacterCount),
      .init(
        .parallelEdges,
        options.profile == .gephi ? try index.parallelEdgeCount(of: graph, storage) : 0),
      .init(.cutTexts, writer.cutTextCount),
    ]
  }

  private func writeGEXF(
    _ graph: some GraphContents, to sink: OutputSink, _ options: WritingOptions,
    _ storage: TemporaryStorage
  ) throws -> [WritingReport.Loss] {
    let writer = try GEXFWriter(to: sink, forbiddenCharacters: options.forbiddenCharacters)
    try writer.write(graph, graph.numbering(storage))
    return [
      .init(.mentionPositions, graph.counts.mentions),
      .init(.articleRecords, graph.articles.count),
      .init(.foldedClaims, graph.counts.claims),
      .init(.replacedCharacters, writer.replacedCharacterCount),
    ]
  }

  private func writeNeo4j(
    _ graph: some GraphContents, to sink: OutputSink, _ storage: TemporaryStorage
  ) throws -> [WritingReport.Loss] {
    let files = try Neo4jTables(graph, storage)
    var archive = TarWriter(to: sink)
    for name in files.names {
      // An archive tells the size of a file before the file.
      let file = SpillFile(storage)
      let contents = OutputSink(SpillDestination(file))
      try files.write(name, to: contents)
      try contents.finish()
      try archive.add(name, file)
    }
    try archive.finish()
    return files.losses
  }

  private func writeDOT(
    _ graph: some GraphContents, to sink: OutputSink, _ options: WritingOptions,
    _ storage: TemporaryStorage
  ) throws -> [WritingReport.Loss] {
    var writer = DOTWriter(to: sink, options: options.drawing)
    let losses = try writer.write(graph, storage)
    return losses + [.init(.replacedCharacters, writer.replacedCharacterCount)]
  }

  private func writeJSONLines(
    _ graph: some GraphContents, to sink: OutputSink, _ storage: TemporaryStorage
  ) throws -> [WritingReport.Loss] {
    var writer = JSONLinesWriter(to: sink)
    try writer.write(graph, storage)
    return []
  }
}

extension KnowledgeGraph {
  /// The number of mentions of all entities.
  var mentionCount: Int { entities.values.reduce(0) { $0 + $1.mentionCount } }

  /// The number of pieces of evidence of all statements.
  var claimCount: Int { statements.values.reduce(0) { $0 + $1.evidence.count } }
}
