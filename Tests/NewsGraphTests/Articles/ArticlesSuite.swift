import Extraction
import Testing

@testable import NewsGraph

/// The tests of how articles are read: `swift test --filter Articles`.
@Suite struct Articles {}

/// The blocks of an article as rows of `kind | text`, and checks what holds for every article.
func rows(_ article: Article) -> [String] {
  var covered = Set<Int>()
  var end = 0
  for block in article.blocks {
    #expect(block.range.begin >= end, "blocks stand in order and do not overlap")
    #expect(article.text.trimmed(block.range) == block.range, "blocks begin and end with text")
    end = block.range.end
    covered.formUnion(block.range.begin..<block.range.end)
  }
  for (offset, scalar) in article.text.scalars.enumerated() where !scalar.isSpace {
    #expect(covered.contains(offset), "no block holds the code point at \(offset)")
  }
  return article.blocks.map { "\($0.kind.rawValue) | \(article.text[$0.range])" }
}

/// The article of a plain text.
func plain(_ text: String, id: String = "sample") throws -> Article {
  try PlainTextArticle.article(text, id: id)
}

/// Sentences long enough to be running text, of our own making.
let filler = "The harbour office said that the ferry would sail again in a week or two."
let secondFiller = "Passengers slept in the school, where the baker brought them bread and tea."
