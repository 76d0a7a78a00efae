import Testing

@testable import Extraction

/// When what an article tells has happened, seen from Friday, 9 October 2020.
@Suite struct DateTests {
  static func dates(_ predicate: String, in text: String) throws -> [String?] {
    let article = Article(
      id: "a", published: CalendarDate(iso: "2020-10-09").map { Timestamp(date: $0) },
      text: ArticleText(text))
    let reading = try ClaimTests.extractor.get()
      .extract(ModelAnnotator.standard().annotate(article))
    return reading.claims.filter { $0.predicate == predicate }.map(\.date)
  }

  @Test(arguments: [
    ("Chile attacked Peru early on Tuesday morning.", "2020-10-06"),
    ("Chile attacked Peru at dawn on Tuesday, killing nine people.", "2020-10-06"),
    ("Chile attacked Peru on Thursday last week.", "2020-10-01"),
    ("Chile attacked Peru in October last year.", "2019-10"),
    ("Chile attacked Peru on 5 March this year.", "2020-03-05"),
    ("Chile attacked Peru on Saturday and Sunday.", "2020-10-03/2020-10-04"),
    ("Chile attacked Peru on May 3 and 4.", "2020-05-03/2020-05-04"),
    ("Chile attacked Peru on 3 and 4 May 2019.", "2019-05-03/2019-05-04"),
    ("Chile attacked Peru on the night of Saturday to Sunday.", "2020-10-03/2020-10-04"),
    ("Chile attacked Peru on New Year's Eve.", "2019-12-31"),
    ("Chile will attack Peru on New Year's Day.", "2021-01-01"),
    ("Chile attacked Peru on Christmas Day 2015.", "2015-12-25"),
    ("Chile attacked Peru on Easter Monday.", "2020-04-13"),
    ("Chile attacked Peru at Christmas 2015.", "2015-12-25"),
    ("Chile attacked Peru on Good Friday 2019.", "2019-04-19"),
    ("Chile attacked Peru in the nineteenth century.", "1801/1900"),
    ("Chile attacked Peru in the 1990s.", "1990/1999"),
    ("Chile attacked Peru overnight.", "2020-10-08/2020-10-09"),
    ("Chile will attack Peru from Monday.", "2020-10-12/.."),
    ("Chile will attack Peru by March 2023.", "../2023-03"),
    ("Chile is due to attack Peru in June.", "2021-06"),
    ("Chile could attack Peru as soon as next week.", "2020-10-12/2020-10-18"),
    ("Chile attacked Peru at last week's summit in Riga.", "2020-09-28/2020-10-04"),
    // Since something that has a time.
    ("Chile has attacked Peru since the end of the civil war in 1994.", "1994/.."),
    ("Chile has attacked Peru since a coup last year.", "2019/.."),
    ("Chile has attacked Peru since it left NATO in 2003.", "2003/.."),
    ("Chile has attacked Peru since leaving NATO in 2003.", "2003/.."),
    ("Chile has attacked Peru for two weeks.", nil),
    (
      "Chile, backed by rebels, has attacked Peru since the end of a war in 1994.", "1994/.."
    ),
    // Counted from another clause or event.
    ("Chile attacked Peru a day after Norway left NATO on Monday.", "2020-10-06"),
    ("Norway left NATO on Monday, a day after Chile attacked Peru.", "2020-10-04"),
    ("Norway left NATO on 3 March, two weeks before Chile attacked Peru.", "2020-03-17"),
    ("Chile attacked Peru hours after Norway left NATO on Monday.", "2020-10-05"),
    ("Two weeks after the summit on 1 June, Chile attacked Peru.", "2020-06-15"),
    ("On the eve of the vote on Sunday, Chile attacked Peru.", "2020-10-03"),
    ("Norway left NATO on Tuesday. Chile had attacked Peru the day before.", "2020-10-05"),
    ("Norway left NATO on 3 March. The following Friday Chile attacked Peru.", "2020-03-06"),
    ("Norway left NATO in 2010. Chile attacked Peru that year.", "2010"),
    ("Norway left NATO in 2010. Chile attacked Peru that October.", "2010-10"),
    ("Chile attacked Peru days after the election in May.", nil),
    ("Chile attacked Peru ahead of the vote on Sunday.", nil),
    ("Chile attacked Peru three days before Norway left NATO on September 10.", "2020-09-07"),
    ("The day after Norway left NATO on Monday, Chile attacked Peru.", "2020-10-06"),
    ("Norway left NATO on Monday, the day before Chile attacked Peru.", "2020-10-06"),
    // Without a preposition, behind a noun of the clause.
    ("In a border row last Friday, Chile attacked Peru.", "2020-10-02"),
    ("Chile attacked Peru in a raid by rebels Monday.", "2020-10-05"),
    // Times that two clauses have.
    ("When Norway left NATO in 2008, Chile attacked Peru.", "2008"),
    ("On Monday Chile left NATO and attacked Peru.", "2020-10-05"),
    ("Chile left NATO on Monday and attacked Peru.", nil),
    ("After leaving NATO in 2008, Chile attacked Peru.", nil),
    ("Chile, which left NATO in 2008, attacked Peru.", nil),
    // Whether they agreed or will attack then, nobody knows.
    ("Chile agreed to attack Peru on Monday.", nil),
    ("Chile plans to attack Peru on Monday.", "2020-10-12"),
    // Days of saying.
    ("Chile has agreed to attack Peru, a general in Lima said on Tuesday.", nil),
    ("Chile should attack Peru in December, Anna Berzina said.", "2020-12"),
    ("Bolivia said on Monday that Chile had attacked Peru.", nil),
    ("Bolivia said on Monday that Chile had attacked Peru on Saturday.", "2020-10-03"),
    ("Bolivia said on Monday Chile had attacked Peru.", nil),
    ("Bolivia said in a statement on Monday Chile had attacked Peru.", nil),
    ("Anna Berzina told Reuters late on Monday Chile had attacked Peru.", nil),
    ("Anna Berzina said on Monday her country, Chile, had attacked Peru.", nil),
    ("Bolivia said on Monday Chile had attacked Peru on Saturday.", "2020-10-03"),
    ("Chile, Norway said on Monday, attacked Peru.", nil),
    ("According to a statement on Monday, Chile attacked Peru.", nil),
    ("\u{201C}Chile attacked Peru yesterday,\u{201D} Jan Kim said on Monday.", "2020-10-04"),
    ("\"Chile attacked Peru yesterday,\" Anna Berzina told reporters on Wednesday.", "2020-10-06"),
    ("\"Chile will attack Peru tomorrow,\" Anna Berzina said on Monday.", "2020-10-06"),
    ("\"Chile attacked Peru last year,\" Anna Berzina said in 2014.", nil),
    ("\"Chile attacked Peru in 2011,\" Anna Berzina said in 2014.", "2011"),
  ])
  func `attacks have the time that the text gives them`(text: String, date: String?) throws {
    let found = try Self.dates("attacked", in: text)
    #expect(!found.isEmpty && found.allSatisfy { $0 == date }, "\(found)")
  }

