import Extraction
import Testing

@testable import NewsGraph

extension Articles {
  @Suite struct HTMLArticleTests {
    private func page(_ markup: String, id: String = "sample") throws -> Article {
      try HTMLArticle.article(markup, id: id)
    }

    @Test func theArticleIsToldFromThePageAroundIt() throws {
      let article = try page(
        """
        <!DOCTYPE html><html lang="en-gb"><head><title>Ferry cut | Isle Gazette</title></head><body class="has-comments">
        <div id="cookie-banner"><p>We use cookies to make this site better, as every site does these days.</p></div>
        <nav><a href="/">Home</a></nav>
        <article><header><h1>Ferry cut after storm</h1><p>Passengers wait in a school for a day and a night</p>
        <div class="byline">By <a href="/ann">Ann Smith</a></div><div class="share-bar"><a>Tweet</a></div></header>
        <figure><img src="x"><figcaption>The pier on March 9, 2021. <span class="credit">Photo: Karl Moss</span></figcaption></figure>
        <p>\(filler)<p>It&rsquo;s a&nbsp;<b>bad</b>
        day&#133; says the&shy; mayor of the <a href="/s">town</a>.
        <p><a href="/m">READ MORE: How the pier broke</a></p>
        <aside><p>A long paragraph on something else altogether, which has many words and no end.</p></aside>
        <h2>Who pays</h2><script>var p = "<p>no</p>"</script><p style="display: none">\(filler)</p>
        <p>\(secondFiller)</p><blockquote><p>We will build it again, and better than it was.</p></blockquote>
        <ul><li>The work begins in the spring of next year.</li><li><a href="/x">Another article</a></li></ul>
        <h3>Related stories</h3><ul class="list"><li><a href="/y">Yet another article</a></li></ul></article>
        <section id="comments"><p>I think that this is all very bad, and nobody asked us, who live here.</p></section>
        <footer><p>Copyright 2021 Isle Gazette, all rights reserved, and so on and so forth.</p></footer>
        """)
      #expect(
        rows(article) == [
          "headline | Ferry cut after storm",
          "paragraph | Passengers wait in a school for a day and a night",
          "boilerplate | By Ann Smith", "caption | The pier on March 9, 2021.",
          "boilerplate | Photo: Karl Moss", "paragraph | \(filler)",
          "paragraph | It’s a\u{A0}bad day… says the\u{AD} mayor of the town.",
          "heading | Who pays",
          "paragraph | \(secondFiller)", "quote | We will build it again, and better than it was.",
          "paragraph | The work begins in the spring of next year.",
        ])
      #expect(article.title == "Ferry cut")
      #expect(article.language == "en-GB" && article.authors == ["Ann Smith"])
      #expect(article.inferredDate?.description == "2021-03-09")
      #expect(article.text.string.contains("storm\n\nPassengers"))
    }

    @Test func linkedDataIsTrustedMost() throws {
      let article = try page(
        """
        <head><link rel="canonical" href="https://www.isle.example/2021/03/ferry.html">
        <meta property="og:title" content="Other title"><meta name="author" content="Nobody">
        <meta property="article:published_time" content="2020-01-01">
        <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},
        {"@type":["Thing","ReportageNewsArticle"],"headline":"Ferry &amp; pier","datePublished":"2021-03-09T10:00:00+01:00",
        "author":[{"@type":"Person","name":"Ann Smith"},{"@id":"#k"}],"publisher":{"name":"Isle Gazette"},"inLanguage":"en"},
        {"@id":"#k","@type":"Person","name":"Karl Moss"}]}</script></head>
        <article><h1>Ferry and pier</h1><p>\(filler)</p></article>
        """)
      #expect(article.id == "isle.example-2021-03-ferry")
      #expect(article.url == "https://www.isle.example/2021/03/ferry.html")
      #expect(article.title == "Ferry & pier" && article.publisher == "Isle Gazette")
      #expect(article.published?.description == "2021-03-09T10:00:00+01:00")
      #expect(article.authors == ["Ann Smith", "Karl Moss"] && article.language == "en")
    }

