/// A handler that counts quads, and how many there are in each graph.
///
///     let counter = QuadCounter(countsOnce: true)
///     try GraphReader().read("graph.nq", into: counter)
///     print(counter.count, counter.graphs)
public final class QuadCounter: QuadHandler {
  /// How many quads a graph has.
  public struct Graph: Sendable, Hashable {
    /// The name of the graph: an IRI, or a blank node with its `_:`; nothing for the default graph.
    public var name: String?
    /// The number of quads.
    public var count: Int

    /// Makes a count.
    public init(name: String?, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// The number of quads.
  public private(set) var count = 0
  /// The number of quads that have a blank node.
  public private(set) var blankCount = 0
  private let countsOnce: Bool
  private var lines = LineKeyTable()
  private var scratch = TextBuffer(capacity: 1024)
  private var names = ByteTable()
  private var counts: [Int] = []
  private var defaultCount = 0

  /// Makes a counter.
  ///
  /// - Parameter countsOnce: Whether a quad that comes again is not counted again, which takes some
  ///   thirty bytes of memory a quad.
  public init(countsOnce: Bool = false) { self.countsOnce = countsOnce }

  /// The graphs with any quads: the default graph, then the others in the order of the document.
  public var graphs: [Graph] {
    let named = counts.indices.map { Graph(name: names.string($0), count: counts[$0]) }
    return (defaultCount > 0 ? [Graph(name: nil, count: defaultCount)] : []) + named
  }

  /// Counts a quad.
  public func handle(_ quad: borrowing EncodedQuad) {
    if countsOnce {
      scratch.removeAll()
      scratch.appendLine(quad, withGraph: true)
      guard lines.insertNew(lines.key(scratch.bytes)) else { return }
    }
    count += 1
    if quad.hasBlankNode { blankCount += 1 }
    guard quad.graph.kind != .none else {
      defaultCount += 1
      return
    }
    scratch.removeAll()
    if quad.graph.kind == .blank { scratch.append("_:") }
    scratch.append(quad.bytes.span, quad.graph.text)
    let number = names.intern(scratch.bytes)
    if number == counts.count { counts.append(0) }
    counts[number] += 1
  }
}

extension EncodedQuad {
  /// Whether a term is a blank node, or a triple term of RDF 1.2, which may hold one.
  package var hasBlankNode: Bool {
    subject.kind == .blank || object.kind == .blank || graph.kind == .blank
      || object.kind == .triple
  }
}
