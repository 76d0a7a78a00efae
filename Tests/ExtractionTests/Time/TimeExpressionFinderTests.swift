import Extraction
import Testing

/// Sentences and the times in them, seen from Friday, 9 October 2020.
struct TimeExpressionFinderTests {
  static let anchor = CalendarDate(year: 2020, month: 10, day: 9)

  static func values(_ text: String, anchor: CalendarDate? = anchor) -> [String] {
    let sentence = WrittenSentence.annotated(text)
    return TimeExpressionFinder(anchor: anchor).expressions(in: sentence).map { expression in
      let words = expression.tokens.map { sentence.tokens[$0].form }.joined(separator: " ")
      return "\(words) = \(expression.value)"
    }
  }

  @Test(arguments: [
    ("It opened on October 9, 2020, in Oslo.", ["October 9 , 2020 = 2020-10-09"]),
    ("It opened on Friday, October 9, 2020.", ["Friday , October 9 , 2020 = 2020-10-09"]),
    ("It opened on 9 October 2020.", ["9 October 2020 = 2020-10-09"]),
    ("It opened on the 9th of October 2019.", ["the 9th of October 2019 = 2019-10-09"]),
    ("Updated 09-Oct-2020 at noon", ["09-Oct-2020 = 2020-10-09"]),
    ("Updated 09 - Oct - 2020 at noon", ["09 - Oct - 2020 = 2020-10-09"]),
    ("Updated 2020-10-09 at noon", ["2020-10-09 = 2020-10-09"]),
    ("Updated 31/12/2019 at noon", ["31/12/2019 = 2019-12-31"]),
    ("Updated 12/31/2019 at noon", ["12/31/2019 = 2019-12-31"]),
    ("Updated 03/04/2019 at noon", []),
    ("Updated 31.12.2019 at noon", ["31.12.2019 = 2019-12-31"]),
    ("The law dates from February 30, 2019.", ["February = 2020-02"]),
    ("They met in October 1994 in Bern", ["October 1994 = 1994-10"]),
    ("They met in October, 1994, in Bern", ["October , 1994 = 1994-10"]),
    ("They met in Sept. 1994 in Bern", ["Sept. 1994 = 1994-09"]),
  ])
  func fullDatesAreReadInAllOrders(_ text: String, _ expected: [String]) {
    #expect(Self.values(text) == expected)
  }

  @Test(arguments: [
    ("Shelling began on Sept. 27 near the river", ["Sept. 27 = 2020-09-27"]),
    ("Shelling began on 27 September near the river", ["27 September = 2020-09-27"]),
    ("She died on March 1 in Lima", ["March 1 = 2020-03-01"]),
    ("She died on December 20 in Lima", ["December 20 = 2020-12-20"]),
    ("She will speak on March 1 in Lima", ["March 1 = 2021-03-01"]),
    ("It fell in July and rose again", ["July = 2020-07"]),
    ("It will open in May", ["May = 2021-05"]),
  ])
  func aDateWithoutAYearTakesTheNearest(_ text: String, _ expected: [String]) {
    #expect(Self.values(text) == expected)
  }

  @Test(arguments: [
    ("The wall fell in 1989 and so did he", ["1989 = 1989"]),
    ("It has ruled since 1991", ["since 1991 = 1991/.."]),
    ("It will rule until 2030", ["until 2030 = ../2030"]),
    ("the war (1988-1994) ended", ["1988-1994 = 1988/1994"]),
    ("the war of 1988–94 ended", ["1988–94 = 1988/1994"]),
    ("from 1988 to 1994 it burned", ["from 1988 to 1994 = 1988/1994"]),
    ("Rents rose in the 1990s", ["the 1990s = 1990/1999"]),
    ("Rents rose in the early 1990s", ["early 1990s = 1990/1992"]),
    ("Rents rose in the late 19th century", ["late 19th century = 1867/1900"]),
    ("after the 2014 election/NOUN he left", ["2014 = 2014"]),
    ("It began in the summer of 1994", ["the summer of 1994 = 1994-06/1994-08"]),
    ("Sales fell in Q3 2019", ["Q3 2019 = 2019-07/2019-09"]),
    ("Sales fell in the second half of 2019", ["the second half of 2019 = 2019-07/2019-12"]),
    ("Sales fell in late 2019", ["late 2019 = 2019-09/2019-12"]),
  ])
  func yearsAndTheirPartsAreRead(_ text: String, _ expected: [String]) {
    #expect(Self.values(text) == expected)
  }

