import Extraction
import Testing

@testable import NewsGraph

@Suite struct CanonicalArticleTests {
  private var article: Article {
    var article = Article(
      id: "talks-7", title: "Talks \"resume\"\n", url: "https://example.org/a?b=1",
      published: CalendarDate(iso: "2021-03-01").map { Timestamp(date: $0, time: "09:15Z") },
      inferredDate: CalendarDate(iso: "2021-02-28"), publisher: "The Paper",
      authors: ["Ute Brandt", "B. \u{0}"], language: "en-GB",
      text: ArticleText("Cafe\u{301} and café.\r\n\tEnd \u{1F600}"))
    article.blocks = [Block(.headline, TextRange(0, 4)), Block(.paragraph, TextRange(4, 17))]
    return article
  }

  @Test func `all of an article comes back`() throws {
    let bytes = CanonicalArticle.encode(article)
    let again = try CanonicalArticle.decode(bytes)
    #expect(again == article)
    // Strings are equal where they are canonically equivalent; code points tell.
    #expect(again.text.scalars == article.text.scalars)
    #expect(CanonicalArticle.encode(again) == bytes)
    let bare = Article(id: "", text: ArticleText(""))
    #expect(try CanonicalArticle.decode(CanonicalArticle.encode(bare)) == bare)
  }

  @Test func `every part of an article shows in its bytes`() {
    let changes: [(inout Article) -> Void] = [
      { $0.id = "talks-8" }, { $0.title = nil }, { $0.url = nil }, { $0.published = nil },
      { $0.published?.time = nil }, { $0.inferredDate = nil }, { $0.publisher = "Paper" },
      { $0.authors.removeLast() }, { $0.language = nil }, { $0.blocks.removeLast() },
      { $0.text = ArticleText("Café and café.\r\n\tEnd \u{1F600}") },
    ]
    var seen = [CanonicalArticle.encode(article)]
    for change in changes {
      var other = article
      change(&other)
      seen.append(CanonicalArticle.encode(other))
    }
    #expect(Set(seen.map(CanonicalArticle.hash)).count == changes.count + 1)
  }

  @Test(arguments: [
    "", "[]", "{}", #"{"id":"a"}"#, #"{"id":"a","text":"b","published":"soon"}"#,
    #"{"id":"a","text":"b","blocks":[["paragraph",0,2]]}"#,
    #"{"id":"a","text":"b","blocks":[["paragraph",1,0]]}"#,
    #"{"id":"a","text":"b","blocks":[["song",0,1]]}"#,
  ])
  func `what is no article is refused`(_ text: String) {
    #expect(throws: CanonicalArticleError.self) { try CanonicalArticle.decode(Array(text.utf8)) }
  }
}
