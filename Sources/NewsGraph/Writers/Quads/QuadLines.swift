/// Lines of N-Triples or N-Quads that are put together to be sent or written as one document.
package struct QuadLines {
  private var buffer = TextBuffer(capacity: 4096)
  /// The number of lines.
  package private(set) var count = 0

  /// Makes a document without lines.
  package init() {}

  /// The number of bytes.
  package var byteCount: Int { buffer.count }

  /// Adds a quad as a line, with or without the name of its graph.
  package mutating func append(_ quad: borrowing EncodedQuad, withGraph: Bool) {
    buffer.appendLine(quad, withGraph: withGraph)
    count += 1
  }

  /// Gives all lines away and begins anew.
  package mutating func take() -> [UInt8] {
    let bytes = buffer.bytes
    buffer = TextBuffer(capacity: bytes.count + bytes.count / 16)
    count = 0
    return bytes
  }
}
