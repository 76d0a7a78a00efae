import Extraction
import Testing

@testable import NewsGraph

@Suite struct KnownCopiesTests {
  @Test func `what is left of a table marks as the whole one`() throws {
    var marked = 0
    for seed in 0..<100 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let ids = (10..<26).map { "article-\($0)" }
      let table = table(of: ids.count, using: &random)
      var encoder = RecordEncoder()
      KnownCopies(table, ids: ids).encode(to: &encoder)
      var decoder = RecordDecoder(encoder.bytes)
      let small = try KnownCopies(from: &decoder).marker
      #expect(decoder.isAtEnd)
      for _ in 0..<20 {
        let evidence = (0..<Int.random(in: 1...6, using: &random)).map { index in
          piece(ids[Int.random(in: ids.indices, using: &random)], index * 30)
        }
        var (left, right) = (evidence, evidence)
        CopyMarker(table: table, ids: ids).mark(&left)
        small.mark(&right)
        #expect(left == right, "seed \(seed)")
        marked += left.count { $0.firstPrintedIn != nil }
      }
    }
    #expect(marked > 100)
  }

  @Test func `a damaged table is refused`() {
    var encoder = RecordEncoder()
    encoder.write([7]) { encoder, story in
      encoder.write("article")
      encoder.write(story)
      encoder.write(0)
    }
    var decoder = RecordDecoder(encoder.bytes)
    #expect(throws: RecordError.self) { try KnownCopies(from: &decoder) }
  }

  private func table(of count: Int, using random: inout SeededGenerator) -> CopyTable {
    var table = CopyTable(articleCount: count)
    for _ in 0..<4 {
      let left = Int.random(in: 0..<(count - 1), using: &random)
      let right = Int.random(in: (left + 1)..<count, using: &random)
      if Bool.random(using: &random) {
        table.joinArticles(left, right)
      } else {
        let ranges = (0..<2).map { _ in
          let begin = Int.random(in: 0..<120, using: &random)
          return TextRange(begin, begin + 60)
        }
        table.joinPassages(left, [ranges[0]], right, [ranges[1]])
      }
    }
    return table
  }

  private func piece(_ article: String, _ begin: Int) -> Evidence {
    Evidence(
      iri: IRI(checked: "https://e/claim/\(article)-\(begin)"), article: article,
      modality: .asserted, attributedTo: [], date: nil, place: nil,
      range: TextRange(begin, begin + 25), sentenceRange: TextRange(begin, begin + 25),
      confidence: 0.9, rule: "verb:test")
  }
}
