import Testing

@testable import NewsGraph

struct StatementOrderTests {
  @Test func `ranks give the order of subjects, predicates and objects`() {
    var random = SeededGenerator(seed: 3)
    for seed in 0..<10 {
      var graph = RandomGraph.make(article: "a\(seed)", using: &random)
      graph.merge(StoryGraph.make(size: 30 + seed))
      let statements = graph.statements.values.shuffled(using: &random)
      #expect(StatementOrder.sorted(statements).map(\.iri) == statements.sorted().map(\.iri))
    }
    #expect(StatementOrder.sorted([]).isEmpty)
  }

  @Test func `code points are compared as bytes are`() {
    let texts = HostileText.all
    for left in texts {
      for right in texts {
        #expect(
          CodePoints.precedes(left, right) == left.utf8.lexicographicallyPrecedes(right.utf8))
      }
    }
  }
}
