/// A writer of N-Triples, one triple a line, in canonical form.
///
/// https://www.w3.org/TR/n-triples/
public struct NTriplesWriter {
  private let sink: OutputSink
  private var buffer = TextBuffer(capacity: OutputSink.chunkSize)

  /// Makes a writer on a sink.
  public init(to sink: OutputSink) { self.sink = sink }

  /// Writes a triple.
  public mutating func write(_ triple: Triple) throws(OutputError) {
    buffer.appendNTriples(triple)
    buffer.append(" .\n")
    try buffer.flushIfLarge(to: sink)
  }

  /// Writes all triples of a description.
  public mutating func write(_ description: Description) throws(OutputError) {
    for triple in description.triples { try write(triple) }
  }

  /// Writes the triple of a quad that a reader found.
  mutating func write(_ quad: borrowing EncodedQuad) throws(OutputError) {
    buffer.appendLine(quad, withGraph: false)
    try buffer.flushIfLarge(to: sink)
  }

  /// Hands what is left to the sink, which stays open.
  public mutating func finish() throws(OutputError) { try buffer.flush(to: sink) }
}
