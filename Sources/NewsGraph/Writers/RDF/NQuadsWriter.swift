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
    buffer.appendNQuads(quad)
    buffer.append(UInt8(ascii: "\n"))
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

extension TextBuffer {
  /// Adds a quad without a line break.
  mutating func appendNQuads(_ quad: Quad) {
    appendNTriples(quad.triple)
    if let graph = quad.graph {
      append(UInt8(ascii: " "))
      appendNTriples(graph)
    }
    append(" .")
  }
}
