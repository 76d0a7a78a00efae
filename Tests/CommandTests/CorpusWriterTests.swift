import Foundation
import Testing

/// Several processes at one corpus.
@Suite struct CorpusWriterTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("feed.jsonl", SmallFeed.lines(0..<20))
    #expect(try run("add", folder.path + "/feed.jsonl").status == 0)
  }

  private func words(_ words: [String]) -> [String] {
    ["corpus"] + words + ["--corpus", folder.path + "/news.ngcorpus"]
  }

  private func run(_ words: String...) throws -> ProgramRun {
    try ProgramRun(arguments: self.words(words))
  }

  /// Adds from a pipe that is held open.
  private func adding(_ pipe: HeldPipe) throws -> RunningProgram {
    let adding = try RunningProgram(words(["add", pipe.path]))
    let lock = folder.path + "/news.ngcorpus-lock"
    try adding.wait(until: "it has the lock") {
      FileManager.default.contents(atPath: lock)?.isEmpty == false
    }
    return adding
  }

  @Test func `who writes is told to those that would`() throws {
    let pipe = try HeldPipe(folder.path + "/pipe.jsonl")
    let adding = try adding(pipe)
    for words in [
      ["commit"], ["remove", "news-1"], ["compact"], ["add", folder.path + "/feed.jsonl"],
    ] {
      let refused = try ProgramRun(arguments: self.words(words + ["--wait", "0"]))
      #expect(refused.status == 2, "\(words)")
      #expect(
        refused.errors.contains("process \(adding.number) (newsgraph corpus add) is writing")
          && refused.errors.contains("--wait"), "\(words): \(refused.errors)")
    }
    #expect(try run("list").output.split(separator: "\n").count == 20)
    // One that waits comes after it.
    let removing = try RunningProgram(words(["remove", "news-1", "news-20"]))
    try pipe.write(SmallFeed.lines(19..<21))
    try adding.wait(until: "it reads the pipe") { pipe.isEmpty }
    try pipe.close()
    #expect(try adding.end().errors.contains("1 new, 0 changed, 1 unchanged"))
    let removed = try removing.end()
    #expect(removed.status == 0 && removed.errors.contains("2 removed"), "\(removed.errors)")
    #expect(try run("list").output.split(separator: "\n").count == 19)
  }

  @Test func `two commits at once make one version`() throws {
    let running = try (0..<2).map { _ in try RunningProgram(words(["commit"])) }
    let ended = try running.map { try $0.end() }
    #expect(ended.map(\.status) == [0, 0])
    #expect(ended.filter { $0.errors.contains("version 1, ") }.count == 1)
    #expect(ended.filter { $0.errors.contains("nothing changed since version 1") }.count == 1)
    #expect(try run("log").output.split(separator: "\n").count == 1)
    #expect(try run("verify").status == 0)
  }
}
