/// Which blank nodes of two graphs stand for the same thing.
///
/// Graphs that are the same but for labels are found by RDFC-1.0. Where they differ its labels say
/// little, as one changed statement gives many nodes other numbers; then nodes are matched by what
/// is around them: first those whose whole neighbourhoods are alike, later those that share most
/// statements. Every matching gives changes that lead from one graph to the other; a better one
/// gives fewer. https://www.w3.org/TR/rdf-canon/
struct BlankMatching {
  /// The old node for each new node that has one.
  private(set) var partners: [Int32: Int32] = [:]
  /// What could not be made sure, in words.
  private(set) var note: String?

  private let old: BlankSide
  private let new: BlankSide

  /// Matches the blank nodes.
  init(old oldStore: QuadStore, new newStore: QuadStore, workLimit: Int) {
    old = BlankSide(oldStore)
    new = BlankSide(newStore)
    guard !old.nodes.isEmpty, !new.nodes.isEmpty else { return }
    if matchCanonically(oldStore, newStore, workLimit) { return }
    matchAlike()
    matchSimilar()
  }

  /// Matches all nodes where the graphs are the same; whether they are.
  private mutating func matchCanonically(
    _ oldStore: QuadStore, _ newStore: QuadStore, _ workLimit: Int
  ) -> Bool {
    do throws(CanonicalizationError) {
      let left = try CanonicalDataset(oldStore, workLimit: workLimit)
      let right = try CanonicalDataset(newStore, workLimit: workLimit)
      guard left == right else { return false }
      let oldLabels = Dictionary(
        left.labels.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
      for (label, canonical) in right.labels {
        guard let term = newStore.term("_:" + label),
          let partner = oldLabels[canonical].flatMap({ oldStore.term("_:" + $0) })
        else { continue }
        partners[term] = partner
      }
      return true
    } catch {
      note = "Blank nodes are matched by what is around them alone: \(error)."
      return false
    }
  }
}

// MARK: - Alike neighbourhoods

extension BlankMatching {
  /// How many nodes are told from their doubles one by one; the doubles that are left are paired in
  /// the order of the documents.
  private var doubleLimit: Int { max(4, 20_000 / max(old.nodes.count, new.nodes.count)) }

  /// Matches nodes whose neighbourhoods are the same, however far they reach.
  private mutating func matchAlike() {
    var doubles = 0
    var colors = (old: old.startColors, new: new.startColors)
    while true {
      refine(&colors)
      let left = old.classes(colors.old)
      let right = new.classes(colors.new)
      var matched = false
      var smallest: (size: Int, node: Int32, color: UInt64)?
      let classes = right.sorted { $0.value[0] < $1.value[0] }
      for (color, nodes) in classes {
        guard let others = left[color] else { continue }
        if nodes.count == 1, others.count == 1 {
          match(nodes[0], others[0], &colors)
          matched = true
        } else if smallest.map({ ($0.size, $0.node) > (nodes.count, nodes[0]) }) ?? true {
          smallest = (nodes.count, nodes[0], color)
        }
      }
      if matched { continue }
      guard let smallest, let nodes = right[smallest.color], let others = left[smallest.color]
      else { return }
      doubles += 1
      if doubles <= doubleLimit {
        match(nodes[0], others[0], &colors)
        continue
      }
      for (color, nodes) in classes {
        guard let others = left[color] else { continue }
        for (node, other) in zip(nodes, others) { match(node, other, &colors) }
      }
      return
    }
  }

  /// Makes colours tell what the neighbours are, until that tells no more nodes apart; both sides
  /// take as many rounds, as a colour depends on their number.
  private func refine(_ colors: inout (old: [Int32: UInt64], new: [Int32: UInt64])) {
    var counts = (0, 0)
    for _ in 0..<64 {
      let next = (Set(colors.old.values).count, Set(colors.new.values).count)
      if next == counts { return }
      counts = next
      colors = (old.refined(colors.old), new.refined(colors.new))
    }
  }

  private mutating func match(
    _ node: Int32, _ other: Int32, _ colors: inout (old: [Int32: UInt64], new: [Int32: UInt64])
  ) {
    partners[node] = other
    // A colour that no other pair has.
    let color = BlankSide.mix(UInt64(partners.count) ^ 0x5EED_0000_0000_0000)
    colors.new[node] = color
    colors.old[other] = color
    old.fix(other, color)
    new.fix(node, color)
  }
}

// MARK: - Similar neighbourhoods

extension BlankMatching {
  /// A surrounding that more nodes than this share says nothing of any of them.
  private static let commonLimit = 64

