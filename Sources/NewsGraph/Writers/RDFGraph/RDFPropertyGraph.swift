/// Any RDF graph as a property graph: IRIs and blank nodes are nodes, triples between them edges,
/// literals and classes are folded into the nodes.
///
/// Nodes, columns and edges are sorted, so that the order of the document does not show.
final class RDFPropertyGraph: QuadHandler {
  /// A column of data: a property with the kind of its values.
  struct Column {
    /// The IRI of the property.
    var predicate: String
    /// What the values are: `IRI`, nothing for strings, `@en`, or the datatype's IRI in `^^<` `>`.
    var kind: String
  }

  private var nodes = ByteTable()
  private var columns = ByteTable()
  private var predicates = ByteTable()
  private var values: [(node: Int32, column: Int32, text: Range<Int>)] = []
  private var valueBytes: [UInt8] = []
  private var edges: [Edge] = []
  private var scratch: [UInt8] = []
  private(set) var prefixes: [(prefix: String, namespace: String)] = []
  private(set) var graphs = GraphLosses()
  private(set) var tripleTermCount = 0
  private let forbidsNonXML: Bool

  /// A triple between two nodes.
  struct Edge: Hashable {
    var source: Int32
    var predicate: Int32
    var target: Int32
  }

  /// - Parameter forbidsNonXML: Whether texts that XML cannot hold are an error.
  init(forbidsNonXML: Bool) { self.forbidsNonXML = forbidsNonXML }

  func handlePrefix(_ prefix: String, _ namespace: String) {
    if !prefix.isEmpty, !namespace.isEmpty, prefixes.count < 1000 {
      prefixes.append((prefix, namespace))
    }
  }

  func handle(_ quad: borrowing EncodedQuad) throws {
    graphs.count(quad)
    guard quad.object.kind != .triple, quad.subject.kind != .triple else {
      tripleTermCount += 1
      return
    }
    try check(quad)
    let source = Int32(node(quad.subject, quad))
    let isType =
      quad.object.kind == .iri
      && areSame(quad.bytes.span, quad.predicate.text, Self.type.span, 0..<Self.type.count)
    guard quad.object.isLiteral || isType else {
      let predicate = predicates.intern(quad.bytes.span, quad.predicate.text)
      edges.append(
        Edge(
          source: source, predicate: Int32(predicate), target: Int32(node(quad.object, quad))))
      return
    }
    let begin = valueBytes.count
    valueBytes.append(quad.bytes.span, quad.object.text)
    values.append((source, Int32(column(quad)), begin..<valueBytes.count))
  }

  private static let type = Array(RDF.type.string.utf8)

  private func node(_ term: EncodedTerm, _ quad: borrowing EncodedQuad) -> Int {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(UInt8(ascii: term.kind == .blank ? "_" : "<"))
    scratch.append(quad.bytes.span, term.text)
    return nodes.intern(scratch)
  }

  /// A column is told by its property and kind, with a blank between them.
  private func column(_ quad: borrowing EncodedQuad) -> Int {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(quad.bytes.span, quad.predicate.text)
    scratch.append(0x20)
    switch quad.object.kind {
    case .languageString:
      scratch.append(UInt8(ascii: "@"))
      scratch.append(quad.bytes.span, quad.object.suffix)
    case .typedLiteral:
      scratch += Array("^^<".utf8)
      scratch.append(quad.bytes.span, quad.object.suffix)
      scratch.append(UInt8(ascii: ">"))
    case .iri: scratch += Array("IRI".utf8)
    default: break
    }
    return columns.intern(scratch)
  }

  /// Refuses what XML cannot hold while it is still known where it stands.
  private func check(_ quad: borrowing EncodedQuad) throws {
    guard forbidsNonXML else { return }
    for range in [quad.subject.text, quad.predicate.text, quad.object.text] {
      var copy = TextBuffer()
      do throws(ForbiddenScalar) {
        try copy.append(quad.bytes.span, range, escaping: XMLCharacters.text)
      } catch {
        throw WritingError.forbiddenCharacter(
          codePoint: error.scalar, offset: error.offset,
          place: "\(quad.place), <\(quad.text(of: quad.predicate))>")
      }
    }
  }
}

// MARK: - The sorted graph

extension RDFPropertyGraph {
  /// The graph once all of it is there.
  struct Sorted {
    /// The nodes: `<` and an IRI, or `_` and a label.
    var nodes: [String]
    var columns: [Column]
    /// The values of each node, by column and then by text, each once.
    var values: [[(column: Int, text: String)]]
    var predicates: [String]
    /// The edges by source, predicate and target, each once.
    var edges: [Edge]
  }

  /// Sorts the graph.
  func sorted() -> Sorted {
    let (nodeNames, nodeRanks) = Self.sort(nodes)
    let (columnNames, columnRanks) = Self.sort(columns)
    let (predicateNames, predicateRanks) = Self.sort(predicates)
    var sortedValues = [[(column: Int, text: String)]](repeating: [], count: nodeNames.count)
    for value in values {
      sortedValues[nodeRanks[Int(value.node)]].append(
        (
          columnRanks[Int(value.column)],
          String(decoding: valueBytes[value.text], as: UTF8.self)
        ))
    }
    for index in sortedValues.indices where sortedValues[index].count > 1 {
      sortedValues[index].sort { left, right in
        left.column == right.column
          ? left.text.utf8.lexicographicallyPrecedes(right.text.utf8) : left.column < right.column
      }
      sortedValues[index] = Self.unique(sortedValues[index])
    }
    let ranked = edges.map { edge in
      Edge(
        source: Int32(nodeRanks[Int(edge.source)]),
        predicate: Int32(predicateRanks[Int(edge.predicate)]),
        target: Int32(nodeRanks[Int(edge.target)]))
    }
    let sortedEdges = ranked.sorted {
      ($0.source, $0.predicate, $0.target) < ($1.source, $1.predicate, $1.target)
    }
    return Sorted(
      nodes: nodeNames, columns: columnNames.map(Self.column), values: sortedValues,
      predicates: predicateNames,
      edges: sortedEdges.enumerated().filter {
        $0.offset == 0 || sortedEdges[$0.offset - 1] != $0.element
      }
      .map(\.element))
  }

  private static func unique(_ values: [(column: Int, text: String)])
    -> [(column: Int, text: String)]
  {
    var result: [(column: Int, text: String)] = []
    for value in values {
      if let last = result.last, last.column == value.column,
        CodePoints.areSame(last.text, value.text)
      {
        continue
      }
      result.append(value)
    }
    return result
  }

  private static func column(_ name: String) -> Column {
    let parts = name.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    return Column(predicate: String(parts[0]), kind: parts.count > 1 ? String(parts[1]) : "")
  }

  /// The strings of a table in code point order, and the place of each number in it.
  private static func sort(_ table: ByteTable) -> ([String], [Int]) {
    let order = (0..<table.count).sorted { table[$0].lexicographicallyPrecedes(table[$1]) }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, number) in order.enumerated() { ranks[number] = rank }
    return (order.map { table.string($0) }, ranks)
  }
}
