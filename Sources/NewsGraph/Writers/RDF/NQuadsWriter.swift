/// A writer of N-Quads, one quad a line, in canonical form.
///
/// https://www.w3.org/TR/n-quads/
public struct NQuadsWriter {
  private let sink: OutputSink
  private var buffer = TextBuffer(capacity: OutputSink.chunkSize)

  /// Makes a writer on a sink.
  public init(to sink: OutputSink) { self.sink = sink }

  /// Writes a quad.
  public mutating func write(_ quad: Quad) throws(OutputError) {
    buffer.appendNTriples(quad.triple)
    if let graph = quad.graph {
      buffer.append(UInt8(ascii: " "))
      buffer.appendNTriples(graph)
    }
    buffer.append(" .\n")
    try buffer.flushIfLarge(to: sink)
  }

  /// Writes a quad that a reader found.
  mutating func write(_ quad: borrowing EncodedQuad) throws(OutputError) {
    buffer.appendLine(quad, withGraph: true)
    try buffer.flushIfLarge(to: sink)
  }

  /// Hands what is left to the sink, which stays open.
  public mutating func finish() throws(OutputError) { try buffer.flush(to: sink) }
}
