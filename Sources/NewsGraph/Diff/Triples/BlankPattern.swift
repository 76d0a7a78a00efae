/// The pattern by which SPARQL finds the blank nodes that changes speak of.
struct BlankPattern: Sendable {
  /// The blank nodes of the pattern by their labels in the old version, with `_:`.
  private(set) var labels: [String] = []
  /// What the old version says of them and of the blank nodes around them.
  private(set) var pattern: [String] = []
  /// The changed nodes for which the pattern also fits others.
  private(set) var ambiguous: [String] = []

  /// Makes the pattern; nothing where the changes speak of no blank node of the old version.
  init?(_ changes: TripleChanges, old: QuadStore) {
    let changed = Set((changes.removed + changes.added).flatMap { LineTerms($0).blanks })
    let start = changed.compactMap { old.term($0) }.filter(old.isBlank).sorted()
    if start.isEmpty { return nil }
    var entriesOf: [Int32: [QuadStore.Entry]] = [:]
    var known: Set<QuadStore.Entry> = []
    let entries = old.entries.filter { known.insert($0).inserted }
    for entry in entries {
      for term in Set([entry.subject, entry.object, entry.graph]) where old.isBlank(term) {
        entriesOf[term, default: []].append(entry)
      }
    }
    let matcher = PatternMatcher(entries)
    var seen: Set<Int32> = []
    for node in start where !seen.contains(node) {
      var component: Set<Int32> = [node]
      var front = [node]
      var taken: Set<QuadStore.Entry> = []
      var found: [QuadStore.Entry] = []
      while let next = front.popLast() {
        for entry in entriesOf[next] ?? [] where taken.insert(entry).inserted {
          found.append(entry)
          for term in [entry.subject, entry.object, entry.graph]
          where old.isBlank(term) && component.insert(term).inserted {
            front.append(term)
          }
        }
      }
      seen.formUnion(component)
      labels += component.sorted().map(old.text)
      pattern += found.map { String(decoding: old.line($0).dropLast(), as: UTF8.self) }
      if !matcher.isUnique(found, variables: component) {
        ambiguous.append(old.text(of: node))
      }
    }
    pattern.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// Counts the ways in which a pattern fits a graph, up to two.
///
/// As in SPARQL, several variables may stand for one thing, and a variable for anything.
private struct PatternMatcher {
  private var bySubject: [Int32: [QuadStore.Entry]] = [:]
  private var byObject: [Int32: [QuadStore.Entry]] = [:]
  private var byPredicate: [Int32: [QuadStore.Entry]] = [:]

  /// The number of steps after which a pattern is taken for one that fits more than once.
  private static let stepLimit = 200_000

  init(_ entries: [QuadStore.Entry]) {
    for entry in entries {
      bySubject[entry.subject, default: []].append(entry)
      byObject[entry.object, default: []].append(entry)
      byPredicate[entry.predicate, default: []].append(entry)
    }
  }

  /// Whether the pattern fits in one way alone.
  func isUnique(_ pattern: [QuadStore.Entry], variables: Set<Int32>) -> Bool {
    var search = Search(left: pattern, variables: variables)
    count(&search)
    return search.count == 1 && search.steps < Self.stepLimit
  }

  private struct Search {
    var left: [QuadStore.Entry]
    let variables: Set<Int32>
    var bound: [Int32: Int32] = [:]
    var count = 0
    var steps = 0

    /// What a term of the pattern stands for; nothing while that is open.
    func value(_ term: Int32) -> Int32? { variables.contains(term) ? bound[term] : term }
  }

  private func count(_ search: inout Search) {
    search.steps += 1
    guard search.count < 2, search.steps < Self.stepLimit else { return }
    // The line with the fewest candidates is next.
    var best: (index: Int, candidates: [QuadStore.Entry])?
    for (index, line) in search.left.enumerated() {
      let candidates = candidates(line, search)
      if best.map({ candidates.count < $0.candidates.count }) ?? true { best = (index, candidates) }
      if candidates.count <= 1 { break }
    }
    guard let best else {
      search.count += 1
      return
    }
    let line = search.left.remove(at: best.index)
    defer { search.left.insert(line, at: best.index) }
    for candidate in best.candidates {
      let saved = search.bound
      if bind(line, candidate, &search) { count(&search) }
      search.bound = saved
    }
  }

  private func candidates(_ line: QuadStore.Entry, _ search: Search) -> [QuadStore.Entry] {
    var found = byPredicate[line.predicate] ?? []
    if let subject = search.value(line.subject) {
      let other = bySubject[subject] ?? []
      if other.count < found.count { found = other }
    }
    if let object = search.value(line.object) {
      let other = byObject[object] ?? []
      if other.count < found.count { found = other }
    }
    return found
  }

  private func bind(_ line: QuadStore.Entry, _ entry: QuadStore.Entry, _ search: inout Search)
    -> Bool
  {
    guard line.predicate == entry.predicate, (line.graph < 0) == (entry.graph < 0) else {
      return false
    }
    for (term, value) in [
      (line.subject, entry.subject), (line.object, entry.object), (line.graph, entry.graph),
    ] {
      if let known = search.value(term) {
        guard known == value else { return false }
      } else {
        search.bound[term] = value
      }
    }
    return true
  }
}
