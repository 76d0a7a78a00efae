import Foundation
import Testing

@Suite struct WorkerTests {
  private static let articles = [
    #"{"id":"a","date":"2021-03-04","text":"President Anne Morel of Chile met Ute Brandt in Oslo."}"#,
    #"{"id":"b","date":"2021-03-05","text":"Morel denied that Chile had attacked the port of Riga."}"#,
    #"{"id":"c","title":"Port","text":"Police said that Chile had attacked the port of Riga."}"#,
    #"{"id":"b","date":"2021-03-06","text":"Chilean President Anne Morel left Oslo on Friday."}"#,
  ]

  /// Runs a worker on articles and keeps its results in a file.
  private static func results(
    of articles: [String], in folder: TemporaryFolder, as name: String
  ) throws -> String {
    let run = try ProgramRun("worker", input: articles.joined(separator: "\n"))
    #expect(run.status == 0, "\(run.errors)")
    try folder.write(name, run.output)
    return "\(folder.path)/\(name)"
  }

  private static func statuses(_ output: String) throws -> [String] {
    try output.split(separator: "\n").dropFirst().map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["status"] as? String)
    }
  }

  @Test func `each line has a result in its place, and a bad one says why`() throws {
    let lines = [
      Self.articles[0], "{\"id\":", "[1]", #"{"id":"x"}"#, #"{"text":"No name at all."}"#,
      #"{"id":7,"text":5}"#, Self.articles[1], "\u{1}",
    ]
    let run = try ProgramRun("worker", input: lines.joined(separator: "\n"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try Self.statuses(run.output)
        == ["read", "rejected", "rejected", "rejected", "rejected", "rejected", "read", "end"])
    let results = run.output.split(separator: "\n").dropFirst().map(String.init)
    #expect(results[1].contains(#""line":2,"reason":"malformed JSON"#))
    #expect(results[3].contains("holds no article text"))
    #expect(results[4].contains("neither 'id' nor 'url'"))
    #expect(results[5].contains("expected a string in 'text', found a number"))
    #expect(results[7] == #"{"status":"end","read":2,"rejected":5}"#)
  }

  @Test func `an article over the limit is a result`() throws {
    let long = #"{"id":"long","text":""# + String(repeating: "word ", count: 300_000) + #""}"#
    let run = try ProgramRun(
      "worker", "--size-limit", "1", input: "\(long)\n\(Self.articles[0])\n")
    #expect(run.status == 0)
    #expect(try Self.statuses(run.output) == ["rejected", "read", "end"])
  }

  @Test func `hello tells what a worker is`() throws {
    let run = try ProgramRun("worker", "--hello")
    #expect(run.status == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect((object["fingerprint"] as? String)?.count == 64)
    #expect(object["protocol"] as? Int == 1)
    let other = try ProgramRun("worker", "--hello", "--base", "https://e.example/")
    #expect(other.output != run.output)
  }

  @Test func `the graph of results is the graph of the articles, byte for byte`() throws {
    let folder = try TemporaryFolder()
    try folder.write("all.jsonl", Self.articles.joined(separator: "\n"))
    let parts = [
      try Self.results(of: Array(Self.articles[..<1]), in: folder, as: "1.out"),
      try Self.results(of: Array(Self.articles[1...]), in: folder, as: "2.out"),
    ]
    for format in ["nquads", "rdfxml", "graphml", "jsonl"] {
      let extracted = try ProgramRun("extract", "\(folder.path)/all.jsonl", "--format", format)
      let joined = try ProgramRun("join", parts[0], parts[1], "--format", format)
      #expect(joined.status == 0, "\(joined.errors)")
      #expect(joined.output == extracted.output)
      #expect(joined.output.contains("b-2"))
    }
  }

  @Test func `a name stands for the file of articles without ids`() throws {
    let folder = try TemporaryFolder()
    let line = #"{"text":"President Anne Morel of Chile met Ute Brandt in Oslo."}"#
    try folder.write("2021-03-04-wires.jsonl", line)
    let extracted = try ProgramRun(
      "extract", "\(folder.path)/2021-03-04-wires.jsonl", "--format", "nquads")
    let worker = try ProgramRun("worker", "--name", "2021-03-04-wires", input: line)
    let joined = try ProgramRun("join", "-", "--format", "nquads", input: worker.output)
    #expect(joined.output == extracted.output)
    #expect(joined.output.contains("wires-1"))
  }

  @Test func `results that are cut off or another worker's are refused`() throws {
    let folder = try TemporaryFolder()
    let path = try Self.results(of: Self.articles, in: folder, as: "all.out")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    try folder.write("end.out", lines.dropLast().joined(separator: "\n"))
    try folder.write("middle.out", String(text.dropLast(200)))
    try folder.write("headless.out", lines.dropFirst().joined(separator: "\n"))
    try folder.write("other.out", "{\"id\":\"a\"}\n")
    for (name, reason) in [
      ("end", "end before their worker did"), ("middle", "is no result of a worker"),
      ("headless", "expected the line with which a worker begins"),
      ("other", "expected the line with which a worker begins"),
    ] {
      let run = try ProgramRun("join", "\(folder.path)/\(name).out")
      #expect(run.status == 2, "\(name)")
      #expect(run.errors.contains("\(name).out:"), "\(run.errors)")
      #expect(run.errors.contains(reason), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
    let other = try ProgramRun("join", path, "--base", "https://e.example/")
    #expect(other.status == 2)
    #expect(other.errors.contains("all.out:1: "), "\(other.errors)")
    #expect(other.errors.contains("fingerprint"), "\(other.errors)")
  }

  @Test func `rejected articles are told and are status 1`() throws {
    let folder = try TemporaryFolder()
    let path = try Self.results(of: [Self.articles[0], "{}"], in: folder, as: "all.out")
    let run = try ProgramRun("join", path, "--quiet", "--format", "ntriples")
    #expect(run.status == 1)
    #expect(run.errors.contains("all.out:2: holds no article text"), "\(run.errors)")
    #expect(!run.output.isEmpty)
  }
}
