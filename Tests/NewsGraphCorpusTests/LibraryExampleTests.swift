import Foundation
import NewsGraph
import NewsGraphCorpus
import Testing

/// The examples of Documentation/library.md, compiled and run.
@Suite struct LibraryExampleTests {
  @Test func `a corpus is stored, read, committed, written and compared`() async throws {
    let folder = NSTemporaryDirectory() + "library-\(UUID().uuidString)"
    let incoming = folder + "/incoming"
    try FileManager.default.createDirectory(atPath: incoming, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func arrive(_ name: String, _ text: String) throws {
      try text.write(toFile: "\(incoming)/\(name).txt", atomically: true, encoding: .utf8)
    }
    let corpus = try Corpus(path: folder + "/news.ngcorpus", access: .creating)
    let pipeline = try Pipeline()

    try arrive("talks", "French President Anne Morel met Mayor Ute Brandt in Bonn.")
    for day in ["Monday", "Tuesday"] {
      try corpus.store(ArticleInput(paths: [incoming]))
      try await corpus.readUnread(with: pipeline)
      let version = try #require(try corpus.commit(day, with: pipeline))
      let graph = try corpus.graph(of: version)
      #expect(graph.sortedStatements.contains { $0.key.predicate == "met" })
      let path = "\(folder)/\(day).graphml"
      try GraphFormat.graphml.write(graph, to: OutputSink(path: path))
      #expect(FileManager.default.fileExists(atPath: path))
      try arrive("visit", "Morel visited Chile, and Brandt criticised her.")
    }

    let versions = try corpus.versions()
    let (old, new) = try corpus.differing(versions[0], versions[1])
    let changes = try GraphComparison(ontology: pipeline.ontology).compare(old, new)
    let sink = OutputSink.memory()
    try changes.write(.markdown, to: sink)
    #expect(!changes.isSame)
    #expect(sink.text.contains("Chile"))
  }
}
