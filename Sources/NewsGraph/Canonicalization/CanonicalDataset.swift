/// The canonical form of a dataset: the same for all documents that say the same, whatever the
/// labels of their blank nodes and the order of their statements.
///
/// https://www.w3.org/TR/rdf-canon/
public struct CanonicalDataset: Sendable {
  /// The label that each blank node gets, by the label in the document: `b0` is `c14n3`.
  public let labels: [String: String]
  private let text: [UInt8]
  private let ranges: [Range<Int>]

  /// Finds the canonical form.
  ///
  /// - Parameters:
  ///   - store: The dataset.
  ///   - hash: The hash function.
  ///   - workLimit: How many steps the comparison of alike blank nodes may take. It can take
  ///     exponentially many for graphs that are made for that.
  /// - Throws: `CanonicalizationError` where the limit is reached, or triple terms are found.
  public init(
    _ store: QuadStore, hash: CanonicalizationHash = .sha256,
    workLimit: Int = CanonicalDataset.standardWorkLimit
  ) throws(CanonicalizationError) {
    if store.hasTripleTerms { throw .tripleTerms }
    var labeling = BlankLabeling(store, hash: hash, workLimit: workLimit)
    try labeling.run()
    var labels: [String: String] = [:]
    for (term, number) in labeling.canonicalNumbers {
      labels[String(store.text(of: term).dropFirst(2))] = "c14n\(number)"
    }
    self.labels = labels
    var text: [UInt8] = []
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(store.entries.count)
    for entry in store.entries {
      let begin = text.count
      labeling.appendLine(entry, to: &text)
      ranges.append(begin..<text.count)
    }
    (self.text, self.ranges) = (text, Self.sorted(ranges, of: text))
  }

  /// The number of steps that is enough for lists of a thousand blank nodes that look alike, and
  /// takes some seconds.
  public static let standardWorkLimit = 1_000_000

  /// The number of different quads.
  public var count: Int { ranges.count }

  /// The quads in N-Quads, in code point order, each once, without line feeds.
  public var lines: some Sequence<String> {
    ranges.lazy.map { String(decoding: text[$0.lowerBound..<($0.upperBound - 1)], as: UTF8.self) }
  }

  /// Writes the quads as N-Quads.
  public func write(to sink: OutputSink) throws(OutputError) {
    var buffer = TextBuffer(capacity: OutputSink.chunkSize)
    for range in ranges {
      buffer.append(text.span, range)
      try buffer.flushIfLarge(to: sink)
    }
    try buffer.flush(to: sink)
  }

  /// Hands on the quads as readers do.
  public func forEach(_ handler: any QuadHandler) throws {
    var options = GraphReadingOptions(readsRDF12: true)
    options.limits.termLength = max(text.count, options.limits.termLength)
    var document: [UInt8] = []
    document.reserveCapacity(text.count)
    for range in ranges { document.append(text.span, range) }
    _ = try GraphReader(options: options).read(document, as: .nquads, into: handler)
  }

  private static func sorted(_ ranges: [Range<Int>], of text: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(ranges.count)
    text.withUnsafeBytes { bytes in
      func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        UnsafeRawBufferPointer(rebasing: bytes[left])
          .lexicographicallyPrecedes(UnsafeRawBufferPointer(rebasing: bytes[right]))
      }
      for range in ranges.sorted(by: precedes) {
        if let last = result.last, bytes[last].elementsEqual(bytes[range]) { continue }
        result.append(range)
      }
    }
    return result
  }
}

extension CanonicalDataset: Equatable {
  /// Whether two datasets are isomorphic: the same but for the labels of blank nodes.
  public static func == (left: CanonicalDataset, right: CanonicalDataset) -> Bool {
    left.ranges.count == right.ranges.count
      && zip(left.ranges, right.ranges).allSatisfy { a, b in
        areSame(left.text.span, a, right.text.span, b)
      }
  }
}

/// The error that a graph has no canonical form within the bounds of time.
public enum CanonicalizationError: Error, Hashable, CustomStringConvertible {
  /// Telling alike blank nodes apart takes too many steps.
  case tooComplex(limit: Int)
  /// There are triple terms of RDF 1.2, which RDFC-1.0 knows nothing of.
  case tripleTerms

  /// A sentence for people.
  public var description: String {
    switch self {
    case .tripleTerms: "RDFC-1.0 has no canonical form for triple terms of RDF 1.2"
    case .tooComplex(let limit):
      "the blank nodes are so alike that telling them apart takes more than \(limit) steps;"
        + " the graph may be made for that, or the limit be raised"
    }
  }
}
