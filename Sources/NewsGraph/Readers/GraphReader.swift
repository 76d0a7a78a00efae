/// A reader of graph files, whatever their format.
///
///     let store = QuadStore()
///     let report = try GraphReader().read("graph.ttl.gz", into: store)
///
/// Files are read a piece at a time and never held as a whole. Nothing is loaded from anywhere
/// else: no external entity, no schema, no context.
public struct GraphReader: Sendable {
  /// How files are read.
  public var options: GraphReadingOptions

  /// Makes a reader.
  public init(options: GraphReadingOptions = .init()) { self.options = options }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file, packed with gzip or not; `-` is standard input.
  ///   - format: The format; without it the name of the file tells.
  ///   - handler: What takes the quads.
  /// - Returns: How much was found.
  /// - Throws: `GraphReadingError`, and whatever the handler throws.
  @discardableResult
  public func read(_ path: String, as format: GraphFormat? = nil, into handler: any QuadHandler)
    throws -> GraphReadingReport
  {
    guard let format = format ?? GraphFormat(fileName: path) else {
      throw GraphReadingError(
        file: path == "-" ? "standard input" : path,
        reason: "the name of the file tells no format; say which one it is")
    }
    return try read(try FileInput(path: path), as: format, into: handler)
  }

  /// Reads bytes in memory.
  ///
  /// - Parameters:
  ///   - bytes: The document, in UTF-8 for all formats but those in XML.
  ///   - format: The format.
  ///   - name: What errors call the document.
  ///   - handler: What takes the quads.
  /// - Returns: How much was found.
  /// - Throws: `GraphReadingError`, and whatever the handler throws.
  @discardableResult
  public func read(
    _ bytes: [UInt8], as format: GraphFormat, name: String = "document",
    into handler: any QuadHandler
  ) throws -> GraphReadingReport {
    try read(MemoryInput(bytes, name: name), as: format, into: handler)
  }

  /// Reads text; for small documents.
  public func quads(in text: String, as format: GraphFormat, name: String = "document") throws
    -> [Quad]
  {
    let list = QuadList()
    try read(Array(text.utf8), as: format, name: name, into: list)
    return list.quads
  }

  func read(_ input: any ByteInput, as format: GraphFormat, into handler: any QuadHandler) throws
    -> GraphReadingReport
  {
    switch format {
    case .ntriples, .nquads:
      try LineReader(
        input, hasGraphs: format == .nquads, options: options, handler: handler
      ).read()
    case .rdfxml:
      try RDFXMLReader(options: options, fileName: input.name, handler: handler).read(input)
    case .turtle, .trig:
      try TurtleReader(
        input, hasGraphs: format == .trig, options: options, handler: handler
      ).read()
    case .graphml:
      try GraphMLReader(options: options, fileName: input.name, handler: handler).read(input)
    case .jsonl: try readRecords(input, handler)
    case .dot:
      throw GraphReadingError(file: input.name, reason: "DOT is a drawing and cannot be read")
    case .gexf, .neo4jCSV:
      throw GraphReadingError(
        file: input.name,
        reason: "\(format.name) is written for other programs and cannot be read; keep the graph as"
          + " RDF, JSON Lines or GraphML too")
    }
  }
}

extension GraphReader {
  /// Reads JSON Lines, whose claims become quads as in N-Quads, or as in N-Triples where the graphs
  /// of the articles are not wanted.
  private func readRecords(_ input: any ByteInput, _ handler: any QuadHandler) throws
    -> GraphReadingReport
  {
    var records = KnowledgeRecords(fileName: input.name, options: options)
    try records.read(input) { try handler.handleRejected($0) }
    var report = records.report
    let mentions = WritingReport.Loss(.mentionPositions, records.graph.mentionCount)
    if mentions.count > 0 {
      report.losses.append("\(input.name): RDF has no place for \(mentions)")
    }
    func take(_ quad: Quad) throws {
      report.quadCount += 1
      try handler.handle(EncodedQuad(quad))
    }
    if options.mergesGraphs {
      try records.graph.forEachDescription { description in
        for triple in description.triples { try take(Quad(triple, graph: nil)) }
      }
    } else {
      try records.graph.forEachQuad(take)
    }
    return report
  }

  /// Reads JSON Lines as the graph that they hold.
  ///
  /// - Throws: `GraphReadingError`.
  public func knowledgeGraph(_ path: String) throws -> KnowledgeGraph {
    let input = try FileInput(path: path)
    var records = KnowledgeRecords(fileName: input.name, options: options)
    try records.read(input) { _ in }
    return records.graph
  }
}

/// A handler that keeps all quads as values.
public final class QuadList: QuadHandler {
  /// The quads in the order of the document, with repetitions.
  public private(set) var quads: [Quad] = []
  /// The number of quads with triple terms of RDF 1.2, which are not kept.
  public private(set) var tripleTermCount = 0

  /// Makes an empty list.
  public init() {}

  /// Keeps a quad.
  public func handle(_ quad: borrowing EncodedQuad) {
    if let value = quad.quad { quads.append(value) } else { tripleTermCount += 1 }
  }
}