  @Test(arguments: [
    "He counted 2020 people/NOUN in the square", "He paid 1,200 euros for it",
    "In 2020 cases/NOUN it worked", "They may/AUX march/VERB again", "May/AUX they rest",
    "Theresa May spoke", "See https://example.org/2005-03-09/a", "It fell in the 7th century BC",
    "He waits for the coming months", "That Tuesday they met", "They met on a Friday",
    "The second half was better", "The Sun reported it",
    "He sat down",
    "It is 60 years old", "a nine-year-old boy", "They March/VERB on", "He read it later",
    "It took place some time ago", "Chapter 3 to 5", "They sold 1200 to 1500 homes/NOUN",
  ])
  func otherWordsAreNoTimes(_ text: String) {
    #expect(Self.values(text) == [])
  }

  @Test(arguments: [
    ("They met on Friday in Bern", ["Friday = 2020-10-09"]),
    ("They met on Thursday in Bern", ["Thursday = 2020-10-08"]),
    ("They met late Thursday in Bern", ["late Thursday = 2020-10-08"]),
    ("They met on Saturday night in Bern", ["Saturday night = 2020-10-03"]),
    ("They will meet on Saturday in Bern", ["Saturday = 2020-10-10"]),
    ("They met last Monday in Bern", ["last Monday = 2020-10-05"]),
    ("They met last Friday in Bern", ["last Friday = 2020-10-02"]),
    ("They meet next Tuesday in Bern", ["next Tuesday = 2020-10-13"]),
    ("They meet next Friday in Bern", ["next Friday = 2020-10-16"]),
    ("They spoke before Friday's talks", ["Friday = 2020-10-09"]),
    ("They work until Sunday", ["until Sunday = ../2020-10-04"]),
  ])
  func weekdaysAreTheNearestOfTheirTense(_ text: String, _ expected: [String]) {
    #expect(Self.values(text) == expected)
  }

  @Test(arguments: [
    ("It rains today in Cork", ["today = 2020-10-09"]),
    ("It rained yesterday evening in Cork", ["yesterday evening = 2020-10-08"]),
    ("It rained last night in Cork", ["last night = 2020-10-08"]),
    ("It rained this morning in Cork", ["this morning = 2020-10-09"]),
    ("It will rain tonight or tomorrow", ["tonight or tomorrow = 2020-10-09/2020-10-10"]),
    ("It rained the day before yesterday", ["the day before yesterday = 2020-10-07"]),
    ("It rained last week in Cork", ["last week = 2020-09-28/2020-10-04"]),
    ("It rained earlier this week", ["earlier this week = 2020-10-05/2020-10-09"]),
    ("It will rain later this month", ["later this month = 2020-10-09/2020-10-31"]),
    ("It rained last month in Cork", ["last month = 2020-09"]),
    ("It rained last year in Cork", ["last year = 2019"]),
    ("It rained last May in Cork", ["last May = 2020-05"]),
    ("It rained last October in Cork", ["last October = 2019-10"]),
    ("It rained last summer in Cork", ["last summer = 2020-06/2020-08"]),
    ("It rained last weekend in Cork", ["last weekend = 2020-10-03/2020-10-04"]),
    ("It rained on Thursday last week", ["Thursday last week = 2020-10-01"]),
    ("It rained in October last year", ["October last year = 2019-10"]),
    ("It rained last quarter", ["last quarter = 2020-07/2020-09"]),
    ("It rained two weeks ago in Cork", ["two weeks ago = 2020-09-21/2020-09-27"]),
    ("It rained 10 days ago in Cork", ["10 days ago = 2020-09-29"]),
    ("It rained 30 years ago in Cork", ["30 years ago = 1990"]),
    ("It rained a decade ago in Cork", ["a decade ago = 2010"]),
    ("It will rain in two days in Cork", ["two days = 2020-10-11"]),
    ("It rained over the past two weeks", ["the past two weeks = 2020-09-25/2020-10-09"]),
    ("It rained at the end of September", ["the end of September = 2020-09-21/2020-09-30"]),
    ("It rained in mid-September in Cork", ["mid-September = 2020-09-11/2020-09-20"]),
    ("It will end by the end of the year", ["by the end of the year = ../2020-12"]),
  ])
  func relativeTimesCountFromTheAnchor(_ text: String, _ expected: [String]) {
    #expect(Self.values(text) == expected)
    let withoutAnchor = Self.values(text, anchor: nil)
    #expect(withoutAnchor.allSatisfy { $0.contains("= P") })
  }

