import Foundation
import Testing

@Suite struct ExplainTests {
  /// Three papers on one minister, in two spellings and by surname, and one on her namesake.
  private static func corpus() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "north.txt",
      "Latvian Foreign Minister Yelena Tarkhanova met Chilean President Ana Rojas in Riga on Friday."
        + " Tarkhanova said that the talks had been useful.\n")
    try folder.write(
      "south.txt",
      "Foreign Minister Elena Tarkhanova of Latvia flew to Madrid on Monday for a meeting.\n")
    try folder.write(
      "west.txt", "The foreign minister of Latvia, Tarkhanova, rejected the plan of the council.\n")
    try folder.write("east.txt", "Singer Boris Tarkhanov opened the festival in Oslo on Sunday.\n")
    return folder
  }

  @Test func `names, mentions and the reasons of each join are told`() throws {
    let folder = try Self.corpus()
    let run = try ProgramRun("explain", "elena tarkhanova", folder.path, "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("(Person)"))
    for article in ["north", "south"] { #expect(run.output.contains("  \(article)")) }
    #expect(run.output.contains("spelling, spellings of one name"))
    #expect(run.output.contains("Latvia"))
    #expect(run.output.contains("“Tarkhanova”"))
    #expect(!run.output.contains("Boris Tarkhanov:"))
  }

  @Test func `JSON says the same with offsets that point at the words`() throws {
    let folder = try Self.corpus()
    let run = try ProgramRun(
      "explain", "Yelena Tarkhanova", folder.path, "--quiet", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(record["type"] as? String == "Person")
    let articles = try #require(record["articles"] as? [[String: Any]])
    var seen = 0
    for article in articles {
      let id = try #require(article["article"] as? String)
      let text = Array(
        try String(contentsOfFile: "\(folder.path)/\(id).txt", encoding: .utf8).unicodeScalars)
      for mention in try #require(article["mentions"] as? [[String: Any]]) {
        let begin = try #require(mention["begin"] as? Int)
        let end = try #require(mention["end"] as? Int)
        var words = String.UnicodeScalarView()
        words.append(contentsOf: text[begin..<end])
        #expect(String(words) == mention["text"] as? String)
        #expect((mention["reason"] as? String)?.isEmpty == false)
        seen += 1
      }
    }
    #expect(seen >= 3)
    #expect((record["joined"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test func `an entity is found by IRI and by Wikidata number`() throws {
    let folder = try Self.corpus()
    let byName = try ProgramRun("explain", "LATVIA", folder.path, "--quiet")
    #expect(byName.status == 0)
    #expect(byName.output.contains("Q211"))
    let byNumber = try ProgramRun("explain", "Q211", folder.path, "--quiet")
    let byIRI = try ProgramRun(
      "explain", "https://w3id.org/newsgraph/id/country/latvia", folder.path, "--quiet")
    #expect(byNumber.output == byName.output)
    #expect(byIRI.output == byName.output)
  }

  @Test func `a name of several is status 1 with the IRIs to choose from`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "Canadian Foreign Minister John Smith arrived in Oslo on Friday.\n")
    try folder.write("b.txt", "Irish President John Smith opened a school in Cork on Monday.\n")
    let run = try ProgramRun("explain", "John Smith", folder.path, "--quiet")
    #expect(run.status == 1, "\(run.output)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("give the IRI of one"))
    #expect(run.errors.contains("person/john-smith-canada"))
    #expect(run.errors.contains("person/john-smith-ireland"))
  }

  @Test func `a name that nobody has is status 2`() throws {
    let folder = try Self.corpus()
    let run = try ProgramRun("explain", "Nobody Atall", folder.path, "--quiet")
    #expect(run.status == 2)
    #expect(run.errors.contains("no entity is called 'Nobody Atall'"))
    #expect(try ProgramRun("explain", "Latvia", folder.path, "--format", "xml").status == 64)
  }

  @Test func `the order of the input and the number of threads change nothing`() throws {
    let folder = try Self.corpus()
    let files = ["north", "south", "west", "east"].map { "\(folder.path)/\($0).txt" }
    let first = try ProgramRun(
      "explain", "Yelena Tarkhanova", files[0], files[1], files[2], files[3], "--quiet",
      "--threads", "1")
    let second = try ProgramRun(
      "explain", "Yelena Tarkhanova", files[3], files[1], files[0], files[2], "--quiet",
      "--threads", "4")
    #expect(first.status == 0)
    #expect(first.output == second.output)
    let graphs = try [files, files.reversed()].map {
      try ProgramRun(
        "extract", $0[0], $0[1], $0[2], $0[3], "--format", "nquads", "--quiet"
      ).output
    }
    #expect(!graphs[0].isEmpty)
    #expect(graphs[0] == graphs[1])
  }
}
