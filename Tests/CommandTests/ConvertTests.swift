import Foundation
import Testing

@Suite struct ConvertTests {
  static let turtle = """
    @prefix e: <http://e/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    e:ana a e:Person ; rdfs:label "Ana"@en ; e:knows [ e:age 41 ] .
    """

  @Test func `all formats of RDF come back through files and pipes`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.ttl", Self.turtle)
    let canonical = try ProgramRun(
      "convert", folder.path + "/in.ttl", "--canonical", "--to", "nquads")
    #expect(canonical.status == 0)
    for name in ["a.rdf", "a.nt", "a.nq.gz", "a.ttl.gz", "a.trig", "a.graphml", "a.owl.gz"] {
      let path = "\(folder.path)/\(name)"
      #expect(try ProgramRun("convert", folder.path + "/in.ttl", "-o", path).status == 0)
      let back = try ProgramRun("convert", path, "--canonical", "--to", "nquads")
      #expect(back.output == canonical.output, "\(name): \(back.errors)")
    }
    let piped = try ProgramRun(
      "convert", "-", "--from", "turtle", "--to", "nquads", "--canonical", input: Self.turtle)
    #expect(piped.output == canonical.output)
  }

  @Test func `packed files have the same bytes each time`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.ttl", Self.turtle)
    for name in ["a.nt.gz", "b.nt.gz"] {
      _ = try ProgramRun("convert", folder.path + "/in.ttl", "-o", "\(folder.path)/\(name)")
    }
    let files = try ["a", "b"].map {
      try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\($0).nt.gz"))
    }
    #expect(files[0] == files[1] && Array(files[0].prefix(2)) == [0x1F, 0x8B])
    #expect(Array(files[0][4..<8]) == [0, 0, 0, 0])
  }

  @Test func `blank nodes of two files are two nodes`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.nt", "_:x <http://e/p> \"1\" .\n")
    try folder.write("b.nt", "_:x <http://e/p> \"2\" .\n")
    let run = try ProgramRun(
      "convert", folder.path + "/a.nt", folder.path + "/b.nt", "--to", "ntriples")
    #expect(Set(run.output.split(separator: "\n").map { $0.prefix { $0 != " " } }).count == 2)
  }

  @Test func `what a format cannot hold is said`() throws {
    let quads = "<http://e/s> <http://e/p> \"1\" <http://e/g> .\n"
    for format in ["rdfxml", "ntriples", "turtle", "graphml", "dot"] {
      let run = try ProgramRun("convert", "-", "--from", "nquads", "--to", format, input: quads)
      #expect(run.status == 0 && run.errors.contains("1 named graph"), "\(format): \(run.errors)")
    }
    let run = try ProgramRun("convert", "-", "--from", "nquads", "--to", "jsonl", input: quads)
    #expect(run.status == 2 && run.errors.contains("articles"))
  }

  @Test func `a lenient run keeps what is good and writes what is not`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.nt", "<http://e/1> <http://e/p> \"a\" .\nnonsense\n")
    let run = try ProgramRun(
      "convert", folder.path + "/in.nt", "--lenient", "--rejects", folder.path + "/bad.txt", "--to",
      "ntriples")
    #expect(run.status == 1)
    #expect(run.output == "<http://e/1> <http://e/p> \"a\" .\n")
    #expect(run.errors.contains(":2:1:") && run.errors.contains("1 statement"))
    let rejects = try String(contentsOfFile: folder.path + "/bad.txt", encoding: .utf8)
    #expect(rejects.contains("nonsense"))
  }

  @Test func `an error leaves the old file as it was`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.nt", "<http://e/1> <http://e/p> \"a\" .\nnonsense\n")
    try folder.write("out.ttl", "old")
    let run = try ProgramRun("convert", folder.path + "/in.nt", "-o", folder.path + "/out.ttl")
    #expect(run.status == 2 && run.errors.contains("in.nt:2:1:"))
    #expect(try String(contentsOfFile: folder.path + "/out.ttl", encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func `relative IRIs need a base`() throws {
    let text = "<s> <p> <../o> ."
    let without = try ProgramRun("convert", "-", "--from", "turtle", "--to", "nquads", input: text)
    #expect(without.status == 2 && without.errors.contains("base"))
    let with = try ProgramRun(
      "convert", "-", "--from", "turtle", "--to", "nquads", "--base", "http://e/a/b/", input: text)
    #expect(with.output == "<http://e/a/b/s> <http://e/a/b/p> <http://e/a/o> .\n")
  }

  @Test func `limits can be set`() throws {
    let deep = "<http://e/s> <http://e/p> [ <http://e/p> [ <http://e/p> 1 ] ] ."
    let plain = try ProgramRun(
      "convert", "-", "--from", "turtle", "--to", "nquads", input: deep)
    #expect(plain.status == 0)
    let bounded = try ProgramRun(
      "convert", "-", "--from", "turtle", "--to", "nquads", "--max-depth", "1", input: deep)
    #expect(bounded.status == 2 && bounded.errors.contains("limit of 1"))
    #expect(try ProgramRun("convert", "-", "--to", "turtle", "--max-literal", "0").status == 64)
  }

  @Test func `wrong usage is status 64`() throws {
    #expect(try ProgramRun("convert", "-", "-o", "x.unknown").status == 64)
    #expect(try ProgramRun("convert", "-", "--to", "turtle", "--rejects", "x").status == 64)
    #expect(try ProgramRun("convert", "-", "--to", "turtle").status == 2)
    #expect(try ProgramRun("convert", "--to", "turtle").status == 64)
  }

  @Test func `a file is described beside it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.ttl", Self.turtle)
    let input = folder.path + "/in.ttl"
    for name in ["a.nt", "b.rdf", "c.nq.gz", "d.graphml"] {
      let path = "\(folder.path)/\(name)"
      #expect(try ProgramRun("convert", input, "-o", path).status == 0)
      let text = try String(contentsOfFile: path + ".void.ttl", encoding: .utf8)
      #expect(text.contains("void:triples 4") && text.contains("\"\(name)\""), "\(text)")
      #expect(try ProgramRun("convert", path + ".void.ttl", "--to", "ntriples").status == 0)
      let again = try ProgramRun("convert", input, "-o", path)
      #expect(again.status == 0)
      #expect(try String(contentsOfFile: path + ".void.ttl", encoding: .utf8) == text)
    }
    let bare = folder.path + "/e.nt"
    #expect(try ProgramRun("convert", input, "-o", bare, "--no-description").status == 0)
    #expect(!FileManager.default.fileExists(atPath: bare + ".void.ttl"))
  }

  @Test func `options of drawings belong to drawings`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.ttl", Self.turtle)
    let input = folder.path + "/in.ttl"
    #expect(try ProgramRun("convert", input, "--to", "nquads", "--top", "3").status == 64)
    let drawn = try ProgramRun(
      "convert", input, "--to", "dot", "--rank-by", "pagerank", "--top", "1", "--edge-labels",
      "none")
    #expect(drawn.status == 0 && drawn.output.hasPrefix("// "))
    let unknown = try ProgramRun("convert", input, "--to", "dot", "--cluster", "article")
    #expect(unknown.status == 2 && unknown.errors.contains("--cluster article needs articles"))
  }

  @Test func `records become RDF with a word about what it cannot hold`() throws {
    let records = """
      {"kind":"article","article":"a","title":null,"published":null,"publisher":null,\
      "characters":9,"iri":"http://e/article/a"}
      {"kind":"entity","article":"a","id":"http://e/city/x","name":"X","type":"City","link":null,\
      "mentions":[{"begin":0,"end":1,"form":"name"},{"begin":4,"end":5,"form":"name"}]}

      """
    let run = try ProgramRun("convert", "-", "--from", "jsonl", "--to", "ntriples", input: records)
    #expect(run.status == 0 && run.errors.contains("the positions of 2 mentions"), "\(run.errors)")
  }
}
