import NIOHTTP1
import NewsGraph
import Testing

@testable import NewsGraphLoading

/// Named graphs, blank nodes and packed requests.
@Suite struct NamedGraphTests {
  private static let text =
    statements(0..<40) + statements(40..<90, graph: "https://example.org/a")
    + statements(90..<100, graph: "https://example.org/b")
    + statements(100..<140, graph: "https://example.org/a")

  @Test func `graphs go one by one where the store takes no quads`() async throws {
    let served = try await ServedStore(FakeStore())
    served.store.set("https://example.org/a", ["old"])
    served.store.set("https://example.org/other", ["stays"])
    for chunkSize in [16 << 20, 3000] {
      var loader = try served.loader(Self.text, .nquads)
      loader.mode = .replace
      loader.chunkSize = chunkSize
      let report = try await loader.load()
      #expect(report.check == .right(graphs: 3, statements: 140))
      #expect(
        served.store.graphs.mapValues(\.count) == [
          "": 40, "https://example.org/a": 90, "https://example.org/b": 10,
          "https://example.org/other": 1,
        ])
    }
    #expect(served.store.writes.prefix(3).map(\.method) == ["PUT", "PUT", "PUT"])
    await served.server.stop()
  }

  @Test func `quads go as they are where the store takes them`() async throws {
    let served = try await ServedStore(FakeStore(acceptsQuads: true))
    served.store.set("https://example.org/b", ["old"])
    var loader = try served.loader(Self.text, .nquads, quads: true)
    loader.mode = .replace
    loader.chunkSize = 3000
    let report = try await loader.load()
    #expect(report.check == .right(graphs: 3, statements: 140))
    #expect(
      served.store.graphs.mapValues(\.count) == [
        "": 40, "https://example.org/a": 90, "https://example.org/b": 10,
      ])
    // Every graph is emptied once, before its first statements.
    let cleared = served.store.updates.joined(separator: ";").split(separator: ";").map {
      String($0).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(
      cleared == [
        "CLEAR SILENT DEFAULT", "CLEAR SILENT GRAPH <https://example.org/a>",
        "CLEAR SILENT GRAPH <https://example.org/b>",
      ])
    await served.server.stop()
  }

  @Test func `statements without a graph can be given one, and others moved`() async throws {
    let served = try await ServedStore(FakeStore())
    var loader = try served.loader(Self.text, .nquads)
    loader.graph = try IRI("https://example.org/news")
    _ = try await loader.load()
    #expect(
      served.store.graphs.mapValues(\.count) == [
        "https://example.org/news": 40, "https://example.org/a": 90, "https://example.org/b": 10,
      ])
    loader.mergesGraphs = true
    loader.mode = .replace
    let report = try await loader.load()
    #expect(report.check == .right(graphs: 1, statements: 140))
    #expect(served.store.graphs["https://example.org/news"]?.count == 140)
    await served.server.stop()
  }

  @Test func `a store without a default graph gets no statements for it`() async throws {
    let address = try StoreAddress(endpoint: "http://127.0.0.1:9", kind: .virtuoso)
    var loader = GraphLoader(
      [.document(Array(statements(0..<1).utf8), name: "test", format: .nquads)], into: address)
    loader.counts = false
    let failure = await #expect(throws: LoadFailure.self) { try await loader.load() }
    #expect(failure?.description.contains("has no default graph: say with --graph") == true)
  }

  @Test func `statements with blank nodes come last and in one request`() async throws {
    let served = try await ServedStore(FakeStore())
    let blank = "_:x <https://example.org/p> _:y .\n"
    let other = "_:y <https://example.org/p> \"y\" .\n"
    var loader = try served.loader(blank + statements(0..<200) + other)
    loader.chunkSize = 4096
    let report = try await loader.load()
    let bodies = served.store.writes.map { String(decoding: $0.body, as: UTF8.self) }
    #expect(bodies.last == blank + other)
    #expect(bodies.dropLast().joined() == statements(0..<200))
    #expect(report.check == .right(graphs: 1, statements: 202))
    await served.server.stop()
  }

  @Test func `a request with blank nodes is not sent again in doubt`() async throws {
    let served = try await ServedStore(FakeStore(faults: [2: .doneAndDropped]))
    let loader = try served.loader(statements(0..<5) + "_:x <https://example.org/p> _:y .\n")
    let failure = await #expect(throws: LoadFailure.self) { try await loader.load() }
    #expect(failure?.progress.statements == 5)
    #expect(served.store.writes.count == 2)
    await served.server.stop()
  }

  @Test func `blank nodes get names on demand, and then nothing is special`() async throws {
    let served = try await ServedStore(FakeStore(faults: [1: .doneAndDropped]))
    var loader = try served.loader("_:x <https://example.org/p> _:y .\n")
    loader.skolemNamespace = try IRI("https://example.org/.well-known/genid/")
    let report = try await loader.load()
    #expect(report.check == .right(graphs: 1, statements: 1))
    let body = String(decoding: served.store.writes[1].body, as: UTF8.self)
    #expect(
      body.hasPrefix("<https://example.org/.well-known/genid/") && !body.contains("_:"), "\(body)")
    await served.server.stop()
  }

  @Test func `requests are packed as long as the server takes them`() async throws {
    let packing = try await ServedStore(FakeStore())
    var loader = try packing.loader(statements(0..<300))
    loader.settings.packs = true
    loader.chunkSize = 8192
    _ = try await loader.load()
    #expect(packing.store.graphs[""]?.count == 300)
    #expect(
      packing.store.writes.allSatisfy { $0.headers.first(name: "content-encoding") == "gzip" })
    await packing.server.stop()

    let plain = try await ServedStore(
      FakeStore { request in
        request.headers.contains(name: "content-encoding") ? .answer(415) : nil
      })
    loader.address = try plain.loader("").address
    let report = try await loader.load()
    #expect(plain.store.graphs[""]?.count == 300)
    #expect(report.notes.contains { $0.contains("gzip") })
    await plain.server.stop()
  }
}
