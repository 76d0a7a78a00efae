import Foundation
import NIOCore
import NIOHTTP1
import NewsGraph

/// One load that adds or replaces.
struct LoadRun {
  private let loader: GraphLoader
  private let source: StatementSource
  private let replaces: Bool
  private let separatesGraphs: Bool
  private var sender: DocumentSender
  private var byteLimit: Int
  /// The graphs that statements were sent to, with how many.
  private var sent: [TargetGraph: Int] = [:]
  /// The same in the order of their first statements.
  private var order: [TargetGraph] = []
  /// How many statements graphs had before.
  private var before: [TargetGraph: Int] = [:]

  init(_ loader: GraphLoader) {
    self.loader = loader
    source = loader.source
    if case .replace = loader.mode { replaces = true } else { replaces = false }
    separatesGraphs = loader.source.hasOneGraph || loader.address.dataset == nil
    byteLimit = loader.chunkSize ?? loader.pieceSize
    sender = DocumentSender(address: loader.address, packs: loader.settings.packs)
  }

  /// Sends everything and counts what is there.
  mutating func run(_ state: inout LoadState) async throws -> LoadReport.CountCheck {
    let isWhole = replaces && source.hasOneGraph && loader.chunkSize == nil
    if isWhole {
      do {
        try await replaceWhole(&state)
        return try await check(&state)
      } catch LoadError.refused(let refusal) where refusal.status == 413 {
        byteLimit = max(byteLimit / 4, 1)
        state.notes.append(
          "The server does not take the graph in one request: it was emptied first and then filled."
        )
      }
    }
    try await sendChunks(&state)
    return try await check(&state)
  }

  private func plan(_ blanks: ChunkPlan.Blanks, skip: Int = 0) -> ChunkPlan {
    ChunkPlan(
      byteLimit: byteLimit, separatesGraphs: separatesGraphs, skip: skip, blanks: blanks,
      hasDefaultGraph: loader.address.kind?.hasDefaultGraph ?? true)
  }
}

// MARK: - In one request

extension LoadRun {
  /// Puts the graph in the place of the one that is there.
  private mutating func replaceWhole(_ state: inout LoadState) async throws {
    let graph = TargetGraph(name: loader.graph?.string)
    guard graph != .unnamed || loader.address.kind?.hasDefaultGraph ?? true else {
      throw LoadError.impossible(
        "this store has no default graph: say with --graph which one it is")
    }
    let plan = plan(.with)
    let document = try await sender.whole(
      source.chunks(plan), again: { [source] in source.chunks(plan) })
    try await sender.send(document, to: graph, .PUT, .always, &state)
    order = [graph]
    sent = [graph: document.count]
    state.done(statements: document.count, bytes: document.byteCount, position: document.count)
  }

  /// Sends all statements with blank nodes in one request.
  private mutating func sendBlanks(_ state: inout LoadState) async throws {
    let counter = QuadCounter()
    try source.read(into: BlankFilter(counter))
    let graphs = counter.graphs.map { TargetGraph(name: $0.name) }
    guard !separatesGraphs || graphs.count == 1, let first = graphs.first else {
      throw LoadError.impossible(
        "blank nodes in several graphs cannot be loaded into this store one graph at a time;"
          + " give them names with --skolemize")
    }
    try await open(graphs, in: separatesGraphs ? first : .all, isEmptied: false, &state)
    let plan = plan(.only)
    let document = try await sender.whole(
      source.chunks(plan), again: { [source] in source.chunks(plan) })
    try await sender.send(
      document, to: separatesGraphs ? first : .all, .POST, .ifNothingWasDone, &state)
    for graph in counter.graphs { sent[TargetGraph(name: graph.name), default: 0] += graph.count }
    state.done(
      statements: document.count, bytes: document.byteCount, position: state.progress.position)
  }
}

// MARK: - In several requests

extension LoadRun {
  private mutating func sendChunks(_ state: inout LoadState) async throws {
    let reader = source.chunks(plan(.without, skip: loader.skip))
    defer { reader.close() }
    while let chunk = try await reader.next() {
      for (graph, count) in chunk.graphCounts { sent[graph, default: 0] += count }
      for part in chunk.split(limit: byteLimit) { try await send(part, &state) }
    }
    if reader.blankCount > 0 { try await sendBlanks(&state) }
  }

