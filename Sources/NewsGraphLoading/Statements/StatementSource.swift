import Foundation
import NewsGraph
import Synchronization

/// The statements of graphs, moved to the graphs that they go into; read as often as is needed.
struct StatementSource: Sendable {
  var versions: [GraphVersion]
  var options: GraphReadingOptions
  var graph: IRI?
  var mergesGraphs: Bool
  var skolemNamespace: IRI?

  /// Whether all statements go into one graph.
  var hasOneGraph: Bool { mergesGraphs || versions.allSatisfy { $0.hasNamedGraphs == false } }

  /// Hands all statements to a handler.
  ///
  /// - Throws: `GraphReadingError`, and what the handler throws.
  func read(into handler: any QuadHandler) throws {
    let rewriter = QuadRewriter(
      handler, graph: graph, mergesGraphs: mergesGraphs, skolemizing: skolemNamespace)
    for (index, version) in versions.enumerated() {
      var options = options
      // Labels of blank nodes mean nothing outside of their file.
      if versions.count > 1 { options.blankNodePrefix += "d\(index + 1)." }
      try version.read(options, into: rewriter)
    }
  }

  /// The statements in documents, read by a thread of its own.
  func chunks(_ plan: ChunkPlan) -> ChunkReader { ChunkReader(self, plan) }
}

/// A thread that reads statements and puts them together in documents.
final class ChunkReader: Sendable {
  private let queue: BoundedQueue<Chunk>
  private let blanks: BlankNodeCount

  init(_ source: StatementSource, _ plan: ChunkPlan) {
    // One document is being sent, one waits, one is being made.
    let queue = BoundedQueue<Chunk>(capacity: 1)
    self.queue = queue
    let blanks = BlankNodeCount()
    self.blanks = blanks
    let thread = Thread {
      queue.end(
        Result {
          let maker = ChunkMaker(plan, emit: queue.put)
          try source.read(into: maker)
          blanks.set(maker.blankCount)
          try maker.finish()
        })
    }
    // As much as the main thread has; parsers of nested formats need it.
    thread.stackSize = 8 << 20
    thread.name = "newsgraph-reading"
    thread.start()
  }

  deinit { queue.close() }

  /// The next document; nothing at the end.
  ///
  /// - Throws: `GraphReadingError`, `CancellationError`.
  func next() async throws -> Chunk? { try await queue.next() }

  /// How many statements with blank nodes there were, once all is read.
  var blankCount: Int { blanks.value }

  /// Ends the thread.
  func close() { queue.close() }
}

/// A number that a thread leaves for a task.
private final class BlankNodeCount: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  func set(_ value: Int) { count.withLock { $0 = value } }
}
