import Testing

@testable import NewsGraph

extension WritersTests {
  struct GraphFormatTests {
    @Test(arguments: [
      ("graph.rdf", GraphFormat.rdfxml), ("a/b.GRAPHML", .graphml), ("x.gv", .dot), ("y.dot", .dot),
      ("z.nt", .ntriples), ("/tmp/q.nq", .nquads), ("c.jsonl", .jsonl), ("a.tar.xml", .rdfxml),
    ])
    func theNameOfAFileTellsItsFormat(name: String, format: GraphFormat) {
      #expect(GraphFormat(fileName: name) == format)
    }

    @Test(arguments: ["graph", "graph.txt", ".rdf", "dir.rdf/file", "", "x."])
    func otherNamesTellNone(name: String) {
      #expect(GraphFormat(fileName: name) == nil)
    }

    @Test(arguments: GraphFormat.allCases)
    func theSameGraphGivesTheSameBytes(format: GraphFormat) throws {
      var random = SeededGenerator(seed: 7)
      let graph = StoryGraph.make(size: 50)
      var shuffled = KnowledgeGraph()
      for entity in graph.entities.values.shuffled(using: &random) { shuffled.add(entity) }
      for statement in graph.statements.values.shuffled(using: &random) { shuffled.add(statement) }
      for article in graph.articles.values.shuffled(using: &random) { shuffled.add(article) }
      #expect(try format.text(graph) == format.text(shuffled))
    }

    @Test(arguments: GraphFormat.allCases)
    func everyFormatTakesHostileNames(format: GraphFormat) throws {
      let graph = HostileGraph.make(HostileText.all)
      let text = try format.text(graph, .init(forbiddenCharacters: .replace))
      #expect(text.utf8.count > 10_000)
    }

    @Test func nothingIsLostInSilence() throws {
      let graph = StoryGraph.make(size: 20)
      let losses = try GraphFormat.graphml.write(graph, to: .memory()).losses
      #expect(losses.map(\.kind) == [.mentionPositions, .articleRecords, .foldedClaims])
      #expect(try GraphFormat.jsonl.write(graph, to: .memory()).losses.isEmpty)
    }

    @Test(arguments: WritingReport.Loss.Kind.allCases)
    func everyLossCanBeSaid(kind: WritingReport.Loss.Kind) {
      let one = WritingReport.Loss(kind, 1).description
      let two = WritingReport.Loss(kind, 2).description
      #expect(one.contains("1") && two.contains("2"))
      #expect(one != two.replacing("2", with: "1"))
    }
  }
}
