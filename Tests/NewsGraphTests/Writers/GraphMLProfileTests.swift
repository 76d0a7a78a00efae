import Extraction
import Testing

@testable import NewsGraph

extension WritersTests {
  struct GraphMLProfileTests {
    private static func text(_ graph: KnowledgeGraph, _ profile: GraphMLProfile) throws -> String {
      try GraphFormat.graphml.text(graph, .init(profile: profile))
    }

    private static func quads(_ text: String) throws -> Set<Quad> {
      Set(try GraphReader().quads(in: text, as: .graphml))
    }

    private static func hostileGraph() -> KnowledgeGraph {
      HostileGraph.make(HostileText.allowed.filter { $0.utf8.count < 200 })
    }

    // MARK: The way back

    @Test(arguments: GraphMLProfile.allCases)
    func `every profile gives back the graph of strict`(profile: GraphMLProfile) throws {
      var random = SeededGenerator(seed: 11)
      let graphs =
        [StoryGraph.make(size: 40), GraphSample.village, Self.hostileGraph()]
        + (0..<20).map { RandomGraph.make(article: "a\($0)", using: &random) }
      for graph in graphs {
        let strict = try Self.quads(Self.text(graph, .strict))
        let found = try Self.quads(Self.text(graph, profile))
        #expect(!strict.isEmpty)
        #expect(found == strict)
      }
    }

    @Test(arguments: GraphMLProfile.allCases)
    func `claims that a version of a graph is compared by come back alike`(profile: GraphMLProfile)
      throws
    {
      var options = GraphReadingOptions()
      options.unfoldsClaims = true
      let graph = StoryGraph.make(size: 40)
      let sides = try [GraphMLProfile.strict, profile].map { profile in
        let list = QuadList()
        try GraphReader(options: options).read(
          Array(Self.text(graph, profile).utf8), as: .graphml, into: list)
        return Set(list.quads)
      }
      #expect(sides[0] == sides[1])
      #expect(sides[0].contains { $0.triple.predicate == PROV.wasDerivedFrom })
    }

    @Test(arguments: GraphMLProfile.allCases)
    func `other RDF comes back from every profile`(profile: GraphMLProfile) throws {
      var random = RandomQuads(seed: 99, hasGraphs: false)
      var count = 0
      for _ in 0..<300 {
        let quads = random.dataset()
        let store = QuadStore()
        for quad in quads { store.add(quad) }
        guard let text = try? Self.write(quads, profile) else { continue }
        let found = QuadStore()
        try GraphReader().read(text, as: .graphml, into: found)
        let isSame = try CanonicalDataset(store) == CanonicalDataset(found)
        #expect(isSame, "\(String(decoding: text, as: UTF8.self))")
        if !isSame { return }
        count += 1
      }
      #expect(count > 100)
    }

    private static func write(_ quads: [Quad], _ profile: GraphMLProfile) throws -> [UInt8] {
      let sink = OutputSink.memory()
      let writer = try GraphFormat.graphml.quadWriter(to: sink, options: .init(profile: profile))
      for quad in quads { try writer.handle(EncodedQuad(quad)) }
      try writer.finish()
      try sink.finish()
      return sink.contents
    }

    @Test func `the drawings of our own files are no loss, as their columns tell them`() throws {
      let text = try Self.text(GraphSample.village, .yed)
      let report = try GraphReader().read(Array(text.utf8), as: .graphml, into: QuadList())
      #expect(!report.losses.contains { $0.contains("drawings") })
    }

    @Test(arguments: GraphMLProfile.allCases)
    func `all that strict says stands in every profile`(profile: GraphMLProfile) throws {
      let graph = Self.hostileGraph()
      let strict = try WrittenGraphML.read(Self.text(graph, .strict))
      let found = try WrittenGraphML.read(Self.text(graph, profile))
      for (left, right) in zip(strict.nodes + strict.edges, found.nodes + found.edges) {
        for (key, value) in left where profile != .neo4j || !Self.isList(key) {
          #expect(right[key] == value)
        }
      }
    }

    private static func isList(_ key: String) -> Bool {
      (try? GraphMLKeys())?.all.contains { $0.id == key && $0.isList } ?? false
    }

    // MARK: What each program looks for

