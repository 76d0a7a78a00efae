/// The labelling of blank nodes by RDFC-1.0.
///
/// https://www.w3.org/TR/rdf-canon/#canon-algorithm
struct BlankLabeling {
  let store: QuadStore
  private let hash: CanonicalizationHash
  private let workLimit: Int
  private var work = 0
  private var quads: [Int32: [Int]] = [:]
  private var firstDegree: [Int32: [UInt8]] = [:]
  private var canonical = IdentifierIssuer(prefix: "c14n")

  init(_ store: QuadStore, hash: CanonicalizationHash, workLimit: Int) {
    self.store = store
    self.hash = hash
    self.workLimit = workLimit
    var seen: Set<QuadStore.Entry> = []
    for (index, entry) in store.entries.enumerated() {
      let blanks = Set([entry.subject, entry.object, entry.graph].filter(store.isBlank))
      // Repetitions of a quad say nothing, and would change the hashes.
      if blanks.isEmpty || !seen.insert(entry).inserted { continue }
      for blank in blanks { quads[blank, default: []].append(index) }
    }
  }

  /// The blank nodes with their numbers.
  var canonicalNumbers: some Sequence<(Int32, Int)> {
    canonical.order.enumerated().lazy.map { ($1, $0) }
  }

  /// Finds the label of each blank node.
  mutating func run() throws(CanonicalizationError) {
    var nodes: [[UInt8]: [Int32]] = [:]
    for node in quads.keys.sorted() {
      let hash = hashFirstDegree(node)
      firstDegree[node] = hash
      nodes[hash, default: []].append(node)
    }
    let hashes = nodes.keys.sorted { $0.lexicographicallyPrecedes($1) }
    for hash in hashes {
      if let node = nodes[hash], node.count == 1 { canonical.issue(node[0]) }
    }
    for hash in hashes {
      guard let alike = nodes[hash], alike.count > 1 else { continue }
      try label(alike)
    }
  }

  private mutating func label(_ alike: [Int32]) throws(CanonicalizationError) {
    var results: [NDegreeResult] = []
    for node in alike where canonical.number(of: node) == nil {
      var issuer = IdentifierIssuer(prefix: "b")
      issuer.issue(node)
      results.append(try hashNDegree(node, issuer))
    }
    results.sort { $0.hash.lexicographicallyPrecedes($1.hash) }
    for result in results {
      for node in result.issuer.order { canonical.issue(node) }
    }
  }

  /// Adds a quad with canonical labels as a line of N-Quads.
  func appendLine(_ entry: QuadStore.Entry, to text: inout [UInt8]) {
    for term in [entry.subject, entry.predicate, entry.object, entry.graph] where term >= 0 {
      if store.isBlank(term), let number = canonical.number(of: term) {
        canonical.append(number, to: &text)
      } else {
        text += store.bytes(of: term)
      }
      text.append(UInt8(ascii: " "))
    }
    text.append(UInt8(ascii: "."))
    text.append(0x0A)
  }
}

// MARK: - First degree

extension BlankLabeling {
  /// The hash of the quads of a node.
  ///
  /// https://www.w3.org/TR/rdf-canon/#hash-1d-quads
  private func hashFirstDegree(_ node: Int32) -> [UInt8] {
    var lines: [[UInt8]] = []
    for index in quads[node] ?? [] {
      let entry = store.entries[index]
      var line: [UInt8] = []
      for term in [entry.subject, entry.predicate, entry.object, entry.graph] where term >= 0 {
        if store.isBlank(term) {
          line += Array((term == node ? "_:a" : "_:z").utf8)
        } else {
          line += store.bytes(of: term)
        }
        line.append(UInt8(ascii: " "))
      }
      lines.append(line + [UInt8(ascii: "."), 0x0A])
    }
    lines.sort { $0.lexicographicallyPrecedes($1) }
    return hash.digits(of: Array(lines.joined()))
  }
}

// MARK: - N degrees

extension BlankLabeling {
  /// The hash of a node with the labels that were given on the way.
  struct NDegreeResult {
    var hash: [UInt8]
    var issuer: IdentifierIssuer
  }

  private mutating func countWork() throws(CanonicalizationError) {
    work += 1
    if work > workLimit { throw .tooComplex(limit: workLimit) }
  }

