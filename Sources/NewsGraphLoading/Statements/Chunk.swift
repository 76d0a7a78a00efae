import NewsGraph

/// A document of N-Triples or N-Quads that is sent in one request.
struct Chunk: Sendable {
  /// The graph that its statements go into.
  var graph: TargetGraph
  /// The lines.
  var bytes: [UInt8]
  /// The number of lines.
  var count: Int
  /// The graphs in it that no document before had statements of.
  var newGraphs: [TargetGraph]
  /// How many statements each graph has in it.
  var graphCounts: [TargetGraph: Int]
  /// How many statements of the input, from its beginning, are in the documents before.
  var start: Int
  /// The same once this document is done.
  var position: Int
  /// Whether no other document for its graph follows.
  var isLast: Bool

  var contentType: String {
    graph == .all ? "application/n-quads" : "application/n-triples"
  }

  /// The document as smaller ones of up to a number of bytes, or of one statement.
  func split(limit: Int) -> [Chunk] {
    guard bytes.count > limit, count > 1 else { return [self] }
    // Where other documents took statements from between, only the end is a place to go on from.
    let isWhole = position - start == count
    var parts: [Chunk] = []
    var begin = 0
    var done = 0
    var lineBegin = 0
    var lines = 0
    func cut(at end: Int) {
      done += lines
      let isEnd = end == bytes.count
      var part = self
      part.bytes = Array(bytes[begin..<end])
      part.count = lines
      part.start = parts.last?.position ?? start
      part.position = isEnd ? position : isWhole ? start + done : start
      part.isLast = isLast && isEnd
      if !parts.isEmpty {
        part.newGraphs = []
        part.graphCounts = [:]
      }
      parts.append(part)
      begin = end
      lines = 0
    }
    for index in bytes.indices where bytes[index] == 0x0A {
      if index + 1 - begin > limit, lines > 0 { cut(at: lineBegin) }
      lines += 1
      lineBegin = index + 1
    }
    if begin < bytes.count { cut(at: bytes.count) }
    return parts
  }
}

/// How statements are put together in documents.
struct ChunkPlan: Sendable {
  /// What becomes of statements with blank nodes.
  enum Blanks: Sendable {
    /// They are like others.
    case with
    /// They are left out.
    case without
    /// They alone are taken.
    case only
  }

  /// The largest document, in bytes, or a document of one statement.
  var byteLimit: Int
  /// Whether every graph has documents of its own.
  var separatesGraphs: Bool
  /// How many statements, from the beginning, are passed over.
  var skip = 0
  var blanks = Blanks.without
  /// Whether statements can be in the default graph.
  var hasDefaultGraph = true
}

/// A handler that puts statements together in documents.
final class ChunkMaker: QuadHandler {
  private let plan: ChunkPlan
  private let emit: (Chunk) throws -> Void
  private var numbers: [TargetGraph: Int] = [:]
  private var documents: [(graph: TargetGraph, lines: QuadLines)] = []
  private var graphCounts: [TargetGraph: Int] = [:]
  /// How many statements with blank nodes there were.
  private(set) var blankCount = 0
  private var newGraphs: [TargetGraph] = []
  private var known: Set<TargetGraph> = []
  private var byteCount = 0
  private var position = 0
  private var donePosition = 0
  private var last: (graph: TargetGraph, number: Int)?

  init(_ plan: ChunkPlan, emit: @escaping (Chunk) throws -> Void) {
    self.plan = plan
    self.emit = emit
  }

  func handle(_ quad: borrowing EncodedQuad) throws {
    position += 1
    guard position > plan.skip else {
      donePosition = position
      return
    }
    let hasBlank = quad.hasBlankNode
    if hasBlank { blankCount += 1 }
    switch plan.blanks {
    case .with: break
    case .without: if hasBlank { return }
    case .only: if !hasBlank { return }
    }
    let graph = try graph(of: quad)
    if known.insert(graph).inserted { newGraphs.append(graph) }
    graphCounts[graph, default: 0] += 1
    let number = number(of: plan.separatesGraphs ? graph : .all)
    let before = documents[number].lines.byteCount
    documents[number].lines.append(quad, withGraph: !plan.separatesGraphs)
    byteCount += documents[number].lines.byteCount - before
    if byteCount >= plan.byteLimit { try handOut(isEnd: false) }
  }

  /// Hands out what is left.
  func finish() throws { try handOut(isEnd: true) }

  private func handOut(isEnd: Bool) throws {
    let filled = documents.indices.filter { documents[$0].lines.count > 0 }
    for number in filled {
      let graph = documents[number].graph
      let isLast = number == filled.last
      let count = documents[number].lines.count
      let opened = graph == .all ? newGraphs : newGraphs.filter { $0 == graph }
      try emit(
        Chunk(
          graph: graph, bytes: documents[number].lines.take(), count: count, newGraphs: opened,
          graphCounts: graph == .all ? graphCounts : [graph: count],
          start: donePosition, position: isLast ? position : donePosition, isLast: isEnd))
    }
    graphCounts = [:]
    // A corpus has a graph for each of its articles; those that are done are not kept.
    if documents.count > 64 {
      documents = []
      numbers = [:]
      last = nil
    }
    newGraphs = []
    byteCount = 0
    donePosition = position
  }

  private func graph(of quad: borrowing EncodedQuad) throws -> TargetGraph {
    switch quad.graph.kind {
    case .none:
      guard plan.hasDefaultGraph else {
        throw LoadError.impossible(
          "this store has no default graph: say with --graph where statements go that are in none")
      }
      return .unnamed
    case .iri: return .named(quad.text(of: quad.graph))
    default:
      guard !plan.separatesGraphs else {
        throw LoadError.impossible(
          "a graph is named by a blank node, which no address can name; name it with --skolemize")
      }
      return .named("_:" + quad.text(of: quad.graph))
    }
  }

  private func number(of graph: TargetGraph) -> Int {
    if let last, last.graph == graph { return last.number }
    let number: Int
    if let found = numbers[graph] {
      number = found
    } else {
      number = documents.count
      documents.append((graph, QuadLines()))
      numbers[graph] = number
    }
    last = (graph, number)
    return number
  }
}