    @Test func `Gephi gets colours and sizes, and hears of the edges that it adds up`() throws {
      let sink = OutputSink.memory()
      let report = try GraphFormat.graphml.write(
        GraphSample.village, to: sink, options: .init(profile: .gephi))
      let read = try WrittenGraphML.read(sink.text)
      for node in read.nodes {
        for key in ["node.r", "node.g", "node.b"] {
          #expect(node[key].flatMap(UInt8.init) != nil)
        }
        #expect(node["node.size"].flatMap(Double.init) ?? 0 > 0)
      }
      let denied = try #require(read.edges.first { $0["edge.standing"] == "denied" })
      let stated = try #require(read.edges.first { $0["edge.standing"] == "asserted" })
      #expect(denied["edge.r"] != stated["edge.r"])
      // Alma met and accused Bero.
      #expect(report.losses.contains(.init(.parallelEdges, 1)))
    }

    @Test func `yEd gets shapes, lines and arrows by class and standing`() throws {
      var sample = GraphSample()
      let alma = sample.entity("Alma & Sons", .organization)
      let town = sample.entity("Velmora", .city, link: "Q7")
      sample.state(alma, "visited", town, .denied)
      let text = try Self.text(sample.graph, .yed)
      #expect(text.contains("xmlns:y=\"http://www.yworks.com/xml/graphml\""))
      #expect(text.contains("yfiles.type=\"nodegraphics\""))
      #expect(text.contains(">Alma &amp; Sons</y:NodeLabel><y:Shape type=\"roundrectangle\"/>"))
      #expect(text.contains("<y:Fill color=\"\(DrawnClass.ofType(.city).fill)\""))
      #expect(text.contains("<y:LineStyle color=\"\(DrawnStanding(.denied).color)\" type=\"line\""))
      #expect(text.contains("target=\"t_shape\"/>"))
      #expect(text.contains("<data key=\"node.url\">http://www.wikidata.org/entity/Q7</data>"))
      let positions = text.matches(of: /x="(\d+\.0)" y="(\d+\.0)"/).map { "\($0.1) \($0.2)" }
      #expect(Set(positions).count == 2)
    }

    @Test func `no address of yEd's is a program`() throws {
      var sample = GraphSample()
      sample.state(
        sample.entity("A", iri: IRI(checked: "javascript:alert(1)")), "met", sample.entity("B"))
      let text = try Self.text(sample.graph, .yed)
      #expect(!text.contains("<data key=\"node.url\">javascript"))
    }

    @Test func `Cytoscape gets names of edges, and texts with markup whole`() throws {
      var sample = GraphSample()
      let firm = sample.entity("Stone & <Sons>", .organization)
      let other = sample.entity("End ]]> of it", .organization)
      sample.state(firm, "memberOf", other)
      let sink = OutputSink.memory()
      let report = try GraphFormat.graphml.write(
        sample.graph, to: sink, options: .init(profile: .cytoscape))
      #expect(sink.text.contains("<data key=\"node.name\"><![CDATA[Stone & <Sons>]]></data>"))
      let read = try WrittenGraphML.read(sink.text)
      #expect(read.edges[0]["edge.name"] == "Stone & <Sons> (memberOf) End ]]> of it")
      #expect(read.edges[0]["edge.line"] == "SOLID")
      // The label and the name of the node, and the name of the edge.
      #expect(report.losses.contains(.init(.cutTexts, 3)))
    }

    @Test func `Neo4j gets labels, arrays, and types of relationships for facts alone`() throws {
      var sample = GraphSample()
      let alma = sample.entity("Alma", aliases: ["A|V", "Vanter"])
      let town = sample.entity("Velmora", .city)
      sample.state(alma, "foreignMinisterOf", town)
      sample.state(alma, "visited", town, .denied, by: [town])
      let read = try WrittenGraphML.read(Self.text(sample.graph, .neo4j))
      #expect(read.nodes.map { $0["labels"] } == [":Entity:City", ":Entity:Person"])
      #expect(read.nodes[1]["node.aliases"] == "[\"A|V\",\"Vanter\"]")
      #expect(read.edges.map { $0["label"] } == ["FOREIGN_MINISTER_OF", "CLAIMED"])
    }

    @Test(arguments: [
      ("foreignMinisterOf", "FOREIGN_MINISTER_OF"), ("met", "MET"), ("hasURLOf", "HAS_URL_OF"),
      ("open:discussWith", "DISCUSS_WITH"), ("", "RELATED"), ("a-b c", "A_B_C"), ("été", "ÉTÉ"),
    ])
    func `types of relationships are in capitals`(name: String, type: String) {
      #expect(Neo4jNames.relationshipType(name) == type)
    }

    @Test func `labels hold nothing that would begin another one`() {
      #expect(Neo4jNames.label("A:B c") == "A_B_c")
      #expect(Neo4jNames.label("") == "Thing")
    }
  }
}
