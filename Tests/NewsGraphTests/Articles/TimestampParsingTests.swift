import Extraction
import Testing

@testable import NewsGraph

extension Articles {
  @Suite struct TimestampParsingTests {
    @Test(arguments: [
      ("2020-10-09", "2020-10-09"), ("2020-10-09T18:15:00+04:00", "2020-10-09T18:15:00+04:00"),
      ("2020-10-09T18:15:00.123Z", "2020-10-09T18:15:00Z"),
      ("2020-10-09T18:15:00+0000", "2020-10-09T18:15:00Z"),
      ("2020-10-09 18:15", "2020-10-09T18:15"), ("20201009", "2020-10-09"),
      ("20201009T181500Z", "2020-10-09T18:15:00Z"),
      ("Fri, 09 Oct 2020 14:15:00 +0200", "2020-10-09T14:15:00+02:00"),
      ("Fri, 9 Oct 2020 14:15:00 GMT", "2020-10-09T14:15:00Z"), ("09-Oct-2020", "2020-10-09"),
      ("9 October 2020", "2020-10-09"), ("9th of October, 2020", "2020-10-09"),
      ("October 9, 2020", "2020-10-09"), ("Oct. 9, 2020, 10:15 p.m. EDT", "2020-10-09T22:15-04:00"),
      ("Sept 9 2020 12 am", "2020-09-09T00:00"), ("22:43, 09-Oct-2020", "2020-10-09T22:43"),
      ("Friday 9 October 2020 10.15am BST", "2020-10-09T10:15+01:00"), ("2020/10/09", "2020-10-09"),
      ("31/12/2020", "2020-12-31"), ("12/31/2020", "2020-12-31"), ("09.10.2020", "2020-10-09"),
      ("Published: 9 Oct 2020 2243 GMT", "2020-10-09T22:43Z"),
      ("9 Oct 2020 10:00 IST", "2020-10-09T10:00"),
      ("October 9, 2020 at 3 PM (GMT+4)", "2020-10-09T15:00+04:00"),
      ("29 February 2020", "2020-02-29"),
    ])
    func usualFormsAreRead(text: String, expected: String) {
      #expect(Timestamp(parsing: text)?.description == expected)
    }

    @Test(arguments: [
      "", "09/10/2020", "yesterday", "October 2020", "31 April 2020", "29 February 2021", "Oct. 9",
      "22:43",
      "9 October 2020 in Oslo", "2020", "1234567890", "2020-13-01", "October 9, 20201",
      "99999999999999999999999999", "2020-10-09T25:00",
    ])
    func uncertainOnesAreNot(text: String) {
      #expect(Timestamp(parsing: text) == nil)
    }

    @Test(arguments: [
      ("https://a.example/2020/10/09/ferry", "2020-10-09"),
      ("https://a.example/2020/oct/09/ferry", "2020-10-09"),
      ("https://a.example/news/20201009-ferry", "2020-10-09"),
      ("https://a.example/n/2020-10-09_ferry.html", "2020-10-09"),
      ("https://a.example/news/12345678", nil), ("https://2020-10-09.example/ferry", nil),
    ])
    func urlsNameDays(url: String, expected: String?) {
      #expect(CalendarDate(inURL: url)?.description == expected)
    }

    @Test func publishedIsToldFromUpdated() throws {
      let text = Array("Published: 8 March 2021 09:00 | Updated: 9 March 2021 10:00".unicodeScalars)
      let line = try #require(PublicationLine(text))
      #expect(line.published?.description == "2021-03-08T09:00")
      #expect(line.updated?.description == "2021-03-09T10:00")
    }
  }
}
