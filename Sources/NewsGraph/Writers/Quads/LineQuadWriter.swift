/// A writer of N-Triples or N-Quads in canonical form that takes quads from a reader.
final class LineQuadWriter: QuadWriter {
  private let sink: OutputSink
  private let hasGraphs: Bool
  // Quads come one after the other, and nothing that is called leads back here: a check for each
  // of them that nobody else is at the buffer would find nothing.
  @exclusivity(unchecked) private var buffer = TextBuffer(capacity: OutputSink.chunkSize)
  @exclusivity(unchecked) private var graphs = GraphLosses()

  init(to sink: OutputSink, hasGraphs: Bool) {
    self.sink = sink
    self.hasGraphs = hasGraphs
  }

  func handle(_ quad: borrowing EncodedQuad) throws {
    if !hasGraphs { graphs.count(quad) }
    buffer.appendLine(quad, withGraph: hasGraphs)
    // Asked here, so that the buffer is free again before anything unknown is called.
    if buffer.isLarge { try buffer.flush(to: sink) }
  }

  func finish() throws { try buffer.flush(to: sink) }

  var losses: [WritingReport.Loss] { [.init(.namedGraphs, graphs.count)] }
}
