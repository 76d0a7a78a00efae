import Extraction
import Testing

@testable import NewsGraph

@Suite struct ArticleDirectoryTests {
  private static let ids = [
    "", "A", "a", "a b", "a-1", "a/b", "https://example.org/news?id=7#top", "news-é",
    "news-e\u{301}",
    "日本", "𝄞",
  ]

  private func node(_ id: String, _ iri: IRI) -> ArticleNode {
    ArticleNode(
      iri: iri, id: id, title: "News of \(id)",
      published: CalendarDate(iso: "2021-03-05").map { Timestamp(date: $0, time: "10:00Z") },
      publisher: "The Paper", authors: ["Ana", "Ben"], language: "en", characterCount: id.utf8.count
    )
  }

  @Test func `finds articles and their names`() throws {
    let minter = IRIMinter.standard
    let urls = [
      "https://example.org/1", "https://w3id.org/newsgraph/id/article/b",
      "https://example.org/news?id=7#top",
    ]
    for memory in [1, TemporaryStorage.standardMemory] {
      for url in [nil] + urls.map(Optional.some) {
        let nodes = Self.ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
          .map { node($0, url.map { IRI(checked: $0) } ?? minter.article(id: $0)) }
        let directory = ArticleDirectory(minter, TemporaryStorage(memory: memory))
        for node in nodes { try directory.add(node) }
        #expect(directory.count == nodes.count)
        for node in nodes.reversed() {
          let found = try #require(directory.iri(of: node.id))
          #expect(CodePoints.areSame(found.string, node.iri.string))
          #expect(try directory.article(node.id) == node)
        }
        for id in ["b", "news-", "zzz", "\u{0}"] {
          #expect(directory.iri(of: id) == nil)
          #expect(try directory.article(id) == nil)
        }
        var listed: [ArticleNode] = []
        try directory.articles().forEach { listed.append($0) }
        #expect(listed == nodes)
      }
    }
  }

  @Test func `packed texts are those that were added`() {
    var random = SeededGenerator(seed: 5)
    let texts = Self.ids.shuffled(using: &random)
    #expect(Array(PackedTexts(texts)) == texts)
    let sorted = PackedTexts(texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for (number, text) in sorted.enumerated() {
      #expect(sorted.sortedIndex(of: text) == number)
      #expect(sorted.firstIndex(notBefore: text) == number)
    }
    #expect(sorted.firstIndex(notBefore: "\u{10FFFF}") == sorted.count)
    #expect(PackedTexts().sortedIndex(of: "") == nil)
  }
}
