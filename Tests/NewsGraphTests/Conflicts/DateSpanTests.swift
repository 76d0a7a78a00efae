import Extraction
import Testing

@testable import NewsGraph

@Suite struct DateSpanTests {
  @Test(arguments: [
    ("2020-10-09", "2020-10-09", "2020-10-09"), ("2020-02", "2020-02-01", "2020-02-29"),
    ("2021", "2021-01-01", "2021-12-31"), ("2020-10-09T22:43", "2020-10-09", "2020-10-09"),
    ("2020-09-27/2020-10-10", "2020-09-27", "2020-10-10"),
    ("1991/1994-05", "1991-01-01", "1994-05-31"),
  ])
  func `dates of all precisions have their first and last day`(
    text: String, first: String, last: String
  ) throws {
    let span = try #require(DateSpan(iso: text))
    #expect(span.first == CalendarDate(iso: first)?.dayNumber)
    #expect(span.last == CalendarDate(iso: last)?.dayNumber)
  }

  @Test func `open intervals reach for ever`() throws {
    let since = try #require(DateSpan(iso: "1987/.."))
    let until = try #require(DateSpan(iso: "../1986"))
    let day = try #require(DateSpan(iso: "2020-10-09"))
    #expect(since.overlaps(day))
    #expect(!until.overlaps(day))
    #expect(until.gap(to: since) == 1)
    #expect(day.gap(to: day) == 0)
  }

  @Test(arguments: ["", "yesterday", "2020-13", "2020-02-30", "20", "2021/2020", "P3D", "2020-W41"])
  func `what is no date gives nothing`(text: String) {
    #expect(DateSpan(iso: text) == nil)
  }
}