  /// Matches nodes that share statements, those with the most of them first.
  private mutating func matchSimilar() {
    while true {
      var holders: [UInt64: [Int32]] = [:]
      for node in old.nodes where !old.isFixed(node) {
        for sign in old.signs(of: node) { holders[sign, default: []].append(node) }
      }
      if holders.isEmpty { return }
      var pairs: [(score: Int, node: Int32, other: Int32)] = []
      for node in new.nodes where !new.isFixed(node) {
        var scores: [Int32: Int] = [:]
        for sign in new.signs(of: node) {
          guard let found = holders[sign], found.count <= Self.commonLimit else { continue }
          for other in found { scores[other, default: 0] += 1 }
        }
        for (other, score) in scores { pairs.append((score, node, other)) }
      }
      if pairs.isEmpty { return }
      // The numbers of nodes follow the documents, so that the outcome is the same in every run.
      pairs.sort { ($1.score, $0.node, $0.other) < ($0.score, $1.node, $1.other) }
      var colors: (old: [Int32: UInt64], new: [Int32: UInt64]) = ([:], [:])
      for pair in pairs where !new.isFixed(pair.node) && !old.isFixed(pair.other) {
        match(pair.node, pair.other, &colors)
      }
    }
  }
}

/// The blank nodes of one graph with the statements that they are in.
private final class BlankSide {
  /// The blank nodes in the order of the document.
  let nodes: [Int32]
  private let entries: [QuadStore.Entry]
  private let incident: [Int32: [Int]]
  private var constants: [UInt64]
  private let blanks: Set<Int32>
  /// The colours of nodes that have a partner.
  private var fixed: [Int32: UInt64] = [:]

  init(_ store: QuadStore) {
    entries = Array(Set(store.entries)).filter { entry in
      store.isBlank(entry.subject) || store.isBlank(entry.object)
        || store.isBlank(entry.graph)
    }
    var incident: [Int32: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      for term in Set([entry.subject, entry.object, entry.graph])
      where store.isBlank(term) {
        incident[term, default: []].append(index)
      }
    }
    self.incident = incident
    nodes = incident.keys.sorted()
    blanks = Set(nodes)
    constants = [UInt64](repeating: 0, count: store.termCount)
    for entry in entries {
      for term in [entry.subject, entry.predicate, entry.object, entry.graph]
      where term >= 0 && constants[Int(term)] == 0 && !store.isBlank(term) {
        constants[Int(term)] = Self.hash(store.bytes(of: term))
      }
    }
  }

  var startColors: [Int32: UInt64] {
    Dictionary(nodes.map { ($0, 1) }, uniquingKeysWith: { first, _ in first })
  }

  func fix(_ node: Int32, _ color: UInt64) { fixed[node] = color }

  func isFixed(_ node: Int32) -> Bool { fixed[node] != nil }

  /// The nodes without a partner by colour, each class in the order of the document.
  func classes(_ colors: [Int32: UInt64]) -> [UInt64: [Int32]] {
    var classes: [UInt64: [Int32]] = [:]
    for node in nodes where fixed[node] == nil {
      classes[colors[node] ?? 0, default: []].append(node)
    }
    return classes
  }

  /// Colours that also tell the colours of the neighbours.
  func refined(_ colors: [Int32: UInt64]) -> [Int32: UInt64] {
    var next = colors
    for node in nodes where fixed[node] == nil {
      var sum: UInt64 = 0
      for index in incident[node] ?? [] {
        sum = sum &+ color(of: entries[index], around: node) { colors[$0] ?? 0 }
      }
      next[node] = Self.mix((colors[node] ?? 0) &+ sum)
    }
    return next
  }

  /// What the statements around a node say, its neighbours without a partner being anything.
  func signs(of node: Int32) -> [UInt64] {
    (incident[node] ?? []).map { index in
      color(of: entries[index], around: node) { self.fixed[$0] ?? 7 }
    }
  }

  private func color(
    of entry: QuadStore.Entry, around node: Int32, _ colorOfBlank: (Int32) -> UInt64
  ) -> UInt64 {
    func part(_ term: Int32) -> UInt64 {
      if term < 0 { return 3 }
      if term == node { return 5 }
      return blanks.contains(term) ? colorOfBlank(term) : constants[Int(term)]
    }
    var color = Self.mix(part(entry.subject) ^ 0x11)
    color = Self.mix(color ^ part(entry.predicate))
    color = Self.mix(color ^ part(entry.object) ^ 0x2200)
    return Self.mix(color ^ part(entry.graph) ^ 0x330000)
  }

  static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = UInt64(bytes.count)
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mix(hash)
  }
}
