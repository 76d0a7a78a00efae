public import Extraction

/// A process that reads lines and writes lines until there are no more: one step on the way from
/// articles to a graph that many machines go together.
///
///     read      an article as JSON           → its record
///     entities  NUMBER, record               → a: id, w: wording, e: clusters of its entities
///     group     clusters by key              → one cluster for each key
///     resolve   ids and clusters, all        → what the entities of each article are
///     copies    wordings, all                → which articles and passages are copies
///     state     NUMBER, record, its entities → fragments of the graph
///     merge     fragments by group and key   → q: quads, i: what takes part in inference
///     infer     what takes part, all         → q: quads
///
/// Whoever drives the steps sorts lines by their first fields between them and knows nothing of
/// what is in the packed ones; every rule is here. `Integrations/spark` drives them. The quads are
/// those of `newsgraph extract --format nquads`, in another order.
public struct Worker {
  /// What a worker does.
  public enum Step: String, Sendable, CaseIterable {
    /// Reads articles.
    case read
    /// Takes records apart.
    case entities
    /// Joins entities that are one without a comparison.
    case group
    /// Joins and names the entities of the corpus.
    case resolve
    /// Finds copies.
    case copies
    /// Makes fragments of the graph.
    case state
    /// Joins fragments.
    case merge
    /// Infers events and conflicts.
    case infer
  }

  /// The longest line of a step other than `read`, in bytes.
  private static let lineLimit = 1 << 30

  private let pipeline: Pipeline
  private let step: Step
  private let sizeLimit: Int
  private let name: String?

  /// Makes a worker.
  ///
  /// - Parameters:
  ///   - pipeline: What it works with; its number of threads does not matter.
  ///   - step: What it does.
  ///   - sizeLimit: The longest article that `read` takes, in bytes.
  ///   - name: The name of the file that the articles of `read` are from: those without an id are
  ///     called by it and their line, as `extract` does. Without it they are rejected.
  public init(
    pipeline: Pipeline, step: Step = .read, sizeLimit: Int = ArticleOptions.standardSizeLimit,
    name: String? = nil
  ) {
    self.pipeline = pipeline
    self.step = step
    self.sizeLimit = sizeLimit
    self.name = name
  }

  /// What the worker says first.
  ///
  /// - Throws: `KnowledgeError` where a file of the ontology, lexicon or gazetteer cannot be read.
  public func hello() throws(KnowledgeError) -> WorkerHello {
    WorkerHello(
      program: Release.version, step: step, fingerprint: try pipeline.fingerprint().digest)
  }

  /// Says hello and works until the input ends.
  ///
  /// - Parameters:
  ///   - path: The input; `-` is standard input.
  ///   - sink: Takes the results; `read` hands on each of them at once. It stays open.
  /// - Throws: `WorkerError` where a line is not as the step needs it (articles excepted, of which
  ///   the result says so), `OutputError` where nobody takes the results.
  public func run(input path: String = "-", to sink: OutputSink) throws {
    try sink.write(hello().line + "\n")
    try sink.flush()
    if step == .read {
      try readArticles(path, to: sink)
    } else {
      try filter(path, to: sink)
    }
  }

  // MARK: - Articles

  private func readArticles(_ path: String, to sink: OutputSink) throws {
    var records = RecordReader.lines(try lines(of: path, limit: sizeLimit))
    let reader = WorkerReading(pipeline: pipeline, name: name)
    var counts = (read: 0, rejected: 0)
    while let record = try next(&records) {
      let result = reader.result(of: record)
      if case .read = result.outcome { counts.read += 1 } else { counts.rejected += 1 }
      try sink.write(result.text + "\n")
      try sink.flush()
    }
    try sink.write(
      WorkerResult.endText(read: counts.read, rejected: counts.rejected) + "\n")
    try sink.flush()
  }

  private func next(_ records: inout RecordReader) throws(RejectedInput) -> RecordReader.Record? {
    do throws(RejectedInput.Reason) {
      return try records.next()
    } catch {
      throw RejectedInput(path: "-", reason: error)
    }
  }

  private func lines(of path: String, limit: Int) throws(RejectedInput) -> RecordLines {
    do throws(RejectedInput.Reason) {
      return RecordLines(try ByteSource(path: path), after: [], limit: limit)
    } catch {
      throw RejectedInput(path: path, reason: error)
    }
  }

  // MARK: - Steps

  private func filter(_ path: String, to sink: OutputSink) throws {
    var filter = self.filter
    var output = WorkerOutput(sink)
    var lines = try lines(of: path, limit: Self.lineLimit)
    while let line = try next(&lines) {
      guard case .bytes(let bytes) = line else {
        throw WorkerError(
          line: lines.number, reason: "is longer than \(Self.lineLimit) bytes")
      }
      try filter.take(WorkerLine(bytes, number: lines.number), &output)
    }
    try filter.finish(&output)
    try output.flush()
  }

  private func next(_ lines: inout RecordLines) throws(RejectedInput) -> RecordLines.Line? {
    do throws(RejectedInput.Reason) {
      return try lines.next()
    } catch {
      throw RejectedInput(path: "-", reason: error)
    }
  }

  private var filter: any WorkerFilter {
    switch step {
    // Reading has lines of its own.
    case .read, .entities: EntitiesFilter(pipeline)
    case .group: GroupFilter()
    case .resolve: ResolveFilter(pipeline)
    case .copies: CopiesFilter()
    case .state: StateFilter(pipeline)
    case .merge: MergeFilter(pipeline)
    case .infer: InferFilter(pipeline)
    }
  }
}

/// A step that takes lines of fields and writes such.
protocol WorkerFilter {
  /// Takes the next line.
  mutating func take(_ line: WorkerLine, _ output: inout WorkerOutput) throws
  /// Writes what it held back.
  mutating func finish(_ output: inout WorkerOutput) throws
}