    @Test func openGraphAndMetaNamesServeWithoutLinkedData() throws {
      let article = try page(
        """
        <html><head><title>Ferry cut after the storm - Isle Gazette</title><meta property="og:site_name" content="Isle Gazette">
        <meta name="DC.date.issued" content="2021-03-09"><meta name="byl" content="By Ann Smith and Karl Moss">
        <meta property="og:locale" content="en_US"><script type="application/ld+json">{broken</script></head>
        <body><div><p>\(filler)</p><p>\(secondFiller)</p></div></body></html>
        """)
      #expect(article.title == "Ferry cut after the storm" && article.publisher == "Isle Gazette")
      #expect(article.authors == ["Ann Smith", "Karl Moss"] && article.language == "en-US")
      #expect(article.published?.description == "2021-03-09" && article.id == "sample")
      #expect(article.blocks.first?.kind == .headline)
    }

    @Test func timeElementsAndLinesOfTextServeLast() throws {
      let timed = try page(
        "<article><h1>Ferry cut</h1><time datetime='2021-03-09T10:00Z'>today</time><p>\(filler)</p></article>"
      )
      #expect(timed.published?.description == "2021-03-09T10:00Z")
      let lined = try page(
        "<article><h1>Ferry cut</h1><p>Updated 22:43, 09-Mar-2021</p><p>\(filler)</p></article>")
      #expect(lined.published?.description == "2021-03-09T22:43")
      #expect(lined.blocks.map(\.kind) == [.headline, .boilerplate, .paragraph])
    }

    @Test func tablesAndLineBreaksOfOldPagesAreRead() throws {
      let article = try page(
        """
        <html><head><title>Ferry cut after storm - Isle Gazette</title></head><body><table><tr><td><a href=1>News</a></td></tr>
        <tr><td><font size=5><b>Ferry cut after storm</b></font><br>By Ann Smith, Isle Gazette<br><br>\(filler)<br><br>\(secondFiller)
        </td></tr></table></body></html>
        """)
      #expect(
        rows(article) == [
          "headline | Ferry cut after storm", "boilerplate | By Ann Smith, Isle Gazette",
          "paragraph | \(filler)", "paragraph | \(secondFiller)",
        ])
      #expect(article.publisher == "Isle Gazette" && article.authors == ["Ann Smith"])
    }

    @Test func captionsByClassAreReadAlsoBesideACredit() throws {
      let article = try page(
        """
        <article><h1>Ferry cut</h1><figure><figcaption class="image-credit">The pier at Skerry, broken.</figcaption>
        </figure><div class="caption-date">The mayor looks at the sea.</div><p>\(filler)</p></article>
        """)
      #expect(article.blocks.map(\.kind) == [.headline, .caption, .caption, .paragraph])
    }

    @Test func anArticleCutByAdvertisementsStaysWhole() throws {
      let part = "<div class='text'><p>\(filler)</p><p>\(secondFiller)</p></div>"
      let article = try page(
        "<body><div><p>x</p></div><div>\(part)<div class='ad'>Buy</div>\(part)\(part)</div></body>")
      #expect(article.blocks.filter { $0.kind == .paragraph }.count == 6)
    }

    @Test func theFirstOfSeveralArticlesIsRead() throws {
      let article = try page(
        "<article><h1>One</h1><p>\(filler)</p></article><article><h1>Two</h1><p>\(secondFiller)</p><p>\(filler)</p></article>"
      )
      #expect(rows(article) == ["headline | One", "paragraph | \(filler)"])
    }

    @Test func theBodyInLinkedDataServesWhereThePageHasNone() throws {
      let article = try page(
        """
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","articleBody":"\(filler)\\n\(secondFiller)"}</script>
        <div id="app"></div>
        """)
      #expect(
        rows(article) == [
          "headline | Ferry", "paragraph | \(filler)", "paragraph | \(secondFiller)",
        ])
    }

    @Test(arguments: [
      "<html><body></body></html>", "<p>Hi</p>", "<nav>\(filler)</nav>", "<a href=x>One</a>", "",
    ])
    func pagesWithoutTextAreRejected(markup: String) {
      #expect(throws: RejectedInput.Reason.noText) { try page(markup) }
    }
  }
}
