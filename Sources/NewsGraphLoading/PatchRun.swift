import AsyncHTTPClient
import Foundation
import NIOHTTP1
import NewsGraph

/// One load that applies the difference between two graphs.
///
/// What is removed and what is added have nothing in common, so that the requests can be done twice,
/// and in any order, with the same end.
struct PatchRun {
  private let loader: GraphLoader
  private let old: GraphVersion

  /// The longest update, in bytes.
  private static let byteLimit = 1 << 20

  init(_ loader: GraphLoader, _ old: GraphVersion) {
    self.loader = loader
    self.old = old
  }

  /// Compares the graphs, sends the difference, and counts what is there before and after.
  func run(_ state: inout LoadState) async throws -> LoadReport.CountCheck {
    guard let update = loader.address.update else {
      throw LoadError.impossible("a patch needs the address where updates are taken")
    }
    let changes = try changes()
    state.changes = (changes.added.count, changes.removed.count)
    let graphs = try touchedGraphs(changes)
    let before = try await checkBefore(graphs, &state)
    var limit = Self.byteLimit
    var updates = UpdateTexts(changes, target: loader.graph?.string)
    let most = loader.address.kind?.updateLimit ?? 20_000
    while let next = updates.next(statements: most, bytes: limit) {
      do {
        _ = try await state.connection.send(
          StoreRequest(
            method: .POST, address: update, contentType: "application/sparql-update",
            body: { [text = next.text] in .bytes(text) }))
      } catch LoadError.refused(let refusal) where refusal.status == 413 && next.count > 1 {
        limit = max(next.text.count / 2, 1)
        updates.takeBack(next)
        continue
      }
      state.done(statements: next.count, bytes: next.text.count, position: 0)
    }
    return try await checkAfter(graphs, before, &state)
  }

  private func changes() throws -> TripleChanges {
    guard loader.graphs.count == 1, let new = loader.graphs.first else {
      throw LoadError.impossible("a patch leads from one graph to one other")
    }
    guard loader.mergesGraphs || (old.hasNamedGraphs ?? true) == (new.hasNamedGraphs ?? true) else {
      throw LoadError.impossible(
        "only one of \(old.name) and \(new.name) has named graphs; with --merge-graphs they are"
          + " passed over in both")
    }
    var comparison = GraphComparison(reading: loader.reading)
    comparison.comparesKnowledge = false
    comparison.findsLabels = false
    // Records and versions of a corpus have named graphs as soon as they are loaded.
    comparison.mergesGraphs =
      loader.mergesGraphs || (old.hasNamedGraphs == false && new.hasNamedGraphs == false)
    let diff = try comparison.compare(old, new)
    guard !diff.concernsBlankNodes else {
      throw LoadError.impossible(
        "the difference is about blank nodes, which no update can point at; use --replace")
    }
    return diff.triples
  }

  /// The graphs that change, with how many statements they gain.
  private func touchedGraphs(_ changes: TripleChanges) throws -> [TargetGraph: Int] {
    var graphs: [TargetGraph: Int] = [:]
    for (lines, sign) in [(changes.removed, -1), (changes.added, 1)] {
      for line in lines {
        graphs[UpdateTexts.graph(of: line, loader.graph?.string), default: 0] += sign
      }
    }
    guard graphs[.unnamed] == nil || loader.address.kind?.hasDefaultGraph ?? true else {
      throw LoadError.impossible(
        "this store has no default graph: say with --graph where statements are that are in none")
    }
    return graphs
  }

  /// The graphs whose statements can be counted, in an order that is always the same.
  private func countable(_ graphs: [TargetGraph: Int]) -> [TargetGraph] {
    guard loader.counts, loader.address.query != nil else { return [] }
    return graphs.keys.filter { $0 != .unnamed || loader.address.canCountDefaultGraph }
      .sorted { ($0.name ?? "") < ($1.name ?? "") }
  }

