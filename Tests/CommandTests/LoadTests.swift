import Foundation
import Testing

/// `newsgraph load` as far as it needs no server; `Scripts/check-stores` runs it with real ones.
@Suite struct LoadTests {
  private static let quads = """
    <https://e.org/a> <https://e.org/p> "1" <https://e.org/g> .
    <https://e.org/b> <https://e.org/p> "2" .

    """

  @Test func `wrong usage ends with 64`() throws {
    let root = "http://127.0.0.1:9"
    for arguments in [
      ["load", "a.nt"], ["load", "a.nt", "--endpoint", root, "--bulk", "x"],
      ["load", "a.nt", "--endpoint", root, "--add", "--replace"],
      ["load", "a.nt", "b.nt", "--endpoint", root, "--patch", "c.nt"],
      ["load", "a.nt", "--endpoint", root, "--store", "none"],
      ["load", "a.nt", "--endpoint", root, "--netrc", "--header-file", "x"],
      ["load", "a.nt", "--endpoint", root, "--replace", "--skip", "3"],
      ["load", "a.nt", "--endpoint", root, "--chunk-size", "0"],
      ["load", "-", "--endpoint", root, "--patch", "-"], ["query", "a.nt"],
    ] {
      let run = try ProgramRun(arguments: arguments)
      #expect(run.status == 64, "\(arguments): \(run.errors)")
    }
  }

  @Test func `what cannot be loaded is named`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.nq", Self.quads)
    try folder.write("article.txt", "The two ministers met.")
    let graph = folder.path + "/a.nq"
    for (arguments, text) in [
      ([graph, "--endpoint", "http://127.0.0.1:9/store", "--retries", "0"], "Connection refused"),
      ([graph, "--endpoint", "https://ana:s3cret@e.org/"], "netrc"),
      ([graph, "--endpoint", "e.org"], "begins with http"),
      ([folder.path + "/none.nt", "--endpoint", "http://127.0.0.1:9/"], "no such file"),
      ([folder.path + "/article.txt", "--endpoint", "http://127.0.0.1:9/"], "newsgraph extract"),
      ([graph, "--endpoint", "http://127.0.0.1:9/", "--header-file", "/nowhere"], "/nowhere"),
      (
        [graph, "--endpoint", "http://127.0.0.1:9/", "--netrc-file", graph], "no entry for the host"
      ),
      ([graph, "--endpoint", "http://127.0.0.1:9/", "--patch", graph], "where updates are taken"),
    ] {
      let run = try ProgramRun(arguments: ["load"] + arguments)
      #expect(run.status == 2 && run.errors.contains(text), "\(arguments): \(run.errors)")
      #expect(!run.errors.contains("s3cret"))
    }
  }

  @Test func `bulk files hold the graph, from a pipe too`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.nq", Self.quads)
    let runs = [
      try ProgramRun("load", folder.path + "/a.nq", "--bulk", folder.path + "/one"),
      try ProgramRun(
        "load", "-", "--from", "nquads", "--bulk", folder.path + "/two", input: Self.quads),
    ]
    for run in runs { #expect(run.status == 0 && run.errors.contains("2 statements in 1 file")) }
    let files = ["one", "two"].map {
      FileManager.default.contents(atPath: "\(folder.path)/\($0)/part-00001.nq.gz")
    }
    #expect(files[0] != nil && files[0] == files[1])
    let back = try ProgramRun(
      "convert", folder.path + "/one/part-00001.nq.gz", "--to", "nquads")
    #expect(back.output == Self.quads)
    let again = try ProgramRun("load", folder.path + "/a.nq", "--bulk", folder.path + "/one")
    #expect(again.status == 2 && again.errors.contains("take an empty folder"))
  }
}
