import Testing

@testable import NewsGraph

extension WritersTests {
  struct RDFXMLRoundTripTests {
    @Test func aThousandRandomGraphsAreReadBackWhole() throws {
      var random = RandomTriples(seed: 42)
      for _ in 0..<1000 {
        let triples = random.graph()
        let text = try RDFXMLWriterTests.text(triples, .wellKnown)
        #expect(try Set(WrittenRDFXML.triples(in: text)) == Set(triples.map(named)))
      }
    }

    @Test func aThousandRandomGraphsAreReadBackFromNTriples() throws {
      var random = RandomTriples(seed: 43)
      for _ in 0..<1000 {
        let triples = random.graph()
        let sink = OutputSink.memory()
        var writer = NTriplesWriter(to: sink)
        for triple in triples { try writer.write(triple) }
        try writer.finish()
        try sink.finish()
        let lines = sink.text.utf8.split(separator: UInt8(ascii: "\n"))
        #expect(try lines.map { try NTriplesLine(String(Substring($0))).triple } == triples)
      }
    }

    @Test func theGraphOfArticlesIsTheSameInBothFormats() throws {
      let graph = StoryGraph.make(size: 80)
      let lines = try GraphFormat.ntriples.text(graph).split(separator: "\n")
      let read = try lines.map { try NTriplesLine(String($0)).triple }
      #expect(try WrittenRDFXML.triples(in: GraphFormat.rdfxml.text(graph)) == read)
    }

    /// The triple with the names that blank nodes have in XML.
    private func named(_ triple: Triple) -> Triple {
      var triple = triple
      if case .blank(let label) = triple.subject {
        triple.subject = .blank(BlankNodeName.name(for: label))
      }
      if case .blank(let label) = triple.object {
        triple.object = .blank(BlankNodeName.name(for: label))
      }
      return triple
    }
  }
}
