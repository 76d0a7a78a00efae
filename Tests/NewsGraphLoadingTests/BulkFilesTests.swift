import Foundation
import NewsGraph
import Testing

@testable import NewsGraphLoading

/// Packed files for bulk loaders.
@Suite struct BulkFilesTests {
  private func files(_ text: String, _ format: GraphFormat) -> BulkFiles {
    BulkFiles([.document(Array(text.utf8), name: "test", format: format)])
  }

  private func read(_ path: String) throws -> String {
    let data = try #require(FileManager.default.contents(atPath: path))
    return String(decoding: try Gzip.decompress(Array(data), limit: 1 << 24), as: UTF8.self)
  }

  private func temporaryFolder() -> String {
    FileManager.default.temporaryDirectory
      .appendingPathComponent("bulk-\(UUID().uuidString)").path
  }

  @Test func `statements are spread over files and blank nodes kept together`() throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let ground = statements(0..<4000, graph: "https://example.org/a")
    let blank = "_:x <https://example.org/p> _:y .\n"
    let other = "_:y <https://example.org/p> \"y\" .\n"
    var plan = files(blank + ground + other, .nquads)
    plan.fileSize = 100_000
    let report = try plan.write(to: folder)
    #expect(report.statements == 4002 && report.files.count > 3)
    #expect(report.files.first == "part-00001.nq.gz")
    let texts = try report.files.map { try read("\(folder)/\($0)") }
    #expect(texts.dropLast().joined() == ground)
    #expect(texts.last == blank + other)
    let error = #expect(throws: LoadError.self) { try plan.write(to: folder) }
    #expect(error?.description.contains("take an empty folder") == true)
  }

  @Test func `Virtuoso is told the graph by files beside`() throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var plan = files(statements(0..<10), .ntriples)
    plan.kind = .virtuoso
    #expect(throws: LoadError.self) { try plan.write(to: folder) }
    plan.graph = try IRI("https://example.org/news")
    let report = try plan.write(to: folder)
    #expect(report.files == ["part-00001.nt.gz"])
    #expect(try read("\(folder)/part-00001.nt.gz") == statements(0..<10))
    let beside = FileManager.default.contents(atPath: "\(folder)/part-00001.nt.graph")
    #expect(beside.map { String(decoding: $0, as: UTF8.self) } == "https://example.org/news\n")
  }
}
