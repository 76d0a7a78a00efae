/// The way from graph files to a graph file of another format.
public struct GraphConverter: Sendable {
  /// The files to read, `-` being standard input.
  public var inputs: [String]
  /// The format of all inputs; without it their names tell.
  public var from: GraphFormat?
  /// The format to write.
  public var to: GraphFormat
  /// How the inputs are read.
  public var reading: GraphReadingOptions
  /// How the output is written.
  public var writing: WritingOptions
  /// Whether the graph is brought into its canonical form by RDFC-1.0.
  ///
  /// Blank nodes get canonical labels, and quads their order in N-Quads; the graph is held in memory.
  public var isCanonical = false
  /// How many steps the canonical form may take.
  public var workLimit = CanonicalDataset.standardWorkLimit

  /// Whether what the graph holds is counted, for an `ExportDescription`.
  public var isCounted = false

  /// What came of a conversion.
  public struct Result: Sendable {
    /// What was read.
    public var reading: GraphReadingReport
    /// What was written, and what the format could not hold.
    public var writing: WritingReport
    /// What the graph holds, where it was to be counted.
    public var counts: ExportCounts?
    /// How long it took to read the inputs and to write what was kept until all was read; formats
    /// that keep nothing are written while the inputs are read.
    public var times: (reading: ProcessTimes, writing: ProcessTimes)
  }

  /// Makes a conversion.
  public init(
    inputs: [String], from: GraphFormat? = nil, to: GraphFormat,
    reading: GraphReadingOptions = .init(), writing: WritingOptions = .init()
  ) {
    self.inputs = inputs
    self.from = from
    self.to = to
    self.reading = reading
    self.writing = writing
  }

  /// Reads all inputs and writes them as one graph, which finishes the sink.
  ///
  /// - Parameters:
  ///   - sink: Where the graph goes.
  ///   - rejects: Where statements go that a lenient reader skips, each after the reason.
  ///   - onRejected: Is told the reason for each of the first hundred of them.
  /// - Throws: `GraphReadingError`, `WritingError`, `OutputError`.
  public func convert(
    to sink: OutputSink, rejects: OutputSink? = nil, onRejected: (String) -> Void = { _ in }
  ) throws -> Result {
    let start = ProcessTimes()
    if let graph = try records() {
      let read = ProcessTimes()
      let report = try to.write(graph, to: sink, options: writing)
      return Result(
        reading: GraphReadingReport(), writing: report,
        counts: isCounted ? ExportCounts(graph) : nil,
        times: (read - start, ProcessTimes() - read))
    }
    let writer = try to.quadWriter(to: sink, options: writing)
    return try convert(to: writer, rejects, onRejected, start) {
      try sink.finish()
      return sink.byteCount
    }
  }

  /// Reads all inputs and writes them as one graph to a path, a folder for the formats that have
  /// several files.
  ///
  /// - Parameters:
  ///   - path: Where the graph goes.
  ///   - rejects: Where statements go that a lenient reader skips, each after the reason.
  ///   - onRejected: Is told the reason for each of the first hundred of them.
  /// - Throws: `GraphReadingError`, `WritingError`, `OutputError`.
  public func convert(
    toPath path: String, rejects: OutputSink? = nil, onRejected: (String) -> Void = { _ in }
  ) throws -> Result {
    guard to.isFolder else {
      return try convert(to: OutputSink(path: path), rejects: rejects, onRejected: onRejected)
    }
    let start = ProcessTimes()
    if let graph = try records() {
      let read = ProcessTimes()
      let report = try to.write(graph, toPath: path, options: writing)
      return Result(
        reading: GraphReadingReport(), writing: report,
        counts: isCounted ? ExportCounts(graph) : nil,
        times: (read - start, ProcessTimes() - read))
    }
    var byteCount = 0
    let writer = KnowledgeQuadWriter(to, toFolder: path, options: writing) { byteCount = $0 }
    return try convert(to: writer, rejects, onRejected, start) { byteCount }
  }

  private func convert(
    to writer: any QuadWriter, _ rejects: OutputSink?, _ onRejected: (String) -> Void,
    _ start: ProcessTimes, finish: () throws -> Int
  ) throws -> Result {
    let counter = isCounted ? ExportCounter(writer) : nil
    let output: any QuadHandler = counter ?? writer
    let store = isCanonical ? QuadStore() : nil
    let target: any QuadHandler = store ?? output
    let handler: any QuadHandler = reading.isLenient ? RejectCollector(target, rejects) : target
    var report = GraphReadingReport()
    for (index, path) in inputs.enumerated() {
      var options = reading
      options.mergesGraphs = !to.hasNamedGraphs
      if inputs.count > 1 { options.blankNodePrefix += "d\(index + 1)." }
      report.add(try GraphReader(options: options).read(path, as: from, into: handler))
      if let collector = handler as? RejectCollector { collector.tell(onRejected) }
    }
    if let store { try CanonicalDataset(store, workLimit: workLimit).forEach(output) }
    let read = ProcessTimes()
    try writer.finish()
    let byteCount = try finish()
    try rejects?.finish()
    return Result(
      reading: report,
      writing: WritingReport(format: to, byteCount: byteCount, losses: writer.losses),
      counts: counter?.counts, times: (read - start, ProcessTimes() - read))
  }
}

extension GraphConverter {
  /// The graph of JSON Lines, for the formats that are written as `newsgraph extract` would have,
  /// positions of mentions and all.
  private func records() throws -> KnowledgeGraph? {
    let isAllRecords = inputs.allSatisfy { (from ?? GraphFormat(fileName: $0)) == .jsonl }
    guard isAllRecords, !reading.isLenient,
      [.graphml, .dot, .jsonl, .gexf, .neo4jCSV].contains(to)
    else { return nil }
    if inputs.count == 1 { return try GraphReader(options: reading).knowledgeGraph(inputs[0]) }
    var graph = KnowledgeGraph()
    var conflicts: Set<Conflict> = []
    for path in inputs {
      let part = try GraphReader(options: reading).knowledgeGraph(path)
      conflicts.formUnion(part.conflicts)
      graph.merge(part)
    }
    // Merging forgets them, as there may be more now; those of each file still stand.
    graph.conflicts = conflicts.sorted()
    return graph
  }
}

/// A handler that writes what was rejected to a file and hands on the rest.
private final class RejectCollector: QuadHandler {
  private let handler: any QuadHandler
  private let sink: OutputSink?
  private var messages: [String] = []
  private var count = 0

  init(_ handler: any QuadHandler, _ sink: OutputSink?) {
    self.handler = handler
    self.sink = sink
  }

  func handle(_ quad: borrowing EncodedQuad) throws { try handler.handle(quad) }

  func handlePrefix(_ prefix: String, _ namespace: String) throws {
    try handler.handlePrefix(prefix, namespace)
  }

  func handleRejected(_ rejected: RejectedStatement) throws {
    count += 1
    if count <= 100 { messages.append(rejected.error.description) }
    guard let sink else { return }
    try sink.write("# \(rejected.error)\n\(rejected.text)\n")
  }

  func tell(_ listener: (String) -> Void) {
    for message in messages { listener(message) }
    messages = []
  }
}
