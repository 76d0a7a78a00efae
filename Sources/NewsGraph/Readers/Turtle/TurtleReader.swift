/// A streaming reader of Turtle and TriG.
final class TurtleReader {
  private var parser: TurtleParser
  private let options: GraphReadingOptions
  private let handler: any QuadHandler

  init(
    _ input: any ByteInput, hasGraphs: Bool, options: GraphReadingOptions,
    handler: any QuadHandler
  ) {
    self.options = options
    self.handler = options.isLenient ? StatementBuffer(handler) : handler
    parser = TurtleParser(input, hasGraphs: hasGraphs, options: options, handler: self.handler)
  }

  /// Reads all statements.
  func read() throws -> GraphReadingReport {
    var report = GraphReadingReport()
    if let buffer = handler as? StatementBuffer {
      try readLeniently(buffer, &report)
    } else {
      do {
        while try parser.statement() {}
      } catch {
        throw parser.located(error)
      }
    }
    report.quadCount = parser.quadCount
    return report
  }

  /// Reads with the quads of a statement held back until all of it is known to be right.
  private func readLeniently(_ buffer: StatementBuffer, _ report: inout GraphReadingReport) throws {
    parser.statementStart = 0
    while true {
      do {
        let hasMore = try parser.statement()
        try buffer.release()
        if !hasMore { return }
      } catch {
        guard let error = parser.located(error) as? GraphReadingError else { throw error }
        report.rejectedCount += 1
        parser.quadCount -= buffer.drop()
        if !(parser.stack.isEmpty && parser.position > (parser.statementStart ?? 0)) {
          try parser.skipStatement()
        }
        let start = min(parser.statementStart ?? parser.position, parser.position)
        let text = String(decoding: parser.window.bytes[start..<parser.position], as: UTF8.self)
        try handler.handleRejected(RejectedStatement(error: error, text: text))
        if parser.position >= parser.window.bytes.count, parser.window.isComplete { return }
      }
    }
  }
}

/// A handler that holds quads back until it is told to hand them on.
private final class StatementBuffer: QuadHandler {
  private let handler: any QuadHandler
  private var held: [EncodedQuad] = []

  init(_ handler: any QuadHandler) { self.handler = handler }

  func handle(_ quad: borrowing EncodedQuad) {
    var copy = EncodedQuad()
    copy.replace(by: quad)
    held.append(copy)
  }

  func handlePrefix(_ prefix: String, _ namespace: String) throws {
    try handler.handlePrefix(prefix, namespace)
  }

  func handleRejected(_ rejected: RejectedStatement) throws {
    try handler.handleRejected(rejected)
  }

  func release() throws {
    for quad in held { try handler.handle(quad) }
    held.removeAll(keepingCapacity: true)
  }

  func drop() -> Int {
    defer { held.removeAll() }
    return held.count
  }
}
