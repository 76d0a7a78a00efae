import Extraction
import Foundation
import Testing

@testable import NewsGraph

extension WritersTests {
  struct Neo4jTablesTests {
    @Test func `every relationship has both ends, and every node one id`() throws {
      var sample = GraphSample()
      sample.state(
        sample.entity("Alma"), "met", GraphSample.iri("person/nobody"),
        by: [GraphSample.iri("group/unknown")], place: GraphSample.iri("city/unknown"))
      sample.state(GraphSample.iri("person/other"), "met", .blank("b"))
      for graph in [StoryGraph.make(size: 60), GraphSample.village, sample.graph] {
        let tables = try WrittenTables(graph)
        let ids = tables.nodes.compactMap { $0["iri"] }
        #expect(ids.count == Set(ids).count && !ids.isEmpty)
        let known = Set(ids)
        for row in tables.relationships {
          #expect(known.contains(row[":START_ID"] ?? "") && known.contains(row[":END_ID"] ?? ""))
        }
      }
    }

    @Test func `only what an article states has a relationship of its property`() throws {
      let graph = StoryGraph.make(size: 60)
      let tables = try WrittenTables(graph)
      let edges = tables["edges.csv"]
      #expect(edges.count == graph.statements.count)
      for statement in graph.statements.values {
        let row = try #require(edges.first { $0["iri"] == statement.iri.string })
        let type = Neo4jNames.relationshipType(statement.key.predicate)
        #expect((row[":TYPE"] == type) == statement.isBareFact)
      }
    }

    @Test func `it can be asked who claims what, where`() throws {
      var sample = GraphSample()
      sample.article("a1", title: "Day, \"one\"", published: "2021-03-04")
      let alma = sample.entity("Alma", at: [0, 20])
      let bero = sample.entity("Bero")
      sample.state(
        alma, "accused", bero, .denied, by: [bero], at: TextRange(3, 30), date: "2021-02",
        confidence: 0.5)
      let tables = try WrittenTables(sample.graph)
      let claim = try #require(tables["claims.csv"].first)
      #expect(claim["modality"] == "denied" && claim["from"] == "2021-02-01")
      #expect(claim["to"] == "2021-02-28" && claim["begin"] == "3" && claim["end"] == "30")
      func end(_ type: String) -> String? {
        tables["links.csv"].first { $0[":START_ID"] == claim["iri"] && $0[":TYPE"] == type }?[
          ":END_ID"]
      }
      #expect(end("CLAIMED_BY") == bero.string)
      #expect(end("CLAIMS") == tables["statements.csv"][0]["iri"])
      let article = try #require(tables["articles.csv"].first)
      #expect(end("STANDS_IN") == article["iri"] && article["title"] == "Day, \"one\"")
      #expect(article["published"] == "2021-03-04")
      #expect(tables["statements.csv"][0]["text"] == "Alma accused Bero")
      #expect(tables["mentions.csv"].map { $0["begin"] } == ["0", "20", "0"])
    }

    @Test func `hostile texts come back whole, tabulators in lists but for one`() throws {
      let texts = HostileText.all
      let graph = HostileGraph.make(texts)
      let tables = try WrittenTables(graph)
      #expect(tables["values.csv"].compactMap { $0["value"] }.sorted() == texts.sorted())
      let names = Set(tables["entities.csv"].compactMap { $0["name"] })
      #expect(names == Set(graph.entities.values.map(\.name)))
      let aliases = tables["entities.csv"].flatMap {
        ($0["names"] ?? "").split(separator: "\t", omittingEmptySubsequences: false)
      }
      let wanted = graph.entities.values.flatMap(\.otherNames).map {
        $0.replacing("\t", with: " ")
      }
      #expect(aliases.map(String.init).sorted() == wanted.sorted())
      #expect(tables.losses.contains { $0.kind == .replacedTabulators && $0.count > 0 })
    }

