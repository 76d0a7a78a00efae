import Foundation
import NIOHTTP1
import NewsGraph
import Testing

@testable import NewsGraphLoading

/// What arrives at a server, and how often.
@Suite struct GraphLoaderTests {
  private static let graph = "https://example.org/graph"

  /// What a store has that got some statements by one request.
  private func loaded(_ text: String, in graph: String = "") async throws -> [String: Set<String>] {
    let list = try GraphReader().quads(in: text, as: .nquads)
    var graphs: [String: Set<String>] = [:]
    for quad in list {
      var name = graph
      if case .iri(let iri) = quad.graph { name = iri.string }
      graphs[name, default: []].insert(String(describing: quad.triple))
    }
    return graphs
  }

  @Test func `statements are added in documents of limited size, each once`() async throws {
    let served = try await ServedStore(FakeStore())
    let text = statements(0..<500)
    var loader = try served.loader(text)
    loader.graph = try IRI(Self.graph)
    loader.chunkSize = 8192
    let report = try await loader.load()
    let bodies = served.store.writes.map { String(decoding: $0.body, as: UTF8.self) }
    #expect(bodies.joined() == text)
    #expect(bodies.count > 4 && bodies.allSatisfy { $0.utf8.count < 8192 + 100 })
    #expect(served.store.writes.allSatisfy { $0.method == "POST" })
    #expect(
      served.store.writes.allSatisfy { $0.query == "graph=https%3A%2F%2Fexample.org%2Fgraph" })
    #expect(report.progress.statements == 500 && report.progress.requests == bodies.count)
    #expect(report.check == .right(graphs: 1, statements: 500))
    await served.server.stop()
  }

  @Test func `one request replaces a graph, streamed where it is large`() async throws {
    let served = try await ServedStore(FakeStore())
    served.store.set(FakeStore.unnamed, ["old"])
    let text = statements(0..<2000) + "_:a <https://example.org/p> _:b .\n"
    for pieceSize in [16 << 20, 4096] {
      var loader = try served.loader(text)
      loader.mode = .replace
      loader.pieceSize = pieceSize
      let report = try await loader.load()
      #expect(report.check == .right(graphs: 1, statements: 2001))
      #expect(report.progress.statements == 2001)
    }
    let writes = served.store.writes
    #expect(writes.map(\.method) == ["PUT", "PUT"])
    #expect(writes.allSatisfy { String(decoding: $0.body, as: UTF8.self) == text })
    #expect(writes[0].headers.first(name: "content-length") != nil)
    #expect(writes[1].headers.first(name: "transfer-encoding") == "chunked")
    #expect(served.store.graphs[""]?.count == 2001)
    await served.server.stop()
  }

  @Test func `a server that is busy gets the same again, and has it once`() async throws {
    let served = try await ServedStore(
      FakeStore(faults: [
        1: .refused(503, headers: [("Retry-After", "0")]), 2: .refused(429), 4: .doneAndDropped,
        6: .dropped,
      ]))
    let text = statements(0..<300)
    var loader = try served.loader(text)
    loader.chunkSize = 8192
    let report = try await loader.load()
    #expect(report.progress.retries == 4)
    #expect(try await served.store.graphs == loaded(text))
    #expect(report.check == .right(graphs: 1, statements: 300))
    // What was sent again is what was sent before, byte for byte.
    let writes = served.store.writes
    #expect(writes[0].body == writes[1].body && writes[1].body == writes[2].body)
    #expect(writes[3].body == writes[4].body && writes[5].body == writes[6].body)
    await served.server.stop()
  }

  @Test func `a request that empties a graph for others is not sent again in doubt`() async throws {
    let text = statements(0..<300)
    for (fault, isRepeated) in [(FakeStore.Fault.doneAndDropped, false), (.refused(503), true)] {
      let served = try await ServedStore(FakeStore(faults: [1: fault]))
      var loader = try served.loader(text)
      loader.mode = .replace
      loader.chunkSize = 8192
      if isRepeated {
        _ = try await loader.load()
        #expect(try await served.store.graphs == loaded(text))
        #expect(served.store.writes.map(\.method).prefix(3) == ["PUT", "PUT", "POST"])
      } else {
        let failure = await #expect(throws: LoadFailure.self) { try await loader.load() }
        #expect(failure?.description.contains("the server closed the connection") == true)
        #expect(served.store.writes.count == 1)
      }
      await served.server.stop()
    }
  }

  @Test func `what is too large for the server comes in smaller requests`() async throws {
    let text = statements(0..<600)
    for mode in [GraphLoader.Mode.add, .replace] {
      let served = try await ServedStore(FakeStore(), bodyLimit: 10_000)
      var loader = try served.loader(text)
      loader.mode = mode
      let report = try await loader.load()
      #expect(try await served.store.graphs == loaded(text))
      #expect(report.check == .right(graphs: 1, statements: 600))
      #expect(served.store.writes.allSatisfy { $0.body.count <= 10_000 })
      let lines = served.store.writes.map { $0.body.count { $0 == 0x0A } }
      #expect(lines.reduce(0, +) == 600, "each statement was taken once")
      await served.server.stop()
    }
  }

  @Test func `a statement that is too large is an error that says what is loaded`() async throws {
    let served = try await ServedStore(FakeStore(), bodyLimit: 4000)
    let long = "<https://e.org/s> <https://e.org/p> \"\(String(repeating: "x", count: 5000))\" .\n"
    var loader = try served.loader(statements(0..<20) + long)
    loader.chunkSize = 1000
    let failure = await #expect(throws: LoadFailure.self) { try await loader.load() }
    #expect(failure?.progress.statements == 20)
    #expect(failure?.description.contains("413, the request is too large") == true)
    await served.server.stop()
  }

  @Test func `a full disk ends the load, which goes on where it ended`() async throws {
    let store = FakeStore(faults: [4: .refused(507, body: "no space left")])
    let served = try await ServedStore(store)
    let text = statements(0..<500)
    var loader = try served.loader(text)
    loader.chunkSize = 8192
    let failure = try await #require(throws: LoadFailure.self) { try await loader.load() }
    #expect(failure.progress.requests == 3)
    #expect(failure.description.contains("507, the server's disk is full: no space left"))
    #expect(failure.description.contains("--skip \(failure.progress.position)"))
    #expect(store.writes.count == 4, "it was not tried again")
    loader.skip = failure.progress.position
    let report = try await loader.load()
    #expect(report.progress.statements == 500 - failure.progress.statements)
    #expect(report.check == .right(graphs: 1, statements: 500))
    #expect(try await store.graphs == loaded(text))
    let sent = store.writes.filter { $0.body != store.writes[3].body }.map(\.body)
    #expect(Set(sent).count == sent.count, "no document was sent twice")
    await served.server.stop()
  }

  @Test func `a server that goes away in the middle of a body is told`() async throws {
    let served = try await ServedStore(FakeStore(), breakingAfter: 40_000)
    var loader = try served.loader(statements(0..<2000))
    loader.settings.retries = 2
    let failure = await #expect(throws: LoadFailure.self) { try await loader.load() }
    #expect(failure?.description.contains("in 3 attempts") == true)
    #expect(failure?.description.contains("nothing was loaded") == true)
    #expect(served.store.writes.isEmpty)
    await served.server.stop()
  }

  @Test func `no server, and one that says nothing, end in an error`() async throws {
    let served = try await ServedStore(FakeStore(faults: [1: .silence, 2: .silence]))
    var loader = try served.loader(statements(0..<3))
    loader.settings.timeout = 0.3
    loader.settings.retries = 1
    let silent = await #expect(throws: LoadFailure.self) { try await loader.load() }
    #expect(silent?.description.contains("no answer in 2 attempts") == true)
    #expect(silent?.mayHaveLoadedMore == true)
    await served.server.stop()
    let absent = await #expect(throws: LoadFailure.self) { try await loader.load() }
    #expect(absent?.description.contains("Connection refused") == true)
    #expect(absent?.mayHaveLoadedMore == false)
  }

  @Test func `an answer may take its time`() async throws {
    let served = try await ServedStore(FakeStore(faults: [1: .slow(400)]))
    let report = try await served.loader(statements(0..<3)).load()
    #expect(report.progress.requests == 1 && report.progress.retries == 0)
    #expect(served.store.writes.count == 1)
    await served.server.stop()
  }

  @Test func `statements that the server loses are noticed`() async throws {
    let served = try await ServedStore(FakeStore(faults: [2: .lost]))
    var loader = try served.loader(statements(0..<300))
    loader.chunkSize = 8192
    let report = try await loader.load()
    guard case .wrong(let differences) = report.check else {
      Issue.record("the count is \(report.check)")
      return
    }
    #expect(differences.map(\.expected) == [300...300])
    #expect(differences.map(\.found).allSatisfy { $0 < 300 })
    await served.server.stop()
  }

  @Test func `repeated statements and those that were there are no difference`() async throws {
    let served = try await ServedStore(FakeStore())
    let text = statements(0..<100) + statements(50..<120)
    let first = try await served.loader(text).load()
    #expect(first.check == .right(graphs: 1, statements: 120))
    let second = try await served.loader(statements(100..<150)).load()
    #expect(second.check == .right(graphs: 1, statements: 150))
    await served.server.stop()
  }

  @Test func `a redirection is an error and not followed`() async throws {
    let served = try await ServedStore(
      FakeStore(faults: [1: .refused(307, headers: [("Location", "http://elsewhere.example/")])]))
    let failure = await #expect(throws: LoadFailure.self) {
      try await served.loader(statements(0..<3)).load()
    }
    #expect(failure?.description.contains("http://elsewhere.example/") == true)
    #expect(served.store.writes.count == 1)
    await served.server.stop()
  }

  @Test func `who ends a load is told what is loaded`() async throws {
    let served = try await ServedStore(FakeStore(faults: [3: .silence]))
    var loader = try served.loader(statements(0..<400))
    loader.chunkSize = 8192
    let (reached, signal) = AsyncStream.makeStream(of: Void.self)
    let task = Task { [loader] in
      try await loader.load { progress in
        if progress.requests == 2 { signal.finish() }
      }
    }
    for await _ in reached {}
    task.cancel()
    let failure = try await #require(throws: LoadFailure.self) { try await task.value }
    guard case LoadError.cancelled = failure.cause else {
      Issue.record("the reason is \(failure.cause)")
      return
    }
    #expect(failure.progress.requests == 2 && failure.progress.statements > 0)
    await served.server.stop()
  }

  @Test func `a broken file ends the load and is named`() async throws {
    let served = try await ServedStore(FakeStore())
    var loader = try served.loader(statements(0..<50) + "<https://e.org/s> broken\n")
    loader.mode = .replace
    let failure = await #expect(throws: LoadFailure.self) { try await loader.load() }
    #expect(failure?.cause is GraphReadingError)
    #expect(failure?.description.hasPrefix("test:51:") == true)
    #expect(served.store.writes.isEmpty)
    await served.server.stop()
  }
}