  @Test(arguments: [
    ("It rained between May and July", ["between May and July = 2020-05/2020-07"]),
    ("It rained from 3 to 5 May in Cork", ["from 3 to 5 May = 2020-05-03/2020-05-05"]),
    ("It rained on May 3-5, 2019 in Cork", ["May 3-5 , 2019 = 2019-05-03/2019-05-05"]),
    (
      "It rained from Sept. 27 to October 9",
      ["from Sept. 27 to October 9 = 2020-09-27/2020-10-09"]
    ),
    (
      "It rained from December 20, 2018 until January 3, 2019",
      ["from December 20 , 2018 until January 3 , 2019 = 2018-12-20/2019-01-03"]
    ),
    (
      "It will rain from December 20 until January 3",
      ["from December 20 until January 3 = 2020-12-20/2021-01-03"]
    ),
    ("It rained from Monday to Thursday", ["from Monday to Thursday = 2020-10-05/2020-10-08"]),
    ("It rained from Thursday to Sunday", ["from Thursday to Sunday = 2020-10-08/2020-10-11"]),
    ("It rained on May 3 and 4 in Cork", ["May 3 and 4 = 2020-05-03/2020-05-04"]),
    ("It rained on May 3 and 10 in Cork", ["May 3 = 2020-05-03"]),
    ("It rained on Saturday and Sunday", ["Saturday and Sunday = 2020-10-03/2020-10-04"]),
    ("It has rained since Sept. 27 in Cork", ["since Sept. 27 = 2020-09-27/.."]),
    ("It has rained since last week", ["since last week = 2020-09-28/.."]),
  ])
  func intervalsHaveTwoEnds(_ text: String, _ expected: [String]) {
    #expect(Self.values(text) == expected)
  }

  @Test(arguments: [
    ("It rained for two weeks in Cork", ["two weeks = P2W"]),
    ("A 44-day war ended", ["44-day = P44D"]),
    ("It rained for a month", ["a month = P1M"]),
    ("It rains every Monday in Cork", ["every Monday = R/P1W"]),
    ("It rains every four years", ["every four years = R/P4Y"]),
    ("It rains daily in Cork", ["daily = R/P1D"]),
    ("The Daily Star closed", []),
  ])
  func durationsAndRepetitionsAreTold(_ text: String, _ expected: [String]) {
    #expect(Self.values(text) == expected)
  }

  @Test func datesWithoutAnAnchorNeedAYear() {
    #expect(Self.values("It closed on May 5", anchor: nil) == [])
    #expect(Self.values("It closed on May 5, 2011", anchor: nil) == ["May 5 , 2011 = 2011-05-05"])
  }

  /// `He VERB (to meet) in January`, with a tree.
  static func tree(_ verb: String, _ lemma: String, _ features: String) -> AnnotatedSentence {
    var sentence = WrittenSentence.annotated("He \(verb) it in January")
    for index in [0, 2, 4] { sentence.tokens[index].head = 1 }
    sentence.tokens[3].head = 4
    sentence.tokens[1].upos = .verb
    sentence.tokens[1].lemma = lemma
    sentence.tokens[1].features = features
    return sentence
  }

  @Test func theTenseOfTheVerbChoosesTheYear() {
    let finder = TimeExpressionFinder(anchor: CalendarDate(year: 2020, month: 11, day: 20))
    let past = Self.tree("signed", "sign", "Tense=Past|VerbForm=Fin")
    let present = Self.tree("signs", "sign", "Tense=Pres|VerbForm=Fin")
    let open = Self.tree("scheduled", "schedule", "Tense=Past|VerbForm=Part")
    #expect(finder.expressions(in: past).map(\.value) == ["2020-01"])
    #expect(finder.expressions(in: present).map(\.value) == ["2021-01"])
    #expect(finder.expressions(in: open).map(\.value) == ["2021-01"])
  }

  @Test func aMonthInsideANameIsNoTime() {
    var sentence = WrittenSentence.annotated("The October Revolution began in Riga")
    sentence.names = [NameSpan(tokens: 1..<3, label: .event)]
    #expect(TimeExpressionFinder(anchor: Self.anchor).expressions(in: sentence).isEmpty)
  }
}
