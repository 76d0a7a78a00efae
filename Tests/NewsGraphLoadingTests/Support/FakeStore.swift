import Foundation
import NIOHTTP1
import NewsGraph
import NewsGraphLoading
import Synchronization

/// A triple store as the Graph Store Protocol sees it: sets of statements, with faults on demand.
///
/// Graphs at `/store`, counts at `/query`, updates at `/update`. All requests are kept in the order
/// in which they came.
final class FakeStore: Sendable {
  /// What happens to a request that would change something.
  enum Fault: Sendable {
    /// It is done, and the connection closed without an answer.
    case doneAndDropped
    /// Nothing is done, and the connection is closed.
    case dropped
    /// Nothing is done; the answer.
    case refused(Int, headers: [(String, String)] = [], body: String = "")
    /// Nothing is done, and nothing said.
    case silence
    /// It is done after some milliseconds.
    case slow(Int64)
    /// It is answered as if it were done.
    case lost
  }

  struct State: Sendable {
    var graphs: [String: Set<String>] = [:]
    var writes: [TestRequest] = []
    var queries = 0
    var faults: [Int: Fault] = [:]
    var updates: [String] = []
  }

  private let state: Mutex<State>
  private let acceptsQuads: Bool
  private let check: (@Sendable (TestRequest) -> TestReaction?)?

  /// The name of the default graph here.
  static let unnamed = ""

  /// Makes a store.
  ///
  /// - Parameters:
  ///   - faults: What happens to the requests with statements, by their numbers from 1.
  ///   - check: Looks at every request first and may answer it.
  init(
    faults: [Int: Fault] = [:], acceptsQuads: Bool = false,
    check: (@Sendable (TestRequest) -> TestReaction?)? = nil
  ) {
    var state = State()
    state.faults = faults
    self.state = Mutex(state)
    self.acceptsQuads = acceptsQuads
    self.check = check
  }

  var graphs: [String: Set<String>] { state.withLock { $0.graphs.filter { !$0.value.isEmpty } } }
  var writes: [TestRequest] { state.withLock { $0.writes } }
  var queryCount: Int { state.withLock { $0.queries } }
  var updates: [String] { state.withLock { $0.updates } }

  func set(_ graph: String, _ lines: Set<String>) {
    state.withLock { $0.graphs[graph] = lines }
  }

  @Sendable func respond(_ request: TestRequest) -> TestReaction {
    if let reaction = check?(request) { return reaction }
    if request.path == "/query" { return count(request) }
    let fault = state.withLock { state in
      state.writes.append(request)
      return state.faults[state.writes.count]
    }
    switch fault {
    case .dropped: return .drop
    case .silence: return .silence
    case .refused(let status, let headers, let body):
      return .answer(status, headers: headers, body: body)
    case .lost: return .answer(204)
    case .doneAndDropped:
      _ = change(request)
      return .drop
    case .slow(let delay):
      _ = change(request)
      return .late(delay, 204)
    case nil: return .answer(change(request))
    }
  }

  private func change(_ request: TestRequest) -> Int {
    var body = request.body
    if request.headers.first(name: "content-encoding") == "gzip" {
      guard let unpacked = try? Gzip.decompress(body, limit: 1 << 30) else { return 400 }
      body = unpacked
    }
    if request.path == "/update" {
      state.withLock { $0.updates.append(String(decoding: body, as: UTF8.self)) }
      return clear(String(decoding: body, as: UTF8.self))
    }
    guard request.path == "/store" else { return 404 }
    let isQuads = request.headers.first(name: "content-type") == "application/n-quads"
    guard
      let list = try? GraphReader().quads(
        in: String(decoding: body, as: UTF8.self), as: isQuads ? .nquads : .ntriples)
    else { return 400 }
    let name: String
    if request.query == nil {
      guard isQuads, acceptsQuads else { return 400 }
      name = Self.unnamed
    } else if request.query == "default" {
      name = Self.unnamed
    } else {
      name = String(request.query?.dropFirst(6) ?? "").removingPercentEncoding ?? ""
    }
    state.withLock { state in
      if request.method == "PUT" || request.method == "DELETE" { state.graphs[name] = [] }
      for quad in list {
        let graph: String
        if case .iri(let iri) = quad.graph { graph = iri.string } else { graph = name }
        state.graphs[graph, default: []].insert(String(describing: quad.triple))
      }
    }
    return 204
  }

  private func clear(_ update: String) -> Int {
    guard update.hasPrefix("CLEAR") else { return 204 }
    state.withLock { state in
      for operation in update.split(separator: ";") {
        let words = operation.split(whereSeparator: \.isWhitespace)
        let name = words.last == "DEFAULT" ? "" : String(words.last?.dropFirst().dropLast() ?? "")
        state.graphs[name] = []
      }
    }
    return 204
  }

  private func count(_ request: TestRequest) -> TestReaction {
    let form = String(decoding: request.body, as: UTF8.self)
    let query = String(form.dropFirst("query=".count)).removingPercentEncoding ?? ""
    let asked: [String]
    if let values = query.firstMatch(of: /VALUES \?g \{ (.*?) \}/) {
      asked = values.1.split(separator: " ").map { String($0.dropFirst().dropLast()) }
    } else if let graph = query.firstMatch(of: /GRAPH <([^>]*)>/) {
      asked = [String(graph.1)]
    } else {
      asked = [Self.unnamed]
    }
    let rows = state.withLock { state in
      state.queries += 1
      return asked.map { name in
        let count = state.graphs[name]?.count ?? 0
        let number = #""n":{"type":"literal","value":"\#(count)"}"#
        return name.isEmpty
          ? "{\(number)}" : #"{"g":{"type":"uri","value":"\#(name)"},\#(number)}"#
      }
    }
    return .answer(
      200,
      body: #"{"head":{"vars":["g","n"]},"results":{"bindings":[\#(rows.joined(separator: ","))]}}"#
    )
  }
}

/// A store that is served, and loaders for it.
struct ServedStore {
  let store: FakeStore
  let server: TestServer

  init(_ store: FakeStore, bodyLimit: Int = .max, breakingAfter: Int = .max) async throws {
    self.store = store
    server = try await TestServer(
      bodyLimit: bodyLimit, breakingAfter: breakingAfter, responder: store.respond)
  }

  var root: String { "http://127.0.0.1:\(server.port)" }

  /// A loader that waits for nothing long.
  func loader(_ text: String, _ format: GraphFormat = .ntriples, quads: Bool = false) throws
    -> GraphLoader
  {
    var address = try StoreAddress(
      endpoint: root + "/store", query: root + "/query", update: root + "/update")
    if quads { address.dataset = root + "/store" }
    var loader = GraphLoader(
      [.document(Array(text.utf8), name: "test", format: format)], into: address)
    loader.settings.firstDelay = 0.01
    loader.settings.timeout = 20
    return loader
  }
}

/// Statements about numbered things.
func statements(_ range: Range<Int>, graph: String? = nil) -> String {
  range.map { number in
    let end = graph.map { " <\($0)>" } ?? ""
    return
      "<https://example.org/thing/\(number)> <https://example.org/p> \"value \(number)\"\(end) .\n"
  }.joined()
}
