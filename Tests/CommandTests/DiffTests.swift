import Foundation
import Testing

@Suite struct DiffTests {
  static let old = "<http://e/a> <http://e/p> \"1\" .\n<http://e/a> <http://e/p> \"2\" .\n"
  static let new = "<http://e/a> <http://e/p> \"2\" .\n<http://e/a> <http://e/p> \"3\" .\n"

  @Test func `the exit status is that of diff`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old.nt", Self.old)
    try folder.write("new.nt", Self.new)
    try folder.write("same.ttl", "@prefix e: <http://e/> . e:a e:p \"2\", \"1\" .")
    try folder.write("broken.nt", "nonsense\n")
    func run(_ one: String, _ two: String) throws -> ProgramRun {
      try ProgramRun("diff", "\(folder.path)/\(one)", "\(folder.path)/\(two)")
    }
    #expect(try run("old.nt", "same.ttl").status == 0)
    let different = try run("old.nt", "new.nt")
    #expect(different.status == 1 && different.output.contains("1 added, 1 removed"))
    let broken = try run("old.nt", "broken.nt")
    #expect(broken.status == 2 && broken.errors.contains("broken.nt:1:1:"))
    #expect(try run("old.nt", "absent.nt").status == 2)
    #expect(try ProgramRun("diff", "only-one").status == 64)
  }

  @Test func `patches go one way and back`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old.nt", Self.old)
    try folder.write("new.nt", Self.new)
    let paths = ["old", "new"].map { "\(folder.path)/\($0).nt" }
    let there = try ProgramRun("diff", paths[0], paths[1], "--format", "rdfpatch")
    let back = try ProgramRun("diff", paths[0], paths[1], "--format", "rdfpatch", "--reverse")
    #expect(there.output.contains("D <http://e/a> <http://e/p> \"1\" .\nA <http://e/a>"))
    #expect(back.output.contains("D <http://e/a> <http://e/p> \"3\" .\nA <http://e/a>"))
    let piped = try ProgramRun(
      "diff", "-", paths[1], "--from", "ntriples", "--format", "rdfpatch", input: Self.old)
    #expect(piped.output == there.output && piped.status == 1)
  }

  @Test func `formats are told by the name of the output`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old.nt", Self.old)
    try folder.write("new.nt", Self.new)
    for (name, mark) in [
      ("a.json", "{\"diff\":1,"), ("a.md", "# What changed"), ("a.ru", "DELETE DATA {"),
      ("a.rdfp", "TX .\n"), ("a.dot", "digraph"), ("a.graphml", "<graphml"), ("a.txt", "===="),
    ] {
      let path = "\(folder.path)/\(name)"
      let run = try ProgramRun(
        "diff", folder.path + "/old.nt", folder.path + "/new.nt", "-o", path)
      #expect(run.status == 1 && run.output.isEmpty, "\(name): \(run.errors)")
      #expect(try String(contentsOfFile: path, encoding: .utf8).contains(mark), "\(name)")
    }
  }

  @Test func `articles are read and compared with a graph of them`() throws {
    let folder = try TemporaryFolder()
    let before = "Alma Vanter visited Paris on Monday."
    let after = "Alma Vanter did not visit Paris, her office said."
    for (name, text) in [("old", before), ("new", after)] {
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
      try folder.write("\(name)/visit.txt", "A visit to Paris\n\n\(text)\n")
    }
    let records = folder.path + "/old.jsonl"
    let extracted = try ProgramRun("extract", folder.path + "/old", "-o", records)
    #expect(extracted.status == 0, "\(extracted.errors)")
    #expect(try ProgramRun("diff", records, folder.path + "/old").status == 0)
    let graphs = folder.path + "/graphs"
    _ = try ProgramRun("extract", folder.path + "/old", "--output", graphs)
    #expect(try ProgramRun("diff", graphs, records).status == 0)
    let run = try ProgramRun("diff", records, folder.path + "/new")
    #expect(run.status == 1 && run.output.contains("visited Paris"), "\(run.output)\(run.errors)")
  }
}
