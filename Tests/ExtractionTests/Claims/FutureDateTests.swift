import Testing

@testable import Extraction

/// What lies ahead of an article, and what only seems to, seen from Friday, 9 October 2020.
@Suite struct FutureDateTests {
  /// A claim as `predicate | modality | date`.
  static func claims(_ predicate: String, in text: String) throws -> [String] {
    let article = Article(
      id: "a", published: CalendarDate(iso: "2020-10-09").map { Timestamp(date: $0) },
      text: ArticleText(text))
    let reading = try ClaimTests.extractor.get()
      .extract(ModelAnnotator.standard().annotate(article))
    return reading.claims.filter { $0.predicate == predicate }
      .map { "\($0.predicate) | \($0.modality.rawValue) | \($0.date ?? "-")" }
  }

  @Test(arguments: [
    // The present tense with a time ahead tells a plan, ...
    ("Norway leaves NATO in December.", "left | planned | 2020-12"),
    ("Norway is leaving NATO on Monday.", "left | planned | 2020-10-12"),
    ("Anna Berzina travels to Riga on Sunday.", "travelledTo | planned | 2020-10-11"),
    (
      "Anna Berzina rejected the trial, which starts on October 21.",
      "startedOn | planned | 2020-10-21"
    ),
    ("Jan Nowak becomes mayor of Oslo in December.", "mayorOf | planned | 2020-12"),
    ("Bolivia said Norway leaves NATO in December.", "left | planned | 2020-12"),
    // ... and not what somebody is to another, nor what is done already.
    ("Volvo's rival, Saab, is preparing to sell a car in 2028.", "competesWith | asserted | -"),
    ("The Greek parliament is to endorse the plan on Sunday.", "legislatureOf | asserted | -"),
    ("Norway left NATO in December.", "left | asserted | 2019-12"),
    ("Norway has left NATO.", "left | asserted | -"),
    ("Norway was attacked by Chile on October 21.", "attacked | asserted | 2019-10-21"),
    ("Chile attacked Peru on October 21.", "attacked | asserted | 2019-10-21"),
    (
      "Anna Berzina condemns the attack by Chile on Peru on Monday.",
      "condemned | asserted | 2020-10-05"
    ),
    // What is due, or ahead of what is told, is still to come.
    (
      "With Norway due to leave NATO on Sunday, Anna Berzina visited Riga.",
      "left | planned | 2020-10-11"
    ),
    (
      "Norwegian envoys arrived in Riga for talks with Chile, to begin on Monday.",
      "startedOn | planned | 2020-10-12"
    ),
    ("Norway prepared for Sunday's attack on Chile.", "tookPlaceIn | planned | 2020-10-11"),
    (
      "Jan Nowak quit ahead of Sunday's election in Chile.", "tookPlaceIn | planned | 2020-10-11"
    ),
    (
      "Anna Berzina visited Riga ahead of talks with Jan Nowak on Sunday.", "visited | asserted | -"
    ),
    ("Anna Berzina visited Riga before a vote on Sunday.", "visited | asserted | -"),
    ("The vote, due on Sunday, was criticised by Jan Nowak.", "criticised | asserted | -"),
    // 'before' behind a length of time is no conjunction.
    ("The week before, Norway had left NATO.", "left | asserted | -"),
    ("Norway had left NATO a month before.", "left | asserted | -"),
    // What somebody does to a purpose at once he does then.
    (
      "Anna Berzina will meet Jan Nowak on Sunday to discuss the plan.",
      "discussed | planned | 2020-10-11"
    ),
    (
      "Anna Berzina met Jan Nowak on Sunday to discuss the plan.",
      "discussed | asserted | 2020-10-04"
    ),
    ("Anna Berzina flew to Oslo on Sunday to meet Jan Nowak.", "met | planned | -"),
  ])
  func `what lies ahead is planned`(text: String, claim: String) throws {
    let predicate = String(claim.prefix { $0 != " " })
    let found = try Self.claims(predicate, in: text)
    #expect(!found.isEmpty && found.allSatisfy { $0 == claim }, "\(found)")
  }
}
