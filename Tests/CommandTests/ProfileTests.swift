import Foundation
import Testing

@Suite struct ProfileTests {
  static let facts = """
    @prefix e: <http://e/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    e:ana a e:Person ; rdfs:label "Ana & Co" ; e:worksFor e:bo ; e:nick "A", "B" .
    """

  @Test(arguments: ["strict", "gephi", "yed", "cytoscape", "neo4j"])
  func `every profile comes back through files`(profile: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in.ttl", Self.facts)
    let path = folder.path + "/graph.graphml"
    let run = try ProgramRun(
      "convert", folder.path + "/in.ttl", "--profile", profile, "-o", path, "--timings")
    #expect(run.status == 0 && run.errors.contains("written in"))
    let wanted = try ProgramRun("convert", folder.path + "/in.ttl", "--canonical")
    let found = try ProgramRun("convert", path, "--canonical")
    #expect(found.output == wanted.output && !wanted.output.isEmpty)
    #expect(!found.errors.contains("drawings"))
  }

  @Test func `a profile without GraphML is wrong usage`() throws {
    let convert = try ProgramRun(
      "convert", "-", "--from", "turtle", "--to", "dot", "--profile", "yed", input: Self.facts)
    #expect(convert.status == 64 && convert.errors.contains("--profile yed"))
    #expect(try ProgramRun("convert", "-", "--to", "graphml", "--profile", "x").status == 64)
    let diff = try ProgramRun("diff", "a.nt", "b.nt", "--profile", "gephi")
    #expect(diff.status == 64)
  }

  @Test func `differences have profiles too`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old.ttl", Self.facts)
    try folder.write("new.ttl", Self.facts + "\ne:bo e:worksFor e:cy .")
    let run = try ProgramRun(
      "diff", folder.path + "/old.ttl", folder.path + "/new.ttl", "--format", "graphml",
      "--profile", "neo4j")
    #expect(run.status == 1 && run.output.contains(" label=\"ADDED\">"))
  }

  @Test func `what says nothing of articles is no CSV for Neo4j`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.ttl", Self.facts)
    let run = try ProgramRun(
      "convert", folder.path + "/in.ttl", "--to", "neo4j-csv", "-o", folder.path + "/import")
    #expect(run.status == 2 && run.errors.contains("articles"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["in.ttl"])
  }

  @Test func `GEXF and CSV are for other programs to read`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.ttl", Self.facts)
    let path = folder.path + "/graph.gexf"
    #expect(try ProgramRun("convert", folder.path + "/in.ttl", "-o", path).status == 0)
    let back = try ProgramRun("convert", path, "--to", "nquads")
    #expect(back.status == 2 && back.errors.contains("cannot be read"))
  }
}
