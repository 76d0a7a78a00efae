/// A writer of N-Triples or N-Quads in canonical form that takes quads from a reader.
final class LineQuadWriter: QuadWriter {
  private let sink: OutputSink
  private let hasGraphs: Bool
  private var buffer = TextBuffer(capacity: OutputSink.chunkSize)
  private var graphs = GraphLosses()

  init(to sink: OutputSink, hasGraphs: Bool) {
    self.sink = sink
    self.hasGraphs = hasGraphs
  }

  func handle(_ quad: borrowing EncodedQuad) throws {
    if !hasGraphs { graphs.count(quad) }
    buffer.appendLine(quad, withGraph: hasGraphs)
    try buffer.flushIfLarge(to: sink)
  }

  func finish() throws { try buffer.flush(to: sink) }

  var losses: [WritingReport.Loss] { [.init(.namedGraphs, graphs.count)] }
}
