import Testing

@testable import NewsGraph

extension WritersTests {
  struct LargeDrawingTests {
    private func text(_ graph: KnowledgeGraph, _ options: DrawingOptions = .init()) throws -> String
    {
      try GraphFormat.dot.text(graph, .init(drawing: options))
    }

    private func arrowCount(_ text: String) -> Int {
      text.split(separator: "\n").count { $0.contains(" -> ") }
    }

    @Test func aLargeGraphBecomesADrawingThatCanBeRead() throws {
      let sink = OutputSink.memory()
      let report = try GraphFormat.dot.write(StoryGraph.make(size: 1500), to: sink)
      #expect(sink.text.hasPrefix("// 150 of "))
      #expect(arrowCount(sink.text) <= 225)
      let kinds = Set(report.losses.map(\.kind))
      #expect(kinds.isSuperset(of: [.entitiesOfLowRank, .statementsOfEntitiesNotShown]))
      for loss in report.losses where loss.kind != .replacedCharacters {
        #expect(sink.text.contains("// Not drawn: \(loss.description).\n"))
      }
    }

    @Test func arrowsAreLimitedOnRequest() throws {
      let text = try text(StoryGraph.make(size: 60), .init(arrows: 30))
      #expect(arrowCount(text) == 30)
      #expect(text.contains("that less speaks for"))
    }

    @Test(arguments: DrawingRank.allCases)
    func anyRankDecides(rank: DrawingRank) throws {
      let graph = StoryGraph.make(size: 300)
      let text = try text(graph, .init(rank: rank, top: 20))
      #expect(text.hasPrefix("// 20 of "))
      #expect(try text == self.text(graph, .init(rank: rank, top: 20)))
    }

    @Test func labelsAreWrittenAsAskedFor() throws {
      let graph = GraphSample.village
      #expect(try text(graph, .init(edgeLabels: .all)).contains("label=\"accused\\nmet\""))
      #expect(try text(graph, .init(edgeLabels: .short)).contains("label=\"accused +1\""))
      let bare = try text(graph, .init(edgeLabels: .none))
      #expect(
        !bare.split(separator: "\n").contains { $0.contains(" -> ") && $0.contains(" [label") })
    }

    @Test func anArrowLeadsToTheArticleWhereThatIsAPage() throws {
      let village = GraphSample.village
      #expect(!(try text(village).contains("https://daily.example/")))
      var graph = KnowledgeGraph()
      for var article in village.sortedArticles {
        article.iri = IRI(checked: "https://daily.example/\(article.id)")
        graph.add(article)
      }
      for entity in village.sortedEntities { graph.add(entity) }
      for statement in village.sortedStatements { graph.add(statement) }
      #expect(try text(graph).contains("URL=\"https://daily.example/"))
    }

    @Test func anyRDFIsDrawnInPart() throws {
      let writer = try GraphFormat.dot.quadWriter(to: .memory(), options: .init())
      for number in 0..<2000 {
        let line =
          "<http://e/\(number % 400)> <http://e/knows> <http://e/\(number * 7 % 391)> .\n"
        try GraphReader().read(Array(line.utf8), as: .ntriples, into: writer)
      }
      try writer.finish()
      let losses = Set(writer.losses.filter { $0.count > 0 }.map(\.kind))
      #expect(losses.contains(.entitiesOfLowRank) && losses.contains(.weakerStatements))
    }

    private func draw(_ turtle: String, _ options: DrawingOptions) throws -> String {
      let sink = OutputSink.memory()
      let writer = try GraphFormat.dot.quadWriter(to: sink, options: .init(drawing: options))
      try GraphReader().read(Array(turtle.utf8), as: .turtle, into: writer)
      try writer.finish()
      try sink.finish()
      return sink.text
    }

    private static let turtle = """
      @prefix e: <http://e/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      e:ana a e:Person ; rdfs:label "Ana" ; e:knows e:bo, e:cy ; e:met e:bo .
      e:bo a e:Person . e:cy a e:Dog ; e:bit e:dan .
      """

    @Test func anyRDFIsDrawnAsAskedFor() throws {
      let whole = try draw(Self.turtle, .init())
      #expect(whole.hasPrefix("// 4 of 4 nodes and 4 of 4 triples"))
      #expect(whole.contains("label=\"knows\\nmet\"") && !whole.contains("cluster"))
      let near = try draw(Self.turtle, .init(focus: "ana", clusters: .type, edgeLabels: .short))
      #expect(near.hasPrefix("// 3 of 4 nodes") && near.contains("label=\"knows +1\""))
      #expect(near.contains("subgraph cluster_1") && near.contains("label=\"Person\""))
      #expect(near.contains("1 entity out of focus"))
    }

    @Test func whatOnlyArticlesTellIsAnErrorWithoutThem() {
      #expect(throws: WritingError.self) { try draw(Self.turtle, .init(clusters: .country)) }
      #expect(throws: WritingError.self) { try draw(Self.turtle, .init(rank: .sources)) }
    }
  }
}
