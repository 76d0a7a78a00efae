import Extraction
import Foundation
import Testing

@testable import NewsGraph

#if canImport(FoundationXML)
  import FoundationXML
#endif

extension WritersTests {
  struct GEXFWriterTests {
    @Test func `edges live on the days that their claims tell`() throws {
      var sample = GraphSample()
      let alma = sample.entity("Alma")
      let bero = sample.entity("Bero")
      sample.state(alma, "met", bero, date: "2021-02-28")
      sample.state(alma, "met", bero, .denied, at: TextRange(50, 60), date: "2020-12")
      sample.state(alma, "met", bero, at: TextRange(70, 80), date: "2020-12-24/2021-01-06")
      sample.state(alma, "backs", bero, date: "2019/..")
      sample.state(bero, "backs", alma, date: "some day")
      let read = try WrittenGEXF.read(GraphFormat.gexf.text(sample.graph))
      #expect(read.graph["mode"] == "dynamic" && read.graph["timeformat"] == "date")
      #expect(read.graph["start"] == "2019-01-01" && read.graph["end"] == nil)
      let spells = Dictionary(
        uniqueKeysWithValues: read.edges.map { ("\($0.source ?? "") \($0.kind ?? "")", $0.spells) })
      #expect(spells["n0 met"] == ["2020-12-01 2021-01-06", "2021-02-28 2021-02-28"])
      #expect(spells["n0 backs"] == ["2019-01-01 "])
      #expect(spells["n1 backs"] == [])
    }

    @Test func `a graph without dates is static`() throws {
      let read = try WrittenGEXF.read(GraphFormat.gexf.text(GraphSample.village))
      #expect(read.graph["mode"] == "static" && read.graph["timeformat"] == nil)
      #expect(read.edges.count == 7 && read.edges.allSatisfy { $0.spells.isEmpty })
      // Parallel edges are told apart by their kind.
      let keys = read.edges.map { "\($0.source ?? "") \($0.target ?? "") \($0.kind ?? "")" }
      #expect(Set(keys).count == 7)
    }

    @Test func `hostile names are read back whole, and columns are declared`() throws {
      let graph = HostileGraph.make(HostileText.allowed)
      let read = try WrittenGEXF.read(GraphFormat.gexf.text(graph))
      let names = Set(read.nodes.compactMap { $0["label"] })
      #expect(names.isSuperset(of: graph.entities.values.map(\.name)))
      #expect(read.usedColumns.isSubset(of: read.columns) && !read.usedColumns.isEmpty)
    }

    @Test func `what XML cannot hold is an error that names the entity`() throws {
      var sample = GraphSample()
      let iri = sample.entity("bad\u{1}")
      #expect(
        throws: WritingError.forbiddenCharacter(codePoint: 1, offset: 3, place: "<\(iri)>")
      ) { try GraphFormat.gexf.text(sample.graph) }
    }

    @Test func `any RDF becomes GEXF`() throws {
      let sink = OutputSink.memory()
      let writer = try GraphFormat.gexf.quadWriter(to: sink)
      let turtle = """
        @prefix e: <http://e/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        e:ana a e:Person ; rdfs:label "Ana"@en ; e:age 41 ; e:knows e:bo, [ e:age 3 ] .
        """
      try GraphReader().read(Array(turtle.utf8), as: .turtle, into: writer)
      try writer.finish()
      try sink.finish()
      let read = try WrittenGEXF.read(sink.text)
      #expect(read.nodes.compactMap { $0["label"] }.contains("Ana"))
      #expect(read.edges.map(\.kind) == ["e:knows", "e:knows"])
      #expect(read.usedColumns.isSubset(of: read.columns))
      #expect(sink.text.contains("title=\"e:age ^^integer\" type=\"long\""))
    }
  }
}

/// GEXF as a test reads it.
private final class WrittenGEXF: NSObject, WrittenXML {
  struct Edge {
    var source, target, kind: String?
    var spells: [String] = []
  }

  private(set) var graph: [String: String] = [:]
  private(set) var nodes: [[String: String]] = []
  private(set) var edges: [Edge] = []
  private(set) var columns: Set<String> = []
  private(set) var usedColumns: Set<String> = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name {
    case "graph": graph = attributes
    case "node": nodes.append(attributes)
    case "edge":
      edges.append(
        Edge(source: attributes["source"], target: attributes["target"], kind: attributes["kind"]))
    case "spell":
      edges[edges.count - 1].spells.append(
        "\(attributes["start"] ?? "") \(attributes["end"] ?? "")")
    case "attribute": columns.insert(attributes["id"] ?? "")
    case "attvalue": usedColumns.insert(attributes["for"] ?? "")
    default: break
    }
  }
}
