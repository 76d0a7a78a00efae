import Foundation
import Testing

@Suite struct CorpusTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/news.ngcorpus" }

  init() throws {
    folder = try TemporaryFolder()
    try write("visit", "Alma Vanter visited Paris on Monday.")
    try write("talks", "Ute Brandt met Bero Massimi in Geneva.")
  }

  private func write(_ name: String, _ text: String) throws {
    let articles = folder.path + "/articles"
    try FileManager.default.createDirectory(
      atPath: articles, withIntermediateDirectories: true)
    try folder.write("articles/\(name).txt", "News of \(name)\n\n\(text)\n")
  }

  private func run(_ words: String...) throws -> ProgramRun {
    try ProgramRun(arguments: ["corpus"] + words + ["--corpus", path])
  }

  private func added() throws -> ProgramRun { try run("add", folder.path + "/articles") }

  @Test func `articles are added, committed, exported and compared`() throws {
    #expect(try run("log").status == 2)
    let first = try added()
    #expect(first.status == 0 && first.errors.contains("2 new, 0 changed, 0 unchanged"))
    #expect(first.errors.contains("2 articles read"))
    let committed = try run("commit", "-m", "the first")
    #expect(committed.status == 0 && committed.errors.contains("2 (+2) articles"))
    let again = try run("commit")
    #expect(again.status == 0 && again.errors.contains("nothing changed since version 1"))

    let list = try run("list")
    #expect(list.output.split(separator: "\n").count == 2 && list.output.hasPrefix("talks\t"))
    for format in ["nquads", "rdfxml", "graphml", "dot", "jsonl"] {
      let exported = try run("export", "1", "--format", format)
      let extracted = try ProgramRun("extract", folder.path + "/articles", "--format", format)
      #expect(exported.status == 0 && exported.output == extracted.output, "\(format)")
    }

    try write("visit", "Alma Vanter did not visit Paris, her office said.")
    #expect(try added().errors.contains("0 new, 1 changed, 1 unchanged"))
    #expect(try run("status").output.contains("2 (~1) articles, 0 still to be read"))
    #expect(try run("commit", "-m", "a correction").status == 0)
    #expect(try run("log", "--limit", "1").output.contains(": a correction"))
    let diff = try run("diff", "1", "latest")
    #expect(diff.status == 1 && diff.output.contains("visited Paris"))
    #expect(try run("diff", "1", "1").status == 0)
    let addressed = try ProgramRun("diff", path + "@1", path, "--format", "json")
    #expect(addressed.output == (try run("diff", "1", "2", "--format", "json").output))
    let mixed = try ProgramRun("diff", path + "@latest", folder.path + "/articles")
    #expect(mixed.status == 0, "\(mixed.output)")
    for drawing in ["dot", "graphml"] {
      #expect(try run("diff", "1", "2", "--format", drawing).output.contains("Paris"))
    }
    let verified = try run("verify")
    #expect(verified.status == 0 && verified.errors.contains("all is well"))
    #expect(try run("compact").status == 0)
    #expect(try run("export", "1", "--format", "nquads").output != "")
  }

  @Test func `what cannot be is said`() throws {
    #expect(try added().status == 0)
    let unknown = try run("remove", "talks", "absent")
    #expect(unknown.status == 1 && unknown.errors.contains("there is no article 'absent'"))
    let none = try run("diff", "1", "2")
    #expect(none.status == 2 && none.errors.contains("nothing was committed yet"))
    #expect(try run("export", "yesterday").status == 64)
    try folder.write("other", "something else that lies there")
    let other = try ProgramRun("corpus", "add", folder.path, "--corpus", folder.path + "/other")
    #expect(other.status == 2 && other.errors.contains("is no corpus"))
    #expect(try run("add", folder.path + "/none").status == 2)
  }

  @Test func `a mirror has what the folder has`() throws {
    #expect(try added().status == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/articles/talks.txt")
    #expect(try added().errors.contains("0 new, 0 changed, 1 unchanged"))
    #expect(try run("list").output.contains("talks\t"))
    let mirrored = try run("add", folder.path + "/articles", "--mirror")
    #expect(mirrored.errors.contains("1 removed"))
    #expect(try run("list").output.contains("talks\t") == false)
  }
}
