/// A reader of N-Triples and N-Quads, which holds one window of the file and one statement.
final class LineReader {
  private var window: ByteWindow
  private var parser: LineStatementParser
  private let options: GraphReadingOptions
  private let handler: any QuadHandler
  private var report = GraphReadingReport()

  init(
    _ input: any ByteInput, hasGraphs: Bool, options: GraphReadingOptions,
    handler: any QuadHandler
  ) {
    window = ByteWindow(input, limit: options.limits.termLength)
    parser = LineStatementParser(hasGraphs: hasGraphs, options: options)
    self.options = options
    self.handler = handler
  }

  /// Reads all statements.
  func read() throws -> GraphReadingReport {
    var done = 0
    while true {
      let hasMore = try window.refill(dropping: done)
      let end = hasMore ? lastLineEnd() : window.bytes.count
      done = 0
      while done < end { done = try parse(from: done, to: end) }
      if !hasMore { return report }
    }
  }

  /// The offset behind the last end of a line.
  private func lastLineEnd() -> Int {
    let bytes = window.bytes
    var index = bytes.count
    while index > 0, bytes[index - 1] != 0x0A, bytes[index - 1] != 0x0D { index -= 1 }
    return index
  }

  /// Parses whole lines; the offset at which to go on, before `end` only after a bad statement.
  private func parse(from start: Int, to end: Int) throws -> Int {
    let bytes = window.bytes
    var statementStart = start
    do throws(LineFault) {
      try Self.parse(
        bytes.span.extracting(0..<end), &statementStart, &parser, handler, &report.quadCount)
      return end
    } catch {
      switch error {
      case .handler(let error):
        let place = window.place(of: statementStart)
        guard let located = GraphReadingError(error, file: window.name, place: place) else {
          throw error
        }
        return try reject(located, bytes, statementStart, end)
      case .scan(let fault):
        return try reject(self.error(fault, in: statementStart, end), bytes, statementStart, end)
      }
    }
  }

  /// Ends the reading with an error, or passes over the line where that is wanted.
  private func reject(
    _ error: GraphReadingError, _ bytes: [UInt8], _ statementStart: Int, _ end: Int
  ) throws -> Int {
    guard options.isLenient else { throw error }
    let lineEnd = Self.lineEnd(bytes.span, from: statementStart, to: end)
    report.rejectedCount += 1
    try handler.handleRejected(
      RejectedStatement(
        error: error, text: String(decoding: bytes[statementStart..<lineEnd], as: UTF8.self)))
    return lineEnd
  }

  private enum LineFault: Error {
    case scan(ScanFault)
    case handler(any Error)
  }

  private static func parse(
    _ bytes: Span<UInt8>, _ position: inout Int, _ parser: inout LineStatementParser,
    _ handler: any QuadHandler, _ count: inout Int
  ) throws(LineFault) {
    var index = position
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case UInt8(ascii: "#"): index = lineEnd(bytes, from: index, to: bytes.count)
      default:
        position = index
        do throws(ScanFault) {
          index = try parser.statement(bytes, at: index)
          index = try behindStatement(bytes, index)
        } catch {
          throw .scan(error)
        }
        do { try handler.handle(parser.quad) } catch { throw .handler(error) }
        count += 1
      }
    }
  }

  /// Passes over blanks and a comment up to the end of the line.
  @inline(__always)
  private static func behindStatement(_ bytes: Span<UInt8>, _ start: Int) throws(ScanFault) -> Int {
    let index = LineStatementParser.skipBlanks(bytes, start)
    guard index < bytes.count else { return index }
    switch bytes[index] {
    case 0x0A, 0x0D: return index + 1
    case UInt8(ascii: "#"): return lineEnd(bytes, from: index, to: bytes.count)
    default:
      throw .broken(
        offset: index, rule: "EOL",
        reason: "expected the end of the line; a line holds one statement")
    }
  }

  /// The offset of the end of the line.
  private static func lineEnd(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  private func error(_ fault: ScanFault, in statement: Int, _ end: Int) -> GraphReadingError {
    switch fault {
    case .broken(let offset, let rule, let reason):
      let place = window.place(of: offset)
      return GraphReadingError(
        file: window.name, line: place.line, column: place.column, rule: "\(rule)", reason: reason)
    case .incomplete:
      let bytes = window.bytes
      let place = window.place(
        of: Self.lineEnd(bytes.span, from: statement, to: end))
      return GraphReadingError(
        file: window.name, line: place.line, column: place.column,
        rule: "statement", reason: "the file ends inside a term")
    }
  }
}
