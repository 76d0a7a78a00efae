import Testing

@testable import Extraction

@Suite struct TreeDecoderTests {
  @Test func theBestHeadsAreTakenWhereTheyFormATree() {
    // Rows: words 1 to 3; columns: root, words 1 to 3.
    let scores: [Float] = [
      0, 0, 9, 0,
      9, 0, 0, 0,
      0, 0, 9, 0,
    ]
    #expect(TreeDecoder.heads(scores, count: 3) == [2, 0, 2])
  }

  @Test func cyclesAreOpenedWhereItCostsLeast() {
    let scores: [Float] = [
      1, 0, 9, 0,
      5, 9, 0, 0,
      0, 0, 3, 0,
    ]
    #expect(TreeDecoder.heads(scores, count: 3) == [2, 0, 2])
  }

  @Test func onlyOneWordHangsOnTheRoot() {
    let scores: [Float] = [
      50, 0, 1,
      40, 1, 0,
    ]
    #expect(TreeDecoder.heads(scores, count: 2) == [0, 1])
  }

  @Test func crossingArcsAreAllowed() {
    let scores: [Float] = [
      0, 0, 0, 9, 0,
      0, 0, 0, 0, 9,
      9, 0, 0, 0, 0,
      0, 0, 0, 9, 0,
    ]
    #expect(TreeDecoder.heads(scores, count: 4) == [3, 4, 0, 3])
  }

  @Test func noWordsGiveNoHeads() {
    #expect(TreeDecoder.heads([], count: 0) == [])
    #expect(TreeDecoder.heads([3, 0], count: 1) == [0])
  }

  @Test func theTreeIsTheBestOfAllTrees() {
    var state: UInt64 = 7
    for _ in 0..<60 {
      let scores = (0..<20).map { _ -> Float in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Float(state >> 40) / Float(1 << 24)
      }
      let found = TreeDecoder.heads(scores, count: 4)
      let best = Self.allTrees.max { Self.sum($0, scores) < Self.sum($1, scores) }
      #expect(found == best)
    }
  }

  private static func sum(_ heads: [Int], _ scores: [Float]) -> Double {
    heads.enumerated().reduce(0) { $0 + Double(scores[$1.offset * 5 + $1.element]) }
  }

  /// All trees over four words with one word on the root.
  private static let allTrees: [[Int]] = (0..<625).compactMap { code in
    let heads = [code % 5, code / 5 % 5, code / 25 % 5, code / 125]
    guard heads.count(where: { $0 == 0 }) == 1 else { return nil }
    for word in 1...4 {
      var node = word
      for _ in 0..<5 where node != 0 { node = heads[node - 1] }
      if node != 0 { return nil }
    }
    return heads
  }
}
