import Extraction
import Testing

@testable import NewsGraph

extension Articles {
  @Suite struct ArticleRecordTests {
    private func record(_ json: String) throws -> ArticleRecord {
      try ArticleRecord(try JSONValue(parsing: Array(json.utf8)))
    }

    @Test func allFieldsAreTaken() throws {
      let article = try record(
        """
        {"id": 17, "url": "https://a.example/2021/03/09/ferry", "title": "Ferry cut", "date": "9 March 2021",
         "author": ["Ann Smith", "By Karl Moss"], "publisher": "Isle Gazette", "section": [1, {}],
         "text": " Ferry cut\\n\\n\(filler)\\n"}
        """
      ).article(fallback: "file-1")
      #expect(
        article.id == "17" && article.title == "Ferry cut" && article.publisher == "Isle Gazette")
      #expect(article.url == "https://a.example/2021/03/09/ferry")
      #expect(article.published?.description == "2021-03-09")
      #expect(article.authors == ["Ann Smith", "Karl Moss"])
      #expect(rows(article) == ["headline | Ferry cut", "paragraph | \(filler)"])
      #expect(article.text.string == " Ferry cut\n\n\(filler)\n")
    }

    @Test func theNamesOfTheProgramsOwnRecordsAreReadToo() throws {
      let own = try record(#"{"text":"x","published":"2021-03-09","authors":["Ann Smith"]}"#)
      #expect(own.known.published?.description == "2021-03-09")
      #expect(own.known.authors == ["Ann Smith"])
      let both = try record(#"{"text":"x","published":"2021-03-09","date":"2021-03-10"}"#)
      #expect(both.known.published?.description == "2021-03-10")
    }

    @Test func theURLNamesARecordWithoutId() throws {
      let article = try record(
        #"{"url":"https://www.a.example/b/c.html?x=1#y","text":"A pier broke."}"#
      )
      .article(fallback: "file-1")
      #expect(article.id == "a.example-b-c.html-x-1")
      #expect(try record(#"{"text":"A pier broke."}"#).article(fallback: "file-1").id == "file-1")
    }

    @Test func longURLsKeepDifferentNames() {
      let start = "https://a.example/" + String(repeating: "ferry-", count: 60)
      let names = [start + "1", start + "2"].compactMap { ArticleIdentifier.name(ofURL: $0) }
      #expect(names.count == 2 && names[0] != names[1] && names.allSatisfy { $0.utf8.count <= 120 })
      #expect(ArticleIdentifier.name(ofURL: "ferry") == nil)
    }

    @Test(arguments: [
      (
        #"{"text":5}"#,
        RejectedInput.Reason.wrongType(field: "text", expected: "a string", found: "a number")
      ),
      (
        #"{"text":"x","date":20210309}"#,
        .wrongType(field: "date", expected: "a string", found: "a number")
      ),
      (
        #"{"text":"x","author":[{"n":1}]}"#,
        .wrongType(field: "author", expected: "a string or an array of strings", found: "an object")
      ),
      (
        #"{"text":"x","authors":[2]}"#,
        .wrongType(
          field: "authors", expected: "a string or an array of strings", found: "a number")
      ),
      (#"{"text":"x","id":[]}"#, .wrongType(field: "id", expected: "a string", found: "an array")),
      ("[1]", .notARecord(found: "an array")), (#"{"title":"x"}"#, .noText),
      (#"{"text":"  "}"#, .noText),
    ])
    func wrongTypesAreNamed(json: String, reason: RejectedInput.Reason) {
      #expect(throws: reason) { try record(json) }
    }

    @Test func htmlIsReadAsAPageThatTheRecordKnowsBetter() throws {
      let article = try record(
        #"{"id":"a","title":"Known","html":"<title>Page</title><h1>Other</h1><p>\#(filler)</p>"}"#
      ).article(fallback: "file-1")
      #expect(article.title == "Known")
      #expect(rows(article) == ["headline | Other", "paragraph | \(filler)"])
    }

    @Test func aDateThatIsNotCertainIsLeftOutWithAWord() throws {
      let record = try record(#"{"text":"x","date":"09/10/2020"}"#)
      #expect(record.known.published == nil && record.unreadableDate == "09/10/2020")
    }
  }
}
