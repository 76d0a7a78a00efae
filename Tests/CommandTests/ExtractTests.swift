import Foundation
import Testing

@Suite struct ExtractTests {
  static let story = """
    Norway and Chile sign treaty

    OSLO - Norwegian Foreign Minister Kari Solberg met Chilean President Ana Rojas in Oslo on Friday.

    Chile denied attacking Peru.
    """

  @Test func `standard input gives JSON lines with the article, its entities and its claims`()
    throws
  {
    let run = try ProgramRun("extract", "-", "--format", "jsonl", "--quiet", input: Self.story)
    #expect(run.status == 0)
    let records = try run.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let kinds = Set(records.compactMap { $0["kind"] as? String })
    #expect(kinds == ["article", "entity", "claim"])
    let names = Set(records.compactMap { $0["name"] as? String })
    #expect(names.isSuperset(of: ["Kari Solberg", "Norway", "Chile"]))
    let claims = records.filter { $0["kind"] as? String == "claim" }
    #expect(claims.contains { $0["predicate"] as? String == "foreignMinisterOf" })
    let denied = claims.filter { $0["predicate"] as? String == "attacked" }
    #expect(!denied.isEmpty)
    #expect(denied.allSatisfy { $0["modality"] as? String == "denied" })
  }

  @Test func `weekdays are told from the day that the user gives, where the article states none`()
    throws
  {
    func dates(_ arguments: [String], _ text: String) throws -> Set<String?> {
      let run = try ProgramRun(
        arguments: ["extract", "-", "--format", "jsonl", "--quiet"] + arguments, input: text)
      let records = try run.output.split(separator: "\n").map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
      return Set(
        records.filter { $0["predicate"] as? String == "met" }.map { $0["date"] as? String })
    }
    #expect(try dates([], Self.story) == [nil])
    #expect(try dates(["--published", "2021-03-10"], Self.story) == ["2021-03-05"])
    let dated = "Published: 19 March 2021\n\n" + Self.story
    #expect(try dates(["--published", "2021-03-10"], dated) == ["2021-03-19"])
    #expect(try ProgramRun("extract", "-", "--published", "Friday").status == 64)
  }

  @Test func `a denied act is no plain triple`() throws {
    let run = try ProgramRun("extract", "-", "--format", "ntriples", "--quiet", input: Self.story)
    #expect(run.status == 0)
    #expect(run.output.contains("ontology#denied"))
    let plain = run.output.split(separator: "\n").filter {
      $0.contains("> <https://w3id.org/newsgraph/ontology#attacked> <")
    }
    #expect(plain.isEmpty)
  }

  @Test func `a broken file among good ones is named, and the others are read`() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt", Self.story)
    try folder.write("empty.txt", "")
    try folder.write("binary.txt", "a\u{0}b\u{0}c")
    let run = try ProgramRun("extract", folder.path, "--output", folder.path + "/out")
    #expect(run.status == 1)
    #expect(run.errors.contains("empty.txt"))
    #expect(run.errors.contains("binary.txt"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted()
    #expect(
      files == [
        "graph.dot", "graph.graphml", "graph.jsonl", "graph.nq", "graph.nt", "graph.rdf",
        "report.md", "void.ttl",
      ])
  }

  @Test func `nothing to read is status 2, wrong usage is status 64`() throws {
    #expect(try ProgramRun("extract", "/nonexistent").status == 2)
    #expect(try ProgramRun("extract", "-", "--format", "nonsense").status == 64)
    #expect(try ProgramRun("extract", "-", "--threads", "0").status == 64)
  }

  @Test func `a full device is an error`() throws {
    let run = try ProgramRun(
      "extract", "-", "--format", "jsonl", "-o", "/dev/full", input: Self.story)
    #expect(run.status == 2)
    #expect(run.errors.contains("/dev/full"))
  }

  @Test func `the number of threads does not change a byte`() throws {
    let folder = try TemporaryFolder()
    for index in 0..<6 { try folder.write("story-\(index).txt", Self.story) }
    let outputs = try ["1", "2", "5"].map {
      try ProgramRun(
        "extract", folder.path, "--format", "nquads", "--threads", $0, "--quiet"
      ).output
    }
    #expect(!outputs[0].isEmpty)
    #expect(Set(outputs).count == 1)
  }

  @Test func `annotate writes CoNLL-U of ten columns`() throws {
    let run = try ProgramRun("annotate", "-", "--format", "conllu", "--quiet", input: Self.story)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("# newdoc id = "))
    let rows = run.output.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rows.count > 20)
    #expect(rows.allSatisfy { $0.split(separator: "\t").count == 10 })
  }
}
