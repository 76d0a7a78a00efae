import Testing

@testable import NewsGraph

extension ReadersTests {
  struct KnowledgeReadingTests {
    private static func graph() -> KnowledgeGraph {
      var random = SeededGenerator(seed: 5)
      var graph = RandomGraph.make(article: "a", using: &random)
      graph.merge(RandomGraph.make(article: "b", using: &random))
      return graph
    }

    private static func read(_ text: String, _ format: GraphFormat, merged: Bool) throws -> [Quad] {
      let list = QuadList()
      var options = GraphReadingOptions()
      options.mergesGraphs = merged
      try GraphReader(options: options).read(Array(text.utf8), as: format, into: list)
      return list.quads
    }

    @Test func `JSON Lines give the quads of the graph`() throws {
      let graph = Self.graph()
      let text = try GraphFormat.jsonl.text(graph)
      var quads: [Quad] = []
      graph.forEachQuad { quads.append($0) }
      #expect(try Set(Self.read(text, .jsonl, merged: false)) == Set(quads))
      var triples: [Triple] = []
      graph.forEachDescription { triples += $0.triples }
      #expect(try Self.read(text, .jsonl, merged: true).map(\.triple) == triples)
    }

    @Test(arguments: [GraphFormat.ntriples, .nquads, .rdfxml, .turtle, .trig])
    func `our RDF becomes the same statements and claims again`(format: GraphFormat) throws {
      let graph = Self.graph()
      let builder = KnowledgeGraphBuilder()
      try GraphReader().read(Array(format.text(graph).utf8), as: format, into: builder)
      let (found, leftOver) = builder.build()
      #expect(leftOver == 0)
      #expect(try GraphFormat.ntriples.text(found) == GraphFormat.ntriples.text(graph))
      #expect(Set(found.statements.keys) == Set(graph.statements.keys))
      #expect(
        found.statements.values.filter(\.isBareFact).count
          == graph.statements.values.filter(\.isBareFact).count)
    }

    @Test func `other RDF is left over`() throws {
      let builder = KnowledgeGraphBuilder()
      let text = try GraphFormat.ntriples.text(Self.graph()) + "<http://e/s> <http://e/p> \"x\" .\n"
      try GraphReader().read(Array(text.utf8), as: .ntriples, into: builder)
      #expect(builder.build().leftOver == 1)
    }
  }
}
