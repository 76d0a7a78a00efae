import Foundation
import Testing

@Suite struct ReportTests {
  private static let claim = """
    Chile attacked, Peru says

    LIMA - Peru said on Friday that Chile attacked Arica. Chile denied attacking Arica.
    """

  @Test func `who says and who denies stand side by side, with their sentences`() throws {
    let run = try ProgramRun("report", "-", "--quiet", input: Self.claim)
    #expect(run.status == 0)
    #expect(run.output.contains("DISPUTED STATEMENTS"))
    #expect(run.output.contains("denied by Chile"))
    #expect(run.output.contains("“Chile denied attacking Arica.”"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `JSON has the same`() throws {
    let run = try ProgramRun("report", "-", "--format", "json", "--quiet", input: Self.claim)
    #expect(run.status == 0)
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let disputed = try #require(record["disputed"] as? [String: Any])
    let shown = try #require(disputed["shown"] as? [[String: Any]])
    #expect(shown.count == 1)
  }

  @Test func `the end of the file's name says the format, and threads change nothing`() throws {
    let folder = try TemporaryFolder()
    for index in 0..<5 { try folder.write("story-\(index).txt", Self.claim) }
    let output = try TemporaryFolder()
    let texts = try ["1", "3"].map { threads in
      let path = "\(output.path)/report-\(threads).md"
      let run = try ProgramRun(
        "report", folder.path, "--threads", threads, "--quiet", "-o", path)
      #expect(run.status == 0)
      return try String(contentsOfFile: path, encoding: .utf8)
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0].hasPrefix("# What the articles say"))
    #expect(texts[0].contains("5 articles"))
  }

  @Test func `an unknown focus is an error that says so`() throws {
    let run = try ProgramRun("report", "-", "--focus", "Atlantis", "--quiet", input: Self.claim)
    #expect(run.status == 2)
    #expect(run.errors.contains("Atlantis"))
    #expect(try ProgramRun("report", "-", "--top", "0").status == 64)
  }
}
