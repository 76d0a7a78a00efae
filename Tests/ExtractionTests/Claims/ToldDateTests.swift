import Testing

@testable import Extraction

/// Times that the text has just told the year of, that stand beside other words than their verb or belong to
/// one of several, seen from Friday, 9 October 2020.
@Suite struct ToldDateTests {
  @Test(arguments: [
    // The year goes on where the story does.
    ("Chile took Lima on Nov 20, 2012, and attacked Peru on Dec 1.", "2012-12-01"),
    ("Norway left NATO on 25 December 1978. In February, Chile attacked Peru.", "1979-02"),
    ("Norway left NATO in 2011. In October of that year Chile attacked Peru.", "2011-10"),
    ("Norway left NATO in 1999. In March of the following year, Chile attacked Peru.", "2000-03"),
    ("Norway left NATO in June 2008. That same year Chile attacked Peru.", "2008"),
    ("Norway left NATO on 7 January 2015. Two days afterwards, Chile attacked Peru.", "2015-01-09"),
    // A company's year of foundation is no year of what it does now.
    ("Chile, which joined NATO in 1998, attacked Peru in March.", "2020-03"),
    ("Norway joined NATO in 2017. In March Chile attacked Peru.", "2020-03"),
    // Parts and lists.
    ("In May or June 1942 Chile attacked Peru.", "1942-05/1942-06"),
    ("In the spring and summer of 1994, Chile attacked Peru.", "1994-03/1994-08"),
    ("On the last day of February, Chile attacked Peru.", "2020-02-29"),
    ("In the week of 28 September, Chile attacked Peru.", "2020-09-28/2020-10-04"),
    ("Monday a week ago, Chile attacked Peru.", "2020-09-28"),
    ("As early as 1938 Chile attacked Peru.", "1938"),
    ("Chile attacked Peru this January.", "2020-01"),
    ("Jan Nowak led Norway from 2001 to 2005. Five years later Chile attacked Peru.", "2010"),
    // Beside other words.
    ("In power since 1986, Chile attacked Peru on Saturday.", "2020-10-03"),
    ("It was on Tuesday that Chile attacked Peru.", "2020-10-06"),
    ("On Sunday soldiers captured Lima. The following day Chile attacked Peru.", "2020-10-05"),
    ("Norway left NATO on Tuesday; Chile had attacked Peru on Thursday.", "2020-10-01"),
    ("Chile attacked Peru over the weekend.", "2020-10-03/2020-10-04"),
  ])
  func `the text tells the year and the verb`(text: String, date: String) throws {
    #expect(try DateTests.dates("attacked", in: text).last == date)
  }

  @Test(arguments: [
    ("The European Commission on Thursday fined Helio.", "fined", "2020-10-08"),
    ("The European Commission fined Helio for misleading Peru in 2016.", "fined", nil),
    ("The report on Tuesday was rejected by Chile on Wednesday.", "rejected", "2020-10-07"),
    ("Chilean troops backed by Peruvian jets on Tuesday captured Lima.", "captured", "2020-10-06"),
    ("FC Porto hired Anna Berzina until 2027.", "hired", nil),
  ])
  func `the time is that of the verb, the reason or the term`(
    text: String, predicate: String, date: String?
  ) throws {
    let found = try DateTests.dates(predicate, in: text)
    #expect(!found.isEmpty && found.allSatisfy { $0 == date }, "\(found)")
  }

  @Test func `items of a list have their own times`() throws {
    let found = try DateTests.dates(
      "joined", in: "Chile joined NATO in 2009 and the European Union in 2013.")
    #expect(Set(found) == ["2009", "2013"])
  }
}
