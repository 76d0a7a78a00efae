import Foundation
import NewsGraph
import Testing

@testable import NewsGraphLoading

/// The difference between two graphs as updates.
@Suite struct PatchRunTests {
  private func loader(_ served: ServedStore, from old: String, to new: String) throws -> GraphLoader
  {
    var loader = try served.loader(new, .nquads)
    loader.mode = .patch(from: .document(Array(old.utf8), name: "old", format: .nquads))
    loader.counts = false
    return loader
  }

  @Test func `only what differs is sent`() async throws {
    let served = try await ServedStore(FakeStore())
    let same = statements(0..<50)
    let loader = try loader(
      served, from: same + statements(50..<52, graph: "https://example.org/a"),
      to: same + statements(51..<52, graph: "https://example.org/a") + statements(60..<61))
    let report = try await loader.load()
    #expect(report.changes?.added == 1 && report.changes?.removed == 1)
    #expect(
      served.store.updates == [
        """
        DELETE DATA {
        GRAPH <https://example.org/a> {
        <https://example.org/thing/50> <https://example.org/p> "value 50" .
        }
        } ;
        INSERT DATA {
        <https://example.org/thing/60> <https://example.org/p> "value 60" .
        }
        """
      ])
    await served.server.stop()
  }

  @Test func `versions that are graphs in memory keep the graphs of their articles`() async throws {
    let served = try await ServedStore(FakeStore())
    let exports = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Exports")
      .path
    var loader = try loader(served, from: "", to: "")
    let graphs = try ["v1", "v2"].map {
      GraphVersion.graph(
        try GraphReader().knowledgeGraph("\(exports)/\($0)/graph.jsonl"), name: $0)
    }
    loader.graphs = [graphs[1]]
    loader.mode = .patch(from: graphs[0])
    _ = try await loader.load()
    let blocks = Set(served.store.updates.joined().split(separator: "GRAPH <").dropFirst())
    let article = "https://w3id.org/newsgraph/id/article/"
    #expect(blocks.contains { $0.hasPrefix("\(article)truce-broken> {") })
    #expect(blocks.contains { $0.hasPrefix("\(article)shusha-cathedral> {") })
    await served.server.stop()
  }

  @Test func `the same graph needs no request`() async throws {
    let served = try await ServedStore(FakeStore())
    let report = try await loader(served, from: statements(0..<5), to: statements(0..<5)).load()
    #expect(report.progress.requests == 0 && served.store.writes.isEmpty)
    await served.server.stop()
  }

  @Test func `long patches come in parts, smaller where the server says so`() async throws {
    let served = try await ServedStore(FakeStore(), bodyLimit: 20_000)
    let loader = try loader(served, from: statements(0..<400), to: statements(300..<900))
    let report = try await loader.load()
    #expect(report.changes?.added == 500 && report.changes?.removed == 300)
    #expect(report.progress.statements == 800)
    let text = served.store.updates.joined()
    for number in [0, 299, 400, 899] {
      #expect(text.split(separator: "/thing/\(number)>").count == 2, "\(number) comes once")
    }
    #expect(!text.contains("/thing/350>"))
    #expect(served.store.updates.allSatisfy { $0.utf8.count <= 20_000 })
    await served.server.stop()
  }

  @Test func `a store that does not hold the old graph is left alone`() async throws {
    let served = try await ServedStore(FakeStore())
    served.store.set(FakeStore.unnamed, ["something else"])
    var loader = try loader(served, from: statements(0..<5), to: statements(1..<6))
    loader.counts = true
    let failure = await #expect(throws: LoadFailure.self) { try await loader.load() }
    #expect(
      failure?.description.contains("the default graph has 1 statements instead of 5") == true)
    #expect(served.store.writes.isEmpty)
    await served.server.stop()
  }

  @Test func `blank nodes and one sided named graphs are refused`() async throws {
    let served = try await ServedStore(FakeStore())
    let blank = try loader(served, from: "_:a <https://e.org/p> \"x\" .\n", to: statements(0..<1))
    let failure = await #expect(throws: LoadFailure.self) { try await blank.load() }
    #expect(failure?.description.contains("use --replace") == true)
    var mixed = try loader(served, from: statements(0..<1), to: statements(0..<2))
    mixed.graphs = [.document(Array(statements(0..<2).utf8), name: "new", format: .ntriples)]
    let other = await #expect(throws: LoadFailure.self) { try await mixed.load() }
    #expect(other?.description.contains("--merge-graphs") == true)
    mixed.mergesGraphs = true
    mixed.graph = try IRI("https://example.org/news")
    _ = try await mixed.load()
    #expect(served.store.updates.first?.contains("GRAPH <https://example.org/news>") == true)
    await served.server.stop()
  }
}