  @Test(arguments: [
    // What a verb only speaks of has a time of its own.
    ("Norway announced military drills around Chile from Thursday to Sunday.", "announced", nil),
    ("Norway criticised the invasion of Peru in 2015.", "criticised", nil),
    ("Norway condemned Chile for the murder of Jan Nowak in 2015.", "condemned", nil),
    ("Norway condemned the murder of Jan Nowak on Monday.", "condemned", "2020-10-05"),
    ("Jan Nowak met Anna Berzina, the president of Latvia since 2018.", "met", nil),
    ("The United States condemns the attacks on Peru last week.", "condemned", nil),
    // An event has its own time, and who is at it has that.
    ("Jan Nowak lost the August 12 election.", "lostElectionIn", "2020-08-12"),
    ("The 2018 election was won by Jan Nowak.", "wonEvent", "2018"),
    ("Norway won the 2018 World Cup.", "wonEvent", "2018"),
    ("Norway hosted the 1994 Winter Olympics.", "hosted", "1994"),
    ("Norway missed the 2018 World Cup.", "attended", "2018"),
    ("Jan Nowak contested the May election.", "ranFor", "2020-05"),
    ("Jan Nowak was named to lead the 2007 talks in February 2007.", "chaired", "2007-02"),
    // Who becomes something does so at a time; what he is has none.
    ("Norway became a member of NATO in 1949.", "memberOf", "1949"),
    ("Jan Nowak, who became a member of Greenpeace in 1999, left Riga.", "memberOf", "1999"),
    ("Norway has been a member of NATO since 1949.", "memberOf", "1949/.."),
    ("Jan Nowak has been mayor of Oslo since 2014.", "mayorOf", "2014/.."),
    ("In 2019 Jan Nowak, a member of Greenpeace, visited Riga.", "memberOf", nil),
    ("Helmut Lind (1936 - 2001) agreed with Jan Nowak in 1976.", "agreedWith", "1976"),
    ("Jan Nowak worked for Volvo from 1984 to 1999, when he joined Greenpeace.", "joined", "1999"),
    ("Norway closed its border with Chile in November.", "borders", nil),
    ("Speaking in Riga on Tuesday, Jan Nowak accused Norway of lying.", "accused", "2020-10-06"),
    ("Jan Nowak, speaking in Riga on Tuesday, accused Norway of lying.", "accused", "2020-10-06"),
    // When something was said.
    (
      "Anna Berzina told Reuters late on Monday Chile had attacked Peru.", "gaveStatementTo",
      "2020-10-05"
    ),
    ("\u{201C}We will go to Peru,\u{201D} Jan Kim said on Monday.", "stated", "2020-10-05"),
    (
      "Jan Nowak visited Riga on Tuesday before flying to Oslo on Wednesday.", "visited",
      "2020-10-06"
    ),
  ])
  func `clauses keep to their own time`(text: String, predicate: String, date: String?) throws {
    let found = try Self.dates(predicate, in: text)
    #expect(!found.isEmpty && found.allSatisfy { $0 == date }, "\(found)")
  }

  @Test(arguments: [
    ("The envoys of Chile and Peru are meeting in Oslo.", "met", "2020-10-09"),
    ("Troops of Chile and Peru continue to clash near Lima.", "clashedWith", "2020-10-09"),
    ("Peru is often attacking Chile.", "attacked", nil),
    ("Chile is preparing to attack Peru.", "attacked", nil),
    ("Chile said that Peru was attacking Bolivia.", "attacked", nil),
  ])
  func `what goes on has the day of the article`(
    text: String, predicate: String, date: String?
  ) throws {
    let found = try Self.dates(predicate, in: text)
    #expect(!found.isEmpty && found.allSatisfy { $0 == date }, "\(found)")
  }

  @Test func `one of several that were done has a time of its own`() throws {
    let text = "Chile attacked Peru in 2016 and Norway two years later."
    #expect(try Set(Self.dates("attacked", in: text)) == ["2016", "2018"])
  }
}