  /// The hash of a node with what it is connected to, and the labels given on the way.
  ///
  /// https://www.w3.org/TR/rdf-canon/#hash-nd-quads
  private mutating func hashNDegree(_ node: Int32, _ start: IdentifierIssuer, depth: Int = 0)
    throws(CanonicalizationError) -> NDegreeResult
  {
    try countWork()
    // The recursion follows chains of nodes that are alike; the stack is not endless.
    guard depth < 2000 else { throw .tooComplex(limit: workLimit) }
    var issuer = start
    var related: [[UInt8]: [Int32]] = [:]
    for index in quads[node] ?? [] {
      let entry = store.entries[index]
      for (position, term) in [("s", entry.subject), ("o", entry.object), ("g", entry.graph)]
      where term != node && store.isBlank(term) {
        try countWork()
        let hash = hashRelated(term, entry, issuer, position)
        related[hash, default: []].append(term)
      }
    }
    var data: [UInt8] = []
    for hash in related.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      data += hash
      let chosen = try choosePath(related[hash] ?? [], issuer, depth)
      data += chosen.path
      issuer = chosen.issuer
    }
    return NDegreeResult(hash: hash.digits(of: data), issuer: issuer)
  }

  /// The hash of a node as one that another is connected to.
  ///
  /// https://www.w3.org/TR/rdf-canon/#hash-related-blank-node
  private func hashRelated(
    _ related: Int32, _ entry: QuadStore.Entry, _ issuer: IdentifierIssuer, _ position: String
  ) -> [UInt8] {
    var input = Array(position.utf8)
    if position != "g" { input += store.bytes(of: entry.predicate) }
    if let number = canonical.number(of: related) {
      canonical.append(number, to: &input)
    } else if let number = issuer.number(of: related) {
      issuer.append(number, to: &input)
    } else {
      input += firstDegree[related] ?? []
    }
    return hash.digits(of: input)
  }

  private struct Path {
    var path: [UInt8]
    var issuer: IdentifierIssuer
  }

  /// Tries all orders of nodes that look alike, and takes the one whose path sorts first.
  private mutating func choosePath(_ nodes: [Int32], _ issuer: IdentifierIssuer, _ depth: Int)
    throws(CanonicalizationError) -> Path
  {
    var chosen: Path?
    var permutations = Permutations(nodes)
    while let permutation = permutations.next() {
      try countWork()
      if let path = try path(permutation, issuer, depth, best: chosen?.path) {
        if chosen.map({ path.path.lexicographicallyPrecedes($0.path) }) ?? true { chosen = path }
      }
    }
    return chosen ?? Path(path: [], issuer: issuer)
  }

  /// The path of one order; nothing as soon as it is known to sort behind the best one.
  private mutating func path(
    _ nodes: [Int32], _ start: IdentifierIssuer, _ depth: Int, best: [UInt8]?
  ) throws(CanonicalizationError) -> Path? {
    var issuer = start
    var path: [UInt8] = []
    var open: [Int32] = []
    func isWorse() -> Bool {
      guard let best else { return false }
      return path.count >= best.count && best.lexicographicallyPrecedes(path)
    }
    for node in nodes {
      if let number = canonical.number(of: node) {
        canonical.append(number, to: &path)
      } else {
        if issuer.number(of: node) == nil { open.append(node) }
        issuer.append(issuer.issue(node), to: &path)
      }
      if isWorse() { return nil }
    }
    for node in open {
      let result = try hashNDegree(node, issuer, depth: depth + 1)
      issuer.append(issuer.issue(node), to: &path)
      path.append(UInt8(ascii: "<"))
      path += result.hash
      path.append(UInt8(ascii: ">"))
      issuer = result.issuer
      if isWorse() { return nil }
    }
    return Path(path: path, issuer: issuer)
  }
}

/// All orders of some nodes, one after the other.
struct Permutations {
  private var nodes: [Int32]
  private var counters: [Int]
  private var index = 0
  private var isFirst = true

  init(_ nodes: [Int32]) {
    self.nodes = nodes
    counters = [Int](repeating: 0, count: nodes.count)
  }

  /// The next order, by Heap's algorithm.
  mutating func next() -> [Int32]? {
    if isFirst {
      isFirst = false
      return nodes
    }
    while index < nodes.count {
      if counters[index] < index {
        nodes.swapAt(index % 2 == 0 ? 0 : counters[index], index)
        counters[index] += 1
        index = 0
        return nodes
      }
      counters[index] = 0
      index += 1
    }
    return nil
  }
}
