/// The graphs that a format without named graphs leaves out, counted.
struct GraphLosses {
  private var names = ByteTable()
  private var last: [UInt8] = []
  /// The number of triples in named graphs.
  private(set) var quadCount = 0

  /// Takes note of the graph of a quad.
  @inline(__always)
  mutating func count(_ quad: borrowing EncodedQuad) {
    if quad.graph.kind != .none { countName(quad) }
  }

  private mutating func countName(_ quad: borrowing EncodedQuad) {
    quadCount += 1
    let bytes = quad.bytes.span
    if areSame(last.span, 0..<last.count, bytes, quad.graph.text), !last.isEmpty { return }
    last.removeAll(keepingCapacity: true)
    last.append(bytes, quad.graph.text)
    _ = names.intern(bytes, quad.graph.text)
  }

  /// The number of different names.
  var count: Int { names.count }
}
