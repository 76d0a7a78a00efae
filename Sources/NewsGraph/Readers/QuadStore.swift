/// The quads of documents in memory, each term once.
///
///     let store = QuadStore()
///     try GraphReader().read("old.ttl", into: store)
///     let canonical = try CanonicalDataset(store)
///
/// A quad takes 16 bytes, a term its text as N-Triples writes it. Repeated quads are kept; `lines`
/// of a `CanonicalDataset` holds each once.
public final class QuadStore: QuadHandler {
  /// A quad of term numbers.
  public struct Entry: Hashable, Sendable {
    /// The number of the subject.
    public var subject: Int32
    /// The number of the predicate.
    public var predicate: Int32
    /// The number of the object.
    public var object: Int32
    /// The number of the graph's name; -1 for the default graph.
    public var graph: Int32
  }

  /// The quads in the order of the documents.
  public private(set) var entries: [Entry] = []
  private var table = ByteTable()
  private var blanks: [Bool] = []
  private var scratch = TextBuffer(capacity: 256)
  /// Whether there are triple terms of RDF 1.2, whose blank nodes are only text here.
  public private(set) var hasTripleTerms = false

  /// Makes an empty store.
  public init() {}

  /// The number of different terms.
  public var termCount: Int { table.count }

  /// A term as N-Triples writes it: `<https://example.org/>`, `_:b0`, `"text"@en`.
  public func text(of term: Int32) -> String { table.string(Int(term)) }

  /// Whether a term is a blank node.
  public func isBlank(_ term: Int32) -> Bool { term >= 0 && blanks[Int(term)] }

  /// The bytes of a term in the form of N-Triples.
  func bytes(of term: Int32) -> ArraySlice<UInt8> { table[Int(term)] }

  /// The number of a term that is written as N-Triples does, where the store has it.
  public func term(_ text: String) -> Int32? {
    let bytes = Array(text.utf8)
    return table.find(bytes.span, 0..<bytes.count).map { Int32($0) }
  }

  /// Keeps a quad.
  public func handle(_ quad: borrowing EncodedQuad) {
    entries.append(
      Entry(
        subject: number(quad.subject, quad), predicate: number(quad.predicate, quad),
        object: number(quad.object, quad),
        graph: quad.graph.kind == .none ? -1 : number(quad.graph, quad)))
  }

  /// Keeps a quad.
  public func add(_ quad: Quad) { handle(EncodedQuad(quad)) }

  /// Keeps a triple in the default graph.
  public func add(_ triple: Triple) { handle(EncodedQuad(triple)) }

  private func number(_ term: EncodedTerm, _ quad: borrowing EncodedQuad) -> Int32 {
    scratch.removeAll()
    if term.kind == .triple { hasTripleTerms = true }
    scratch.appendNTriples(term, of: quad)
    let number = table.intern(scratch.bytes)
    if number == blanks.count { blanks.append(term.kind == .blank) }
    return Int32(number)
  }

  /// A quad as a value of its own; nothing where a term of it is a triple term of RDF 1.2.
  public func quad(_ entry: Entry) -> Quad? {
    let list = QuadList()
    let line = line(entry)
    _ = try? GraphReader(options: .init(readsRDF12: true)).read(line, as: .nquads, into: list)
    return list.quads.first
  }

  /// A quad as a line of N-Quads, with the line feed.
  func line(_ entry: Entry) -> [UInt8] {
    var line: [UInt8] = []
    for term in [entry.subject, entry.predicate, entry.object, entry.graph] where term >= 0 {
      line += bytes(of: term)
      line.append(UInt8(ascii: " "))
    }
    return line + [UInt8(ascii: "."), 0x0A]
  }
}
