import Testing

@testable import Extraction

/// Paragraphs and headlines that a name and a colon give to somebody.
@Suite struct LabelledSpeechTests {
  /// The claims of a text whose lines are blocks, the first of the kind that is given.
  private func claims(_ first: Block.Kind, _ lines: [String]) throws -> Set<String> {
    var blocks: [Block] = []
    for line in lines {
      let begin = blocks.last.map { $0.range.end + 1 } ?? 0
      let range = TextRange(begin, begin + line.unicodeScalars.count)
      blocks.append(Block(blocks.isEmpty ? first : .paragraph, range))
    }
    return try ClaimTests.claims(in: lines.joined(separator: "\n"), blocks: blocks)
  }

  @Test(arguments: [
    ("UN: Chile has attacked Peru.", "United Nations"),
    ("Reuters: Chile has attacked Peru.", "Reuters"),
    ("Anna Berzina: Chile has attacked Peru.", "Anna Berzina"),
  ])
  func `a paragraph is its label's`(text: String, claimant: String) throws {
    let found = try claims(.paragraph, [text])
    #expect(found.contains("Chile | attacked | Peru | alleged | \(claimant)"), "\(found.sorted())")
  }

  @Test func `a label holds to the end of its paragraph`() throws {
    let found = try claims(
      .paragraph,
      [
        "Anna Berzina: Chile has attacked Peru. It has attacked Bolivia.",
        "Jan Nowak: Sudan has attacked Chad.", "Sudan has invaded Niger.",
      ])
    #expect(found.contains("Chile | attacked | Bolivia | alleged | Anna Berzina"), "\(found)")
    #expect(found.contains("Sudan | attacked | Chad | alleged | Jan Nowak"), "\(found)")
    #expect(found.contains("Sudan | invaded | Niger | asserted | "), "\(found)")
  }

  @Test(arguments: [
    ("Chile bombed Lima: Peru's president", "President of Peru"),
    ("Chile bombed Lima: Ola Berg", "Ola Berg"),
  ])
  func `a headline may end with who says it`(text: String, claimant: String) throws {
    let found = try claims(.headline, [text])
    #expect(found.contains("Chile | bombed | Lima | alleged | \(claimant)"), "\(found.sorted())")
  }

  @Test(arguments: [
    "Norway: Chile has attacked Peru.", "Oslo: Chile has attacked Peru.",
    "One thing is sure: Chile has attacked Peru.",
  ])
  func `countries, towns and clauses are no labels`(text: String) throws {
    let found = try claims(.paragraph, [text])
    #expect(found.contains("Chile | attacked | Peru | asserted | "), "\(found.sorted())")
  }
}
