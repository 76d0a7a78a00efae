import Extraction

extension Pipeline {
  /// The graph of articles that workers read: the same as if they were read at once.
  ///
  /// Articles that share an id are told apart as `ArticleReader` does, in the order of files and
  /// lines.
  ///
  /// - Parameter paths: Files with what workers of the step `read` wrote, as many one after the
  ///   other as one likes, also packed with gzip; `-` is standard input.
  /// - Throws: `WorkerError` where a line is none of a worker's, where a worker with another model
  ///   or other tables wrote it, or where a worker did not come to its end.
  public func result(ofWorkersIn paths: [String]) throws -> Result {
    var records: [ReadingRecord] = []
    let (rejected, notes) = try forEachRecord(ofWorkersIn: paths) { records.append($0) }
    var result = self.result(of: records)
    (result.rejected, result.notes) = (rejected, notes)
    return result
  }

  /// The graph of articles that workers read, however many they are: the same as if they were read
  /// at once.
  ///
  /// - Parameters:
  ///   - paths: Files with what workers wrote, as `result(ofWorkersIn:)` takes them.
  ///   - storage: Where what does not fit into memory goes.
  /// - Throws: `WorkerError` where a line is none of a worker's, where a worker with another model
  ///   or other tables wrote it, or where a worker did not come to its end; `OutputError` where a
  ///   temporary file cannot be written or read.
  public func storedResult(
    ofWorkersIn paths: [String], in storage: TemporaryStorage = TemporaryStorage()
  ) throws -> StoredResult {
    let joiner = GraphJoiner(self, storage)
    let (rejected, notes) = try forEachRecord(ofWorkersIn: paths) {
      try joiner.add(GraphJoiner.EncodedRecord($0.content))
    }
    var result = StoredResult(graph: StoredGraph(try joiner.join(), storage))
    (result.rejected, result.notes) = (rejected, notes)
    return result
  }

  /// Hands on the records of workers, each with an id of its own; what could not be read, and what a
  /// user may want to know.
  private func forEachRecord(
    ofWorkersIn paths: [String], _ body: (ReadingRecord) throws -> Void
  ) throws -> ([RejectedInput], [ReadingNote]) {
    let fingerprint = try fingerprint().digest
    var names = TakenNames()
    var rejected: [RejectedInput] = []
    var notes: [ReadingNote] = []
    for path in paths {
      var results = WorkerResults(path: path, fingerprint: fingerprint)
      try results.forEach { result in
        notes += result.notes.map {
          ReadingNote(path: path, record: result.line, fact: .reported($0))
        }
        switch result.outcome {
        case .read(let record):
          let id = record.article.id
          let name = names.claim(id)
          if name != id {
            let fact = ReadingNote.Fact.renamed(from: id, to: name)
            notes.append(ReadingNote(path: path, record: result.line, fact: fact))
          }
          try body(name == id ? record : record.renamed(name, minter: builder.minter))
        case .rejected(let reason):
          rejected.append(
            RejectedInput(path: path, record: result.line, reason: .reported(reason)))
        }
      }
    }
    return (rejected, notes)
  }
}

/// What workers wrote into one file.
struct WorkerResults {
  private let path: String
  private let fingerprint: String
  /// The line where the worker began whose results are read; nothing between two workers.
  private var begin: Int?

  /// Longer than the record of any article that is read.
  private static let lineLimit = 1 << 30

  init(path: String, fingerprint: String) {
    self.path = path
    self.fingerprint = fingerprint
  }

  /// Hands on the results in their order.
  mutating func forEach(_ body: (WorkerResult) throws -> Void) throws {
    do {
      var reader = RecordReader.lines(
        RecordLines(try ByteSource(path: path), after: [], limit: Self.lineLimit))
      var last = 1
      while let record = try reader.next() {
        last = record.number
        if let result = try result(of: record) { try body(result) }
      }
      if begin != nil { throw error(last, "the results end before their worker did") }
    } catch let reason as RejectedInput.Reason {
      throw RejectedInput(path: path, reason: reason)
    }
  }

  private func error(_ line: Int, _ reason: String) -> WorkerError {
    WorkerError(path: path == "-" ? nil : path, line: line, reason: reason)
  }

  /// The result in a line; nothing where a worker begins or ends.
  private mutating func result(of record: RecordReader.Record) throws(WorkerError)
    -> WorkerResult?
  {
    let line = record.number
    guard case .success(let value) = record.value, let fields = value.object else {
      throw error(line, "is no result of a worker: expected a JSON object")
    }
    if fields["newsgraph"] != nil {
      if begin != nil { throw error(line, "a worker begins before the one before it ended") }
      try check(fields, line)
      begin = line
      return nil
    }
    guard begin != nil else {
      throw error(line, "expected the line with which a worker begins")
    }
    if fields["status"]?.string == WorkerResult.end {
      begin = nil
      return nil
    }
    do throws(WorkerError) {
      return try WorkerResult(fields)
    } catch {
      throw self.error(line, error.reason)
    }
  }

  private func check(_ fields: [String: JSONValue], _ line: Int) throws(WorkerError) {
    guard fields["protocol"] == .integer(WorkerHello.protocolVersion),
      fields["step"]?.string == Worker.Step.read.rawValue
    else {
      throw error(
        line, "expected a worker of protocol \(WorkerHello.protocolVersion) that reads articles")
    }
    guard fields["fingerprint"]?.string == fingerprint else {
      throw error(
        line,
        "a worker with another program, model, ontology, lexicon, gazetteer or base wrote this; "
          + "its fingerprint is not \(fingerprint)")
    }
  }
}
