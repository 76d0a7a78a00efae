import Extraction
import Testing

@testable import NewsGraph

@Suite struct StoredCopyFinderTests {
  /// Wordings that have some of a few passages in common.
  private func wordings(using random: inout SeededGenerator) -> [ArticleWording] {
    let passages = (0..<8).map { _ in
      (0..<Int.random(in: 4...40, using: &random)).map { _ in hash(using: &random) }
    }
    return (0..<Int.random(in: 2...24, using: &random)).map { _ in
      var hashes: [UInt64] = []
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        if Bool.random(using: &random) {
          hashes += passages.randomElement(using: &random) ?? []
        } else {
          hashes += (0..<20).map { _ in hash(using: &random) }
        }
      }
      let shingles = hashes.enumerated().map { $1 | UInt64($0 * 7) }
      let credits: Set<String> = Bool.random(using: &random) ? ["Wire"] : []
      return ArticleWording(shingles: shingles, credits: credits)
    }
  }

  private func hash(using random: inout SeededGenerator) -> UInt64 {
    UInt64.random(in: 1..<(1 << 40), using: &random) << 24
  }

  @Test func `copies are the same as in memory, however little memory there is`() throws {
    var found = (stories: 0, passages: 0)
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let wordings = wordings(using: &random)
      let expected = CopyFinder(wordings: wordings).find()
      for memory in [1, 500, TemporaryStorage.standardMemory] {
        let finder = StoredCopyFinder(TemporaryStorage(memory: memory))
        for wording in wordings { try finder.add(wording) }
        let table = try finder.find()
        for article in wordings.indices {
          #expect(table.story(of: article) == expected.story(of: article), "seed \(seed)")
          let passages = table.passages[article] ?? []
          let others = expected.passages[article] ?? []
          #expect(passages.map(\.range) == others.map(\.range), "seed \(seed), \(memory) bytes")
          #expect(passages.map(\.other) == others.map(\.other), "seed \(seed), \(memory) bytes")
          found.stories += table.story(of: article) == article ? 0 : 1
          found.passages += passages.count
        }
      }
    }
    #expect(found.stories > 100)
    #expect(found.passages > 100)
  }

  @Test func `a full disk is an error`() throws {
    var random = SeededGenerator(seed: 1)
    let wordings = wordings(using: &random)
    #expect(throws: OutputError.self) {
      let finder = StoredCopyFinder(.small(room: 100))
      for wording in wordings { try finder.add(wording) }
      _ = try finder.find()
    }
  }
}
