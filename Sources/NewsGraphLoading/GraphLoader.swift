import Foundation
public import NewsGraph

/// The way of graphs into a triple store.
///
///     var loader = GraphLoader(
///       [.file(path: "graph.nq", format: .nquads)],
///       into: try StoreAddress(endpoint: "http://localhost:7878", kind: .oxigraph))
///     loader.mode = .replace
///     let report = try await loader.load()
///
/// Statements are read by one thread while others are sent, so that memory is bounded by some
/// requests, whatever the size of the graph.
///
/// What goes out:
/// - One graph in the place of another one is one request, which most stores take as a whole or not
///   at all. Where the server finds it too large, or `chunkSize` is set, the first request replaces
///   and the others add.
/// - What is added goes in documents of up to `chunkSize` bytes; half of that after every 413.
/// - Graphs of their own names go as N-Quads where the store takes them, else one by one.
/// - Statements with blank nodes come last, and all in one request, as a blank node is another one
///   in every request.
///
/// `StoreConnection` says what is sent again after a failure, and why nothing comes in twice.
public struct GraphLoader: Sendable {
  /// What becomes of what the store has.
  public enum Mode: Sendable {
    /// It stays.
    case add
    /// The graphs that get statements lose those that they have; other graphs stay.
    case replace
    /// The graphs are `from` there, and only the difference is applied.
    case patch(from: GraphVersion)
  }

  /// The graphs, which become one.
  public var graphs: [GraphVersion]
  /// Where the store is.
  public var address: StoreAddress
  /// What becomes of what the store has.
  public var mode = Mode.add
  /// How requests are made.
  public var settings = StoreSettings()
  /// The graph for statements that are in none.
  public var graph: IRI?
  /// Whether those that are in a named graph go there too.
  public var mergesGraphs = false
  /// What makes IRIs of the labels of blank nodes; without it they stay.
  public var skolemNamespace: IRI?
  /// The largest request, in bytes before it is packed.
  public var chunkSize: Int?
  /// How many statements, from the beginning, are passed over, because they are loaded already.
  public var skip = 0
  /// Whether the statements in the store are counted.
  public var counts = true
  /// Whether credentials and graphs may go over the net as they are.
  public var allowsExposure = false
  /// How files are read.
  public var reading = GraphReadingOptions()

  /// The size of the pieces that a single request is made of, in bytes.
  var pieceSize = standardChunkSize

  /// The largest request to add statements, unless it is set.
  public static let standardChunkSize = 16 << 20

  /// Makes a loader.
  public init(_ graphs: [GraphVersion], into address: StoreAddress) {
    self.graphs = graphs
    self.address = address
  }

  /// Loads the graphs.
  ///
  /// - Parameter onProgress: Is told how far it is, after every request.
  /// - Throws: `LoadFailure`, which says what was loaded before.
  public func load(onProgress: @escaping @Sendable (LoadProgress) -> Void = { _ in }) async throws
    -> LoadReport
  {
    if case .none = settings.credentials {
    } else if address.isExposed, !allowsExposure {
      throw failure(
        LoadError.address(
          "credentials would go to \(address.graphs) where everybody on the way can read them;"
            + " use https:"))
    }
    let connection: StoreConnection
    do {
      connection = try StoreConnection(settings)
    } catch {
      throw failure(error)
    }
    var state = LoadState(connection: connection, onProgress: onProgress)
    do {
      let check =
        if case .patch(let old) = mode {
          try await PatchRun(self, old).run(&state)
        } else {
          try await loadRun(&state)
        }
      await connection.close()
      return LoadReport(
        progress: state.progress, check: check, notes: state.notes, changes: state.changes)
    } catch {
      await connection.close()
      let cause = error is CancellationError ? LoadError.cancelled : error
      throw LoadFailure(
        cause: cause, progress: state.progress, advice: advice(after: cause, state.progress),
        mayHaveLoadedMore: connection.hasUnansweredWrite)
    }
  }

  private func loadRun(_ state: inout LoadState) async throws -> LoadReport.CountCheck {
    var run = LoadRun(self)
    return try await run.run(&state)
  }

  var source: StatementSource {
    StatementSource(
      versions: graphs, options: reading, graph: graph, mergesGraphs: mergesGraphs,
      skolemNamespace: skolemNamespace)
  }

  private func failure(_ cause: any Error) -> LoadFailure {
    LoadFailure(cause: cause, progress: LoadProgress(), advice: "")
  }

  /// How to go on after a failure.
  private func advice(after cause: any Error, _ progress: LoadProgress) -> String {
    guard progress.statements > 0 else { return "" }
    switch mode {
    case .add:
      let rest =
        progress.position > 0
        ? ", and with --skip \(progress.position) it begins where this one ended" : ""
      return "the same command again loads nothing twice\(rest)"
    case .replace:
      return "the graph is incomplete until the same command has ended well"
    case .patch:
      return "the same command again, with --no-count, does the rest and nothing twice"
    }
  }
}

/// What a load changes on its way.
struct LoadState {
  let connection: StoreConnection
  let onProgress: @Sendable (LoadProgress) -> Void
  var progress = LoadProgress()
  var notes: [String] = []
  var changes: (added: Int, removed: Int)?

  init(connection: StoreConnection, onProgress: @escaping @Sendable (LoadProgress) -> Void) {
    self.connection = connection
    self.onProgress = onProgress
  }

  /// Takes note of a request that the server has taken.
  mutating func done(statements: Int, bytes: Int, position: Int) {
    progress.statements += statements
    progress.bytes += bytes
    progress.requests += 1
    progress.position = max(progress.position, position)
    progress.retries = connection.retryCount
    onProgress(progress)
  }
}
