import Testing

@testable import NewsGraph

extension ReadersTests {
  struct GraphMLReaderTests {
    private static func triples(_ text: String, base: String? = nil) throws -> Set<Triple> {
      let list = QuadList()
      let reader = GraphReader(options: .init(base: try base.map { try IRI($0) }))
      try reader.read(Array(text.utf8), as: .graphml, into: list)
      return Set(list.quads.map(\.triple))
    }

    private static let namespace = GraphMLNames.namespace
    private static func own(_ name: String) -> IRI { IRI(checked: namespace + name) }

    @Test func `what networkx writes has typed values and blank nodes`() throws {
      let text = """
        <?xml version='1.0' encoding='utf-8'?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
          <key id="d1" for="edge" attr.name="weight" attr.type="double" />
          <key id="d0" for="node" attr.name="age" attr.type="long" />
          <graph edgedefault="directed"><node id="ana"><data key="d0">41</data></node>
            <node id="b c"/><edge source="ana" target="b c"><data key="d1">0.5</data></edge>
          </graph></graphml>
        """
      let found = try Self.triples(text)
      let age = Literal("41", datatype: XSD.datatype("integer"))
      #expect(found.contains(Triple(.blank("ana"), Self.own("age"), .literal(age))))
      #expect(found.contains(Triple(.blank("ana"), Self.own("edge"), .blank("_x622063"))))
      #expect(found.contains { $0.predicate == Self.own("weight") })
      #expect(found.contains { $0.predicate == RDF.subject && $0.object == .blank("ana") })
    }

    @Test func `a base makes IRIs of ids`() throws {
      let text =
        "<graphml><graph><node id='a b'/><edge source='a b' target='a b'/></graph></graphml>"
      let node = IRI(checked: "http://e/g#a%20b")
      #expect(
        try Self.triples(text, base: "http://e/g")
          == [Triple(.iri(node), Self.own("edge"), .iri(node))])
    }

    @Test func `ids and columns that are IRIs are names, edges may come first`() throws {
      let text = """
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
          <key id="k" for="node" attr.name="uri" attr.type="string"/>
          <key id="l" for="edge" attr.name="predicate" attr.type="string"/>
          <graph edgedefault="undirected">
            <edge source="http://e/a" target="n2"><data key="l">http://e/knows</data></edge>
            <node id="http://e/a"/><node id="n2"><data key="k">http://e/b</data></node>
          </graph></graphml>
        """
      #expect(
        try Self.triples(text) == [
          Triple(
            .iri(IRI(checked: "http://e/a")), IRI(checked: "http://e/knows"),
            .iri(IRI(checked: "http://e/b")))
        ])
    }

    @Test func `Gephi's labels and igraph's names are kept`() throws {
      let text = """
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
          <key attr.name="label" attr.type="string" for="node" id="label"/>
          <key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
          <key id="v_name" for="node" attr.name="name" attr.type="string"/>
          <graph edgedefault="directed">
            <node id="n0"><data key="label">Ana</data><data key="v_name">ana</data></node>
            <node id="n1"/><edge id="0" source="n0" target="n1"><data key="edgelabel">met in</data></edge>
          </graph></graphml>
        """
      let found = try Self.triples(text)
      #expect(found.contains(Triple(.blank("n0"), RDFS.label, .literal(Literal("Ana")))))
      #expect(found.contains(Triple(.blank("n0"), Self.own("name"), .literal(Literal("ana")))))
      #expect(found.contains(Triple(.blank("n0"), Self.own("met%20in"), .blank("n1"))))
    }

    @Test func `yEd's drawings give their labels and are counted`() throws {
      let text = """
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
          <key for="node" id="d6" yfiles.type="nodegraphics"/>
          <key for="edge" id="d10" yfiles.type="edgegraphics"/>
          <graph edgedefault="directed" id="G">
            <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30.0"/>
              <y:NodeLabel fontSize="12">Ana</y:NodeLabel></y:ShapeNode></data></node>
            <node id="n1"/>
            <edge id="e0" source="n0" target="n1"><data key="d10"><y:PolyLineEdge>
              <y:EdgeLabel>knows</y:EdgeLabel></y:PolyLineEdge></data></edge>
          </graph></graphml>
        """
      #expect(
        try Self.triples(text) == [
          Triple(.blank("n0"), RDFS.label, .literal(Literal("Ana"))),
          Triple(.blank("n0"), Self.own("knows"), .blank("n1")),
        ])
      let report = try GraphReader().read(Array(text.utf8), as: .graphml, into: QuadList())
      #expect(report.losses.contains { $0.contains("2 drawings") })
    }

    @Test func `no edge of a knowledge graph becomes a fact that no article states`() throws {
      let graph = StoryGraph.make(size: 60)
      let found = try Self.triples(GraphFormat.graphml.text(graph))
      let facts = Set(graph.statements.values.filter(\.isBareFact).map(\.triple))
      let others = Set(graph.statements.values.filter { !$0.isBareFact }.map(\.triple))
      #expect(!facts.isEmpty && !others.isEmpty)
      #expect(found.isSuperset(of: facts))
      #expect(found.isDisjoint(with: others.subtracting(facts)))
    }
  }
}