  /// Makes sure that the store has the old graph, as far as numbers tell.
  private func checkBefore(_ graphs: [TargetGraph: Int], _ state: inout LoadState) async throws
    -> [TargetGraph: Int]
  {
    let names = countable(graphs)
    if names.isEmpty { return [:] }
    let counter = GraphCounts(connection: state.connection, address: loader.address)
    let found = try await counter.counts(of: names)
    let once = QuadCounter(countsOnce: true)
    var source = loader.source
    source.versions = [old]
    try source.read(into: once)
    var expected: [TargetGraph: Int] = [:]
    for graph in once.graphs { expected[TargetGraph(name: graph.name)] = graph.count }
    let wrong = names.compactMap { graph -> LoadError.CountDifference? in
      let count = expected[graph] ?? 0
      let number = found[graph] ?? 0
      return number == count
        ? nil : .init(graph: graph.name, expected: count...count, found: number)
    }
    guard wrong.isEmpty else {
      let isDone = names.allSatisfy { found[$0] == (expected[$0] ?? 0) + (graphs[$0] ?? 0) }
      if isDone {
        throw LoadError.impossible(
          "the store does not hold \(old.name), but as many statements as the new graph has:"
            + " the patch is applied already")
      }
      throw LoadError.impossible(
        "the store does not hold \(old.name): \(LoadError.different(wrong)); use --replace, or"
          + " --no-count to change it all the same")
    }
    return found
  }

  private func checkAfter(
    _ graphs: [TargetGraph: Int], _ before: [TargetGraph: Int], _ state: inout LoadState
  ) async throws -> LoadReport.CountCheck {
    guard loader.counts else { return .notMade("not asked for") }
    guard loader.address.query != nil else { return .notMade("no query endpoint is known") }
    let names = countable(graphs)
    if names.isEmpty { return .notMade("no graph that could be counted has changed") }
    let counter = GraphCounts(connection: state.connection, address: loader.address)
    let after = try await counter.counts(of: names)
    let wrong = names.compactMap { graph -> LoadError.CountDifference? in
      let expected = (before[graph] ?? 0) + (graphs[graph] ?? 0)
      let found = after[graph] ?? 0
      return found == expected
        ? nil : .init(graph: graph.name, expected: expected...expected, found: found)
    }
    return wrong.isEmpty
      ? .right(graphs: names.count, statements: after.values.reduce(0, +)) : .wrong(wrong)
  }
}

/// The updates of a patch, of limited length.
struct UpdateTexts {
  /// An update.
  struct Update {
    /// The update in SPARQL.
    var text: [UInt8]
    /// How many statements it removes or adds.
    var count: Int
  }

  private let lines: [(line: String, isAdded: Bool)]
  private let target: String?
  private var position = 0

  /// Makes updates: what is removed, then what is added.
  init(_ changes: TripleChanges, target: String?) {
    lines = changes.removed.map { ($0, false) } + changes.added.map { ($0, true) }
    self.target = target
  }

  /// The next update; nothing at the end.
  mutating func next(statements: Int, bytes: Int) -> Update? {
    guard position < lines.count else { return nil }
    var parts: [(isAdded: Bool, graph: TargetGraph, triples: [String])] = []
    var count = 0
    var length = 0
    while position < lines.count, count < statements {
      let (line, isAdded) = lines[position]
      length += line.utf8.count + 2
      if count > 0, length > bytes { break }
      let graph = Self.graph(of: line, target)
      let triple = SPARQLUpdateWriter.triple(ofLine: line).triple
      if let index = parts.firstIndex(where: { $0.isAdded == isAdded && $0.graph == graph }) {
        parts[index].triples.append(triple)
      } else {
        parts.append((isAdded, graph, [triple]))
      }
      count += 1
      position += 1
    }
    var operations: [String] = []
    for isAdded in [false, true] {
      let blocks = parts.filter { $0.isAdded == isAdded }.map { part in
        let text = part.triples.map { "\($0) .\n" }.joined()
        return part.graph.name.map { "GRAPH <\($0)> {\n\(text)}\n" } ?? text
      }
      if !blocks.isEmpty {
        operations.append("\(isAdded ? "INSERT" : "DELETE") DATA {\n\(blocks.joined())}")
      }
    }
    return Update(text: Array(operations.joined(separator: " ;\n").utf8), count: count)
  }

  /// Gives the statements of the last update out again.
  mutating func takeBack(_ update: Update) { position -= update.count }

  /// The graph that a line of N-Quads goes into.
  static func graph(of line: String, _ target: String?) -> TargetGraph {
    if let name = SPARQLUpdateWriter.triple(ofLine: line).graph {
      return .named(String(name.dropFirst().dropLast()))
    }
    return TargetGraph(name: target)
  }
}
