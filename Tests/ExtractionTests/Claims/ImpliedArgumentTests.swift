import Testing

@testable import Extraction

/// Claims whose sides or place stand in another sentence of the article.
@Suite struct ImpliedArgumentTests {
  private static let war = "Chadian and Sudanese forces clashed near Bamako on Monday. "

  @Test(arguments: [
    ("A ceasefire was reached in 1994.", "Chad | agreedCeasefireWith | Sudan | asserted | "),
    (
      "“We are moving towards a truce,” Jan Lind told reporters.",
      "Chad | agreedCeasefireWith | Sudan | planned | Jan Lind"
    ),
    (
      "Norway proposed a truce to exchange prisoners.",
      "Chad | exchangedPrisonersWith | Sudan | planned | Norway"
    ),
  ])
  func `a truce without names is one of the two that fight`(text: String, claim: String) throws {
    #expect(try ClaimTests.claims(in: Self.war + text).contains(claim))
  }

  @Test(arguments: [
    // Other sides are named.
    "A ceasefire between Peru and Chile was reached in 1994.",
    "Chile and Peru agreed a ceasefire.",
    "A ceasefire in Chile was reached.",
    // It is only spoken of.
    "A truce is no peace.",
    "Truce talks are a hard trade.",
  ])
  func `a truce of others, or of nobody, is none of theirs`(text: String) throws {
    let claims = try ClaimTests.claims(in: Self.war + text)
    #expect(!claims.contains { $0.hasPrefix("Chad | agreedCeasefireWith | Sudan") })
  }

  @Test func `nobody is a side where several pairs fight`() throws {
    let text = "Peru attacked Chile. Norway attacked Sweden. A ceasefire was reached on Friday."
    #expect(try !ClaimTests.claims(in: text).contains { $0.contains("agreedCeasefireWith") })
  }

  @Test(arguments: [
    (
      "Jan Lind said there would be no peace until Chadian troops withdraw.",
      "Chadian Armed Forces | withdrewFrom | Mali | conditional | Jan Lind"
    ),
    (
      "Jan Lind demanded the withdrawal of the Chadian forces.",
      "Chadian Armed Forces | withdrewFrom | Mali | planned | Jan Lind"
    ),
  ])
  func `troops withdraw from what they hold`(text: String, claim: String) throws {
    #expect(
      try ClaimTests.claims(in: "The Chadian army occupied Mali in 1994. " + text).contains(claim))
  }

  @Test func `troops that hold two places are not said to leave either`() throws {
    let text = """
      The Chadian army occupied Mali in 1994 and Niger in 1995. Jan Lind wants Chadian troops to \
      withdraw.
      """
    #expect(try !ClaimTests.claims(in: text).contains { $0.contains("withdrewFrom") })
  }
}
