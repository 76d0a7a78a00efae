import Foundation
import Testing

/// Ctrl-C and SIGTERM in the middle of work: a clean end, nothing lies about, a second run goes on.
///
/// Each test holds the program where it wants it: by a pipe that nobody closes or reads, or by
/// stopping the process while it looks.
@Suite struct InterruptionTests {
  private let folder: TemporaryFolder
  private var corpus: String { folder.path + "/news.ngcorpus" }
  private var feed: String { folder.path + "/feed.jsonl" }

  init() throws { folder = try TemporaryFolder() }

  private func inCorpus(_ words: [String]) -> [String] {
    ["corpus"] + words + ["--corpus", corpus]
  }

  private func run(_ words: String...) throws -> ProgramRun {
    try ProgramRun(arguments: inCorpus(words))
  }

  /// The names of temporary files, locks and parts of files.
  private func litter(_ path: String? = nil) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path ?? folder.path).filter {
      $0.hasPrefix(".") || $0.hasSuffix("-lock")
    }
  }

  private func fill(_ count: Int) throws {
    try folder.write("feed.jsonl", SmallFeed.lines(0..<count))
    #expect(try run("add", feed).status == 0)
  }

  private func articleCount() throws -> Int {
    try run("list").output.split(separator: "\n").count
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `add keeps what came through a pipe`(_ signal: Int32) throws {
    let pipe = try HeldPipe(folder.path + "/pipe.jsonl")
    let adding = try RunningProgram(inCorpus(["add", pipe.path]))
    try pipe.write(SmallFeed.lines(0..<200))
    // A batch is 128 articles; the others wait for more.
    try adding.wait(until: "a batch is stored") { try articleCount() == 128 }
    adding.send(signal)
    let ended = try adding.end()
    #expect(ended.status == 128 + signal)
    #expect(ended.errors.contains("stopped") && ended.errors.contains("200 articles are still"))
    #expect(try articleCount() == 200 && litter() == [])
    try folder.write("feed.jsonl", SmallFeed.lines(0..<210))
    let again = try run("add", feed)
    #expect(again.errors.contains("10 new, 0 changed, 200 unchanged"), "\(again.errors)")
    #expect(again.errors.contains("210 articles read"))
    #expect(try run("commit").status == 0)
    let extracted = try ProgramRun("extract", feed, "--format", "nquads")
    #expect(try run("export", "1", "--format", "nquads").output == extracted.output)
  }

  @Test func `a second signal ends the program at once`() throws {
    let pipe = folder.path + "/pipe.jsonl"
    // Nobody writes: even opening the pipe does not end.
    #expect(mkfifo(pipe, 0o600) == 0)
    let adding = try RunningProgram(inCorpus(["add", pipe]))
    try adding.wait(until: "it has the lock") { try !litter().isEmpty }
    try adding.wait(until: "the corpus is made") { try run("list").status == 0 }
    adding.send(SIGINT)
    usleep(300_000)
    adding.send(SIGINT)
    #expect(try adding.end().status == 130)
    #expect(try litter() == [])
    #expect(try run("verify").status == 0)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `commit keeps what it has read`(_ signal: Int32) throws {
    let count = 160
    try fill(count)
    try folder.write("more.tsv", "name\ttype\taliases\nZorvan Quell\tPerson\t\n")
    let committing = try RunningProgram(
      inCorpus(["commit", "--threads", "1", "--gazetteer", folder.path + "/more.tsv"]))
    func unread() throws -> Int? {
      // now: 160 articles, 144 still to be read
      let words = try run("status").output.split(whereSeparator: \.isWhitespace)
      return words.lastIndex(of: "still").flatMap { Int(words[$0 - 1]) }
    }
    var size = 0
    try committing.wait(until: "some articles are read") {
      // It looks only after something was stored, and nothing more is while it looks.
      let grown = FileManager.default.contents(atPath: corpus + "-wal")?.count ?? 0
      guard grown != size else { return false }
      size = grown
      committing.send(SIGSTOP)
      let unread = try unread()
      // All are read already before it has kept that other tables hold.
      if let unread, 0 < unread, unread < count {
        committing.send(signal)
        committing.send(SIGCONT)
        return true
      }
      committing.send(SIGCONT)
      return false
    }
    let ended = try committing.end()
    #expect(ended.status == 128 + signal, "\(ended.errors)")
    #expect(ended.errors.contains("still to be read"), "\(ended.errors)")
    #expect(try run("log").output.isEmpty && litter().isEmpty)
    let again = try run("commit")
    #expect(again.status == 0 && again.errors.contains("articles are read first"))
    #expect(!again.errors.contains("\(count) articles are read first"), "\(again.errors)")
    #expect(try run("verify").status == 0)
  }

  @Test(arguments: ["extract", "export"])
  func `files of a folder are whole or not there`(_ command: String) throws {
    try fill(20)
    #expect(try run("commit").status == 0)
    let output = folder.path + "/graphs"
    let words =
      (command == "export" ? inCorpus(["export", "1"]) : ["extract", feed]) + ["--output", output]
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    // Nobody reads it, so that it is the last file that is begun.
    #expect(mkfifo(output + "/graph.dot", 0o600) == 0)
    let writing = try RunningProgram(words)
    try writing.wait(until: "the files before it are there") {
      FileManager.default.fileExists(atPath: output + "/graph.graphml")
    }
    writing.send(SIGINT)
    let ended = try writing.end()
    #expect(ended.status == 130 && ended.errors.contains("stopped"), "\(ended.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
    #expect(names == ["graph.dot", "graph.graphml", "graph.rdf"])
    let before = try Data(contentsOf: URL(fileURLWithPath: output + "/graph.rdf"))
    try FileManager.default.removeItem(atPath: output + "/graph.dot")
    #expect(try ProgramRun(arguments: words).status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: output + "/graph.rdf")) == before)
    #expect(try litter(output) == [] && litter() == [])
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a file that is begun is taken away`(_ signal: Int32) throws {
    let pipe = try HeldPipe(folder.path + "/pipe.jsonl")
    let target = folder.path + "/words.conllu"
    try folder.write("words.conllu", "the old one")
    let writing = try RunningProgram(["annotate", pipe.path, "-o", target])
    try writing.wait(until: "the file is begun") { try litter().count == 1 }
    writing.send(signal)
    #expect(try writing.end().status == 128 + signal)
    #expect(try litter() == [])
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "the old one")
  }

  @Test func `a load that waits for the server ends, and goes on where it ended`() throws {
    let lines = (0..<60).map {
      "<https://e.org/s\($0)> <https://e.org/p> \"a value of some length\" <https://e.org/g> .\n"
    }
    try folder.write("a.nq", lines.joined())
    func words(_ server: TestStore, _ more: String...) -> [String] {
      ["load", folder.path + "/a.nq", "--endpoint", "http://127.0.0.1:\(server.port)/data"]
        + ["--store", "oxigraph", "--no-count", "--chunk-size", "1"] + more
    }
    let server = try TestStore(answers: 2)
    let loading = try RunningProgram(words(server))
    try loading.wait(until: "the third request is sent") { server.requests.count == 3 }
    loading.send(SIGINT)
    let ended = try loading.end()
    #expect(ended.status == 130, "\(ended.errors)")
    #expect(
      ended.errors.contains("statements were loaded before, in 2 requests")
        && ended.errors.contains("a request whose answer did not come"), "\(ended.errors)")
    let said = ended.errors.split(separator: " ").map(String.init)
    let skip = try #require(said.firstIndex(of: "--skip").map { said[$0 + 1] })
    let next = try TestStore(answers: .max)
    let again = try ProgramRun(arguments: words(next, "--skip", skip))
    #expect(again.status == 0, "\(again.errors)")
    #expect(
      server.requests.prefix(2).joined() + next.requests.joined() == lines.joined())
    #expect(try litter() == [])
  }
}
