import Testing

@testable import NewsGraph

extension WritersTests {
  struct DrawingRankTests {
    /// A network of links, each from one node to another with a weight.
    private func network(_ count: Int, _ links: [(Int, Int, Double)]) -> DrawingNetwork {
      DrawingNetwork(
        nodeCount: count,
        links: links.map { .init(source: $0.0, target: $0.1, weight: $0.2) },
        isValue: [Bool](repeating: false, count: count), mentions: Array(0..<count),
        sources: Array(0..<count).reversed(), drawsLoneNodes: false)
    }

    private var path: DrawingNetwork {
      network(5, [(0, 1, 1), (2, 1, 2), (2, 3, 1), (3, 4, 1), (3, 4, 1)])
    }

    @Test func claimsAreSummed() {
      #expect(DrawingRank.claims.values(of: path) == [1, 3, 3, 3, 2])
    }

    @Test func neighboursCountOnce() {
      #expect(DrawingRank.degree.values(of: path) == [1, 2, 2, 2, 1])
    }

    @Test func namesAndArticlesAreCounted() {
      #expect(DrawingRank.mentions.values(of: path) == [0, 1, 2, 3, 4])
      #expect(DrawingRank.sources.values(of: path) == [4, 3, 2, 1, 0])
    }

    @Test func betweennessCountsTheWaysThrough() {
      // Of the ways between other nodes, 3 lead through the second node and 4 through the middle;
      // each is counted from both its ends.
      #expect(DrawingRank.betweenness.values(of: path) == [0, 6, 8, 6, 0])
    }

    @Test func betweennessSharesWaysOfOneLength() {
      let square = network(4, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 0, 1)])
      #expect(DrawingRank.betweenness.values(of: square) == [1, 1, 1, 1])
    }

    @Test func pageRankFollowsTheStatements() {
      let ranks = DrawingRank.pagerank.values(
        of: network(4, [(0, 3, 1), (1, 3, 1), (2, 3, 1), (3, 0, 3), (3, 1, 1)]))
      #expect(abs(ranks.reduce(0, +) - 1) < 1e-9)
      #expect(ranks[3] > ranks[0] && ranks[0] > ranks[1] && ranks[1] > ranks[2])
      // Solved by hand: x2 = 0.0375, x3 = 0.0375 + 0.85 (x0 + x1 + x2), and so on.
      #expect(abs(ranks[2] - 0.0375) < 1e-9)
      #expect(abs(ranks[3] - (0.0375 + 0.85 * (1 - ranks[3]))) < 1e-8)
    }

    @Test func anEmptyNetworkHasNoRanks() {
      for rank in DrawingRank.allCases { #expect(rank.values(of: network(0, [])).isEmpty) }
    }

    @Test func arrowsHoldTheDrawingTogether() {
      let arrows: [(source: Int, target: Int, weight: Double)] = [
        (0, 1, 9), (0, 1, 8), (0, 2, 7), (1, 2, 6), (3, 0, 0.1), (3, 4, 0.2), (0, 4, 0.1),
      ]
      #expect(ArrowSelection.places(arrows, limit: 7) == Array(0..<7))
      // The forest: 0–1, 0–2, 3–4 and one of the weak ones; then the strongest of the rest.
      #expect(ArrowSelection.places(arrows, limit: 4) == [0, 2, 4, 5])
      #expect(ArrowSelection.places(arrows, limit: 5) == [0, 1, 2, 4, 5])
      #expect(ArrowSelection.places(arrows, limit: 1) == [0])
      #expect(ArrowSelection.places(arrows, limit: 0).isEmpty)
    }

    @Test func anEntityThatWouldStandAloneGivesItsPlaceToTheNext() {
      let links = network(6, [(0, 5, 9), (1, 2, 4), (3, 4, 2)])
      let selection = DrawingSelection(links, focus: [], .init(top: 4))
      #expect(selection.nodes == [0, 1, 2, 5])
      let three = DrawingSelection(links, focus: [], .init(top: 3))
      #expect(three.nodes == [0, 5])
      #expect(three.losses.contains(.init(.entitiesOfLowRank, 4)))
    }
  }
}
