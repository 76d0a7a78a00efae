/// The comparison of two files of N-Triples or N-Quads without blank nodes, which needs no graph:
/// only the hashes of the lines are kept, and the text of the lines that differ.
struct LineComparison {
  /// What came of it.
  enum Outcome {
    /// The statements that differ; whether the files speak of articles as NewsGraph does.
    case compared(TripleChanges, isKnowledge: Bool)
    /// There are blank nodes, which have to be matched first.
    case needsMatching
  }

  let old: any QuadSource
  let new: any QuadSource
  let options: GraphReadingOptions

  /// Compares the files.
  ///
  /// - Throws: `GraphReadingError`.
  func run() throws -> Outcome {
    let keys = LineKeys()
    do {
      try old.read(options, into: keys)
      keys.pass = .new
      try new.read(options, into: keys) { KnownLineFilter($0, keys) }
      if keys.table.hasOldOnly {
        keys.pass = .removed
        try old.read(options, into: keys) { KnownLineFilter($0, keys) }
      }
    } catch is LineKeys.BlankNodeFound {
      return .needsMatching
    }
    keys.changes.sort()
    return .compared(keys.changes, isKnowledge: keys.isKnowledge)
  }
}

/// A handler that keeps the hash of each line, and in the end the lines that differ.
final class LineKeys: QuadHandler {
  /// Ends the reading at the first blank node.
  struct BlankNodeFound: Error {}

  enum Pass {
    case old
    case new
    case removed
  }

  var pass = Pass.old
  private(set) var table = LineKeyTable()
  var changes = TripleChanges()
  /// Whether an article or a statement of NewsGraph was met.
  private(set) var isKnowledge = false
  private var scratch = TextBuffer(capacity: 1024)
  private var detector = KnowledgeDetector()

  func handle(_ quad: borrowing EncodedQuad) throws {
    if quad.subject.kind == .blank || quad.object.kind == .blank || quad.graph.kind == .blank
      || quad.object.kind == .triple
    {
      throw BlankNodeFound()
    }
    if !isKnowledge { isKnowledge = detector.isKnowledge(quad) }
    scratch.removeAll()
    scratch.appendLine(quad, withGraph: true)
    let key = table.key(scratch.bytes)
    switch pass {
    case .old: table.insertOld(key)
    case .new: if table.insertNew(key) { changes.added.append(line) }
    case .removed: if table.takeOld(key) { changes.removed.append(line) }
    }
  }

  /// Whether a line needs no parser, as it is the canonical form of a statement that was read before
  /// and does not differ.
  func isKnown(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let key = table.key(bytes, range)
    switch pass {
    case .old: return false
    case .new: return table.meetNew(key)
    case .removed: return table.isSettled(key)
    }
  }

  private var line: String {
    String(decoding: scratch.bytes.dropLast(), as: UTF8.self)
  }
}

/// Tells the RDF that NewsGraph writes by the classes of its nodes.
struct KnowledgeDetector {
  private static let type = Array(RDF.type.string.utf8)
  private static let classes = [NG.article, NG.statement].map { Array($0.string.utf8) }

  /// Whether a quad says that something is an article or a statement of NewsGraph.
  func isKnowledge(_ quad: borrowing EncodedQuad) -> Bool {
    guard quad.object.kind == .iri,
      Self.classes.contains(where: { $0.count == quad.object.text.count }),
      areSame(quad.bytes.span, quad.predicate.text, Self.type.span, 0..<Self.type.count)
    else { return false }
    return Self.classes.contains {
      areSame(quad.bytes.span, quad.object.text, $0.span, 0..<$0.count)
    }
  }
}
