import Extraction
import Testing

@testable import NewsGraph

@Suite struct StoredPropertyIndexTests {
  /// A graph on disk with statements on things that it does not describe.
  private func contents(_ graph: KnowledgeGraph, memory: Int) throws -> DiskGraph {
    let storage = TemporaryStorage(memory: memory)
    let articles = ArticleDirectory(.standard, storage)
    for article in graph.sortedArticles { try articles.add(article) }
    var files = GraphFiles(storage)
    for entity in graph.sortedEntities { try files.append(entity) }
    for statement in graph.sortedStatements { try files.append(statement) }
    return DiskGraph(articles: articles, frame: KnowledgeGraph(), entities: [], files: [files])
  }

  @Test func `nodes have the numbers and names that they have in memory`() throws {
    for seed in 0..<10 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var graph = RandomGraph.make(article: "a", using: &random)
      let known = graph.sortedEntities.map(\.iri)
      let described = try #require(known.first)
      for object in [Term.iri(IRI(checked: "https://e/zz")), .blank("b"), .iri(described)] {
        for subject in [described, IRI(checked: "https://a/unknown")] {
          let iri = IRI(checked: "https://s/\(graph.statements.count)")
          let key = Statement.Key(subject: subject, predicate: "met", object: object)
          graph.add(Statement(iri: iri, key: key, evidence: []))
        }
      }
      let expected = try PropertyIndex(WholeGraph(graph))
      for memory in [1, TemporaryStorage.standardMemory] {
        let contents = try contents(graph, memory: memory)
        let found = try StoredPropertyIndex(contents, TemporaryStorage(memory: memory))
        #expect(found.unknown == expected.unknown && found.unknown.count == 3)
        #expect(found.nodeCount == expected.nodeCount && found.edgeCount == expected.edgeCount)
        for term in known.map(Term.iri) + expected.unknown + [.blank("none")] {
          let (node, other) = (try found.node(term), expected.node(term))
          #expect(node?.number == other?.number && node?.name == other?.name)
        }
        #expect(try found.isEntity(described))
        #expect(try !found.isEntity(IRI(checked: "https://e/zz")))
        var (ends, others): ([SIMD2<Int>], [SIMD2<Int>]) = ([], [])
        try found.forEachEdge(of: contents) { ends.append([$2.source.number, $2.target.number]) }
        try expected.forEachEdge(of: WholeGraph(graph)) {
          others.append([$2.source.number, $2.target.number])
        }
        #expect(ends == others && ends.count == graph.statements.count)
        let storage = TemporaryStorage(memory: 1)
        #expect(
          try found.parallelEdgeCount(of: contents, storage) == ends.count - Set(ends).count)
      }
    }
  }
}
