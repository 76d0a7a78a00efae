import Extraction
import Testing

@testable import NewsGraph

extension Articles {
  @Suite struct HTMLParserTests {
    private func text(_ markup: String) throws -> [String] {
      rows(try HTMLArticle.article(markup, id: "sample")).map { String($0.suffix(filler.count)) }
    }

    @Test func theTreeSaysWhereSubtreesEnd() throws {
      let document = try HTMLParser.document(
        of: "<body><p CLASS='a'>One <b>two</b></p><p>three</p></body>")
      let first = try #require(document.nodes.indices.first { document.name($0) == "p" })
      #expect(document.text(first) == "One two")
      #expect(document.attribute("class", of: first) == "a")
      #expect(document.children(0).compactMap { document.name($0) } == ["html"])
      #expect(document.text(0) == "One twothree")
    }

    @Test func elementsThatAreNeverClosedAreRead() throws {
      #expect(
        try text("<html><body><div><p><b>\(filler)<p>\(secondFiller)<div><i>")
          == [filler, secondFiller].map { String($0.suffix(filler.count)) })
    }

    @Test(arguments: ["div", "b"])
    func aHundredThousandNestedElementsAreRead(name: String) throws {
      let markup = "<body>" + String(repeating: "<\(name)>", count: 100_000) + "<p>\(filler)</p>"
      #expect(try text(markup) == [filler])
    }

    @Test func aGiantAttributeIsRead() throws {
      #expect(
        try text("<body><p title='\(String(repeating: "x y=", count: 200_000))'>\(filler)</p>") == [
          filler
        ])
    }

    @Test func markupMadeToWasteTimeIsRejected() {
      let attributes = (0..<100_000).map { "a\($0)" }.joined(separator: " ")
      let unmatched =
        String(repeating: "<b>", count: 30_000) + String(repeating: "</i>", count: 30_000)
      for markup in ["<p \(attributes)>\(filler)</p>", unmatched + "<p>\(filler)</p>"] {
        #expect(throws: RejectedInput.Reason.markupTooComplex) { try text(markup) }
      }
    }

    @Test func declaredEntitiesAreNotExpanded() throws {
      let tenfold = { (name: String) in String(repeating: "&\(name);", count: 10) }
      let markup = """
        <?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "\(tenfold("a"))">
        <!ENTITY c "\(tenfold("b"))"><!ENTITY d SYSTEM "file:///etc/hostname">]>
        <html xmlns="http://www.w3.org/1999/xhtml"><body><p>\(filler)</p><p>The end is &c; and &d; as it was.</p></body></html>
        """
      let article = try HTMLArticle.article(markup, id: "sample")
      #expect(
        rows(article) == ["paragraph | \(filler)", "paragraph | The end is &c; and &d; as it was."])
    }

    @Test func faultsAreMendedAndCounted() throws {
      let document = try HTMLParser.document(of: "<p>One</b></i><unknown>two &nosuch; <")
      #expect(document.errorCount >= 3)
      #expect(document.text(0).hasPrefix("Onetwo &nosuch;"))
    }

    @Test func manyPagesAreParsedAtOnce() async throws {
      let markup = "<body><h1>Ferry</h1>" + String(repeating: "<p>\(filler)</p>", count: 200)
      let counts = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<32 { group.addTask { try HTMLArticle.article(markup, id: "a").blocks.count } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(counts == Array(repeating: 201, count: 32))
    }
  }
}