  private mutating func send(_ chunk: Chunk, _ state: inout LoadState) async throws {
    let opened = chunk.newGraphs.filter { before[$0] == nil }
    let puts = replaces && chunk.graph != .all && !opened.isEmpty
    try await open(opened, in: chunk.graph, isEmptied: puts, &state)
    do {
      try await sender.send(
        WholeDocument(chunk), to: chunk.graph, puts ? .PUT : .POST,
        puts && !chunk.isLast ? .ifNothingWasDone : .always, &state)
    } catch LoadError.refused(let refusal) where refusal.status == 413 && chunk.count > 1 {
      byteLimit = max(chunk.bytes.count / 2, 1)
      forget(opened)
      for part in chunk.split(limit: byteLimit) { try await send(part, &state) }
      return
    }
    state.done(statements: chunk.count, bytes: chunk.bytes.count, position: chunk.position)
  }

  /// Takes note of graphs before their first statements come: counts them, or empties them.
  ///
  /// - Parameter isEmptied: Whether the request itself does that.
  private mutating func open(
    _ graphs: [TargetGraph], in document: TargetGraph, isEmptied: Bool, _ state: inout LoadState
  ) async throws {
    let new = graphs.filter { before[$0] == nil }
    guard !new.isEmpty else { return }
    if replaces {
      if !isEmptied { try await sender.empty(new, &state) }
      for graph in new { before[graph] = 0 }
    } else if loader.counts, loader.address.query != nil {
      let counter = GraphCounts(connection: state.connection, address: loader.address)
      before.merge(try await counter.counts(of: new)) { old, _ in old }
    } else {
      for graph in new { before[graph] = 0 }
    }
    order += new
  }

  /// Takes back that graphs were opened by a request that was refused.
  private mutating func forget(_ graphs: [TargetGraph]) {
    for graph in graphs { before[graph] = nil }
    order.removeAll { graphs.contains($0) }
  }
}

// MARK: - Counting

extension LoadRun {
  /// Compares the number of statements in the store with that of the input.
  ///
  /// Only where they are not the same at once are repeated statements looked for, which takes
  /// memory and a second reading.
  private func check(_ state: inout LoadState) async throws -> LoadReport.CountCheck {
    guard loader.counts else { return .notMade("not asked for") }
    guard loader.address.query != nil else { return .notMade("no query endpoint is known") }
    var graphs = order
    if graphs.contains(.unnamed), !loader.address.canCountDefaultGraph {
      graphs.removeAll { $0 == .unnamed }
      state.notes.append("This store cannot count its default graph alone.")
    }
    if graphs.isEmpty { return .notMade("there is no graph that could be counted") }
    let counter = GraphCounts(connection: state.connection, address: loader.address)
    let after = try await counter.counts(of: graphs)
    let total = after.values.reduce(0, +)
    let isAsSent = loader.skip == 0 && graphs.allSatisfy { after[$0] == had($0) + (sent[$0] ?? 0) }
    if isAsSent { return .right(graphs: graphs.count, statements: total) }
    let once = QuadCounter(countsOnce: true)
    try source.read(into: once)
    var different: [TargetGraph: Int] = [:]
    for graph in once.graphs { different[TargetGraph(name: graph.name)] = graph.count }
    let wrong = graphs.compactMap { graph -> LoadError.CountDifference? in
      let count = different[graph] ?? 0
      let found = after[graph] ?? 0
      let expected = max(had(graph), count)...(had(graph) + count)
      return expected.contains(found)
        ? nil : LoadError.CountDifference(graph: graph.name, expected: expected, found: found)
    }
    return wrong.isEmpty ? .right(graphs: graphs.count, statements: total) : .wrong(wrong)
  }

  /// How many statements a graph had that stay.
  private func had(_ graph: TargetGraph) -> Int { replaces ? 0 : before[graph] ?? 0 }
}

/// A handler that hands on statements with blank nodes alone.
private final class BlankFilter: QuadHandler {
  private let handler: any QuadHandler

  init(_ handler: any QuadHandler) { self.handler = handler }

  func handle(_ quad: borrowing EncodedQuad) throws {
    if quad.hasBlankNode { try handler.handle(quad) }
  }
}
