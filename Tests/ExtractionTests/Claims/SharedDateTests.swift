import Testing

@testable import Extraction

/// Times that a clause has from its event, its document or the clause beside it, seen from Friday, 9
/// October 2020.
@Suite struct SharedDateTests {
  @Test(arguments: [
    ("Sunday's attack on Lima killed Jan Nowak.", "killed", "2020-10-04"),
    (
      "The attack on Lima on Sunday, which killed nine people, angered Norway.", "numberKilled",
      "2020-10-04"
    ),
    ("The attack on Lima killed nine people.", "numberKilled", nil),
    // A person has no day.
    ("Sunday's rival Jan Nowak killed Ole Berg.", "killed", nil),
    // What stands in a dated text was said then.
    ("Bolivia condemned Chile in a statement released on Monday.", "condemned", "2020-10-05"),
    ("Jan Nowak criticised Chile in a March 5 letter.", "criticised", "2020-03-05"),
    ("Bolivia condemned Chile in a town bombed on Monday.", "condemned", nil),
  ])
  func `events and documents give their day`(
    text: String, predicate: String, date: String?
  ) throws {
    let found = try DateTests.dates(predicate, in: text)
    #expect(!found.isEmpty && found.allSatisfy { $0 == date }, "\(found)")
  }

  @Test(arguments: [
    ("Anna Berzina flew to Oslo on Monday, where she met Jan Nowak.", "met", "2020-10-05"),
    ("Anna Berzina flew to Oslo on Monday. She met Jan Nowak.", "met", nil),
    ("Jan Nowak met Anna Berzina on Monday as Russia bombed Lima.", "bombed", "2020-10-05"),
    ("Jan Nowak met Anna Berzina on Monday because Chile attacked Peru.", "attacked", nil),
    ("While visiting Riga on Monday, Jan Nowak criticised Chile.", "criticised", "2020-10-05"),
    ("Chile started shelling Lima on Monday.", "shelled", "2020-10-05"),
    ("Chile wanted to attack Peru on Monday.", "attacked", nil),
    // Who flies somewhere to meet somebody may do so later.
    ("Anna Berzina flew on Monday to meet Jan Nowak.", "met", nil),
    (
      "Anna Berzina will replace Jan Nowak when he leaves on June 30.", "succeeded", "2021-06-30"
    ),
    ("Anna Berzina will replace Jan Nowak if he leaves on June 30.", "succeeded", nil),
  ])
  func `clauses beside each other share a day`(
    text: String, predicate: String, date: String?
  ) throws {
    let found = try DateTests.dates(predicate, in: text)
    #expect(!found.isEmpty && found.allSatisfy { $0 == date }, "\(found)")
  }

  @Test(arguments: [
    ("Having acquired Siemens in November, Spotify sued Chile.", "acquired", "2019-11"),
    ("Jan Nowak joined Spotify, having left Siemens in November.", "left", "2019-11"),
    ("Chile occupied Peru until at least 2007.", "occupied", "../2007"),
    ("Chile has occupied Peru since at least 2007.", "occupied", "2007/.."),
    ("Chile occupied Peru at least once until Monday.", "occupied", "../2020-10-05"),
  ])
  func `what is over is past, and bounds bound`(
    text: String, predicate: String, date: String?
  ) throws {
    let found = try DateTests.dates(predicate, in: text)
    #expect(!found.isEmpty && found.allSatisfy { $0 == date }, "\(found)")
  }
}