    @Test func `a folder and an archive hold the same files`() throws {
      let folder = try TemporaryFolder()
      let graph = GraphSample.village
      try GraphFormat.neo4jCSV.write(graph, toPath: folder.path + "/import")
      let sink = OutputSink.memory()
      try GraphFormat.neo4jCSV.write(graph, to: sink)
      let archive = try WrittenTables.untar(sink.contents)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path + "/import").sorted()
          == archive.keys.sorted())
      for (name, text) in archive {
        #expect(
          try String(contentsOfFile: "\(folder.path)/import/\(name)", encoding: .utf8) == text)
      }
      #expect(archive["import.sh"]?.contains("neo4j-admin database import full") == true)
    }

    @Test func `a folder is replaced as a whole, or not at all`() throws {
      let folder = try TemporaryFolder()
      let path = folder.path + "/import"
      try GraphFormat.neo4jCSV.write(StoryGraph.make(size: 20), toPath: path + "/")
      let entities = path + "/entities.csv"
      let first = try String(contentsOfFile: entities, encoding: .utf8)
      try GraphFormat.neo4jCSV.write(GraphSample.village, toPath: path)
      #expect(try String(contentsOfFile: entities, encoding: .utf8) != first)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["import"])
      try Data("mine".utf8).write(to: URL(fileURLWithPath: path + "/notes.txt"))
      let before = try String(contentsOfFile: entities, encoding: .utf8)
      #expect(throws: WritingError.foreignFile(folder: path, file: "notes.txt")) {
        try GraphFormat.neo4jCSV.write(StoryGraph.make(size: 20), toPath: path)
      }
      #expect(try String(contentsOfFile: entities, encoding: .utf8) == before)
      #expect(throws: OutputError.self) {
        try GraphFormat.neo4jCSV.write(GraphSample.village, toPath: path + "/notes.txt")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["import"])
    }
  }
}

/// The tables as a test reads them: rows by the names of their columns.
private struct WrittenTables {
  private var tables: [String: [[String: String]]] = [:]
  let losses: [WritingReport.Loss]

  init(_ graph: KnowledgeGraph) throws {
    let files = try Neo4jTables(WholeGraph(graph), TemporaryStorage())
    for name in files.names where name.hasSuffix(".csv") {
      let sink = OutputSink.memory()
      try files.write(name, to: sink)
      try sink.finish()
      tables[name] = try Self.rows(sink.text)
    }
    losses = files.losses
  }

  subscript(name: String) -> [[String: String]] { tables[name] ?? [] }

  var nodes: [[String: String]] {
    ["entities", "values", "articles", "statements", "claims"].flatMap { self["\($0).csv"] }
  }

  var relationships: [[String: String]] {
    ["edges", "links", "mentions"].flatMap { self["\($0).csv"] }
  }

  struct Malformed: Error {}

  /// The rows of RFC 4180, each with as many fields as the first one.
  private static func rows(_ text: String) throws -> [[String: String]] {
    var rows: [[String]] = [[]]
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where !isQuoted && field.isEmpty: isQuoted = true
      case "\"" where isQuoted && scalars.first == "\"":
        field.append("\"")
        scalars.removeFirst()
      case "\"" where isQuoted:
        isQuoted = false
        guard scalars.first == "," || scalars.first == "\n" else { throw Malformed() }
      case "," where !isQuoted, "\n" where !isQuoted:
        rows[rows.count - 1].append(String(field))
        field.removeAll()
        if scalar == "\n" { rows.append([]) }
      default: field.append(scalar)
      }
    }
    guard !isQuoted, rows.last == [] else { throw Malformed() }
    rows.removeLast()
    // `iri:ID` is the property `iri`; `:TYPE` has no name of its own.
    let names = rows[0].map { name in
      name.hasPrefix(":") ? name : String(name.prefix { $0 != ":" })
    }
    return try rows.dropFirst().map { row in
      guard row.count == names.count else { throw Malformed() }
      return Dictionary(uniqueKeysWithValues: zip(names, row))
    }
  }

  /// The files of an archive by name.
  static func untar(_ bytes: [UInt8]) throws -> [String: String] {
    var files: [String: String] = [:]
    var start = 0
    while start + 512 <= bytes.count, bytes[start] != 0 {
      let header = bytes[start..<start + 512]
      func text(_ range: Range<Int>) -> String {
        let field = header[(start + range.lowerBound)..<(start + range.upperBound)]
        return String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
      }
      var sum = 0
      for (offset, byte) in header.enumerated() {
        sum += (148..<156).contains(offset) ? 32 : Int(byte)
      }
      guard text(257..<262) == "ustar", Int(text(148..<154), radix: 8) == sum,
        let size = Int(text(124..<135), radix: 8)
      else { throw Malformed() }
      files[text(0..<100)] = String(
        decoding: bytes[(start + 512)..<(start + 512 + size)], as: UTF8.self)
      start += 512 + (size + 511) / 512 * 512
    }
    guard bytes.count == start + 1024 else { throw Malformed() }
    return files
  }
}
