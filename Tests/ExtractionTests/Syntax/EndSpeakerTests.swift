import Foundation
import Testing

@testable import Extraction

/// Speakers and sources that stand at the end of what they say, wherever the parser hangs them.
@Suite struct EndSpeakerTests {
  @Test(arguments: [
    (
      "Halden hired the chemist Anna Berzina, records show.",
      "Halden | hired | Anna Berzina | asserted | records"
    ),
    (
      "Halden hired the chemist Anna Berzina, the union claims.",
      "Halden | hired | Anna Berzina | alleged | union"
    ),
    (
      "Chile attacked Peru, a letter from the militia shows.",
      "Chile | attacked | Peru | alleged | militia"
    ),
    (
      "Halden hired the chemist Anna Berzina, added Finance Minister Roy Keller.",
      "Halden | hired | Anna Berzina | asserted | Roy Keller"
    ),
    (
      "Halden has hired Anna Berzina, the Lima Post reported, citing two ministers.",
      "Halden | hired | Anna Berzina | asserted | Lima Post"
    ),
    // What follows the whole sentence is no apposition of its last name.
    (
      "Norway has recalled its ambassador to Chad, according to a diplomat who asked not to be named.",
      "Norway | recalledEnvoyFrom | Chad | asserted | diplomat"
    ),
    (
      "Norway would leave NATO if Chile joined it, according to a minister.",
      "Norway | left | NATO | conditional | minister"
    ),
    (
      "Chile is sending two ships to Peru, its prime minister, Anna Berzina, has tweeted.",
      "Chile | sentForcesTo | Peru | alleged | Anna Berzina"
    ),
    // A member speaks for nobody else.
    (
      "A member of the council said Chile had attacked Peru.",
      "Chile | attacked | Peru | alleged | member"
    ),
    (
      "The talks, Anna Berzina said, had failed, and Chile had attacked Peru.",
      "Chile | attacked | Peru | alleged | Anna Berzina"
    ),
    (
      "Anna Berzina said the talks had failed, and Chile had attacked Peru.",
      "Chile | attacked | Peru | alleged | Anna Berzina"
    ),
  ])
  func `who ends the sentence says all of it`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    let parts = claim.components(separatedBy: " | ")
    let speaks = found.contains {
      let other = $0.components(separatedBy: " | ")
      return other.prefix(4) == parts.prefix(4) && other.last?.contains(parts[4]) == true
    }
    #expect(speaks, "found \(found.sorted())")
    let bare = parts.prefix(3).joined(separator: " | ") + " | asserted | "
    #expect(!found.contains(bare), "found \(found.sorted())")
  }

  @Test(arguments: [
    // A relative clause tells of its noun, and a list of deeds has no speaker.
    (
      "Chile accused Peru of shelling Arica, a charge that Lima rejected.",
      "Chile | accused | Peru | asserted | "
    ),
    (
      "Chile attacked Peru, a move analysts expected.",
      "Chile | attacked | Peru | asserted | "
    ),
    (
      "Chile joined NATO, according to a person close to Halden.",
      "person | affiliatedWith | Halden | asserted | "
    ),
    // Whoever sues, though he cites a report, sues.
    (
      "Norway sued Chile, citing a report that Peru had attacked Bolivia.",
      "Norway | sued | Chile | asserted | "
    ),
  ])
  func `what is no speaker takes no fact away`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }
}
