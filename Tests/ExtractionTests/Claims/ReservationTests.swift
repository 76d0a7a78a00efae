import Testing

@testable import Extraction

/// What is asked for, excepted, seems so or is not denied.
@Suite struct ReservationTests {
  @Test(arguments: [
    ("Chile will not leave NATO unless Peru pays.", "Chile | left | NATO | conditional | "),
    ("Chile will not leave NATO.", "Chile | left | NATO | denied | "),
    // What is insisted on by a subjunctive is asked for.
    ("Bolivia insisted that Chile leave NATO.", "Chile | left | NATO | planned | Bolivia"),
    (
      "Bolivia insisted that Jan Nowak be released by Chile.",
      "Chile | released | Jan Nowak | planned | Bolivia"
    ),
    ("Bolivia insisted that Chile left NATO.", "Chile | left | NATO | asserted | Bolivia"),
    // Who does not deny something leaves it open.
    ("Norway did not deny that Chile attacked Peru.", "Chile | attacked | Peru | alleged | "),
    ("Norway denied that Chile attacked Peru.", "Chile | attacked | Peru | denied | Norway"),
    // What only seems so may be otherwise.
    ("It seems that Jan Nowak killed Ole Berg.", "Jan Nowak | killed | Ole Berg | alleged | "),
    ("It now appears that Chile bombed Lima.", "Chile | bombed | Lima | alleged | "),
    ("It is clear that Chile attacked Peru.", "Chile | attacked | Peru | asserted | "),
    // Who had no part in an attack does not say that there was none.
    (
      "Bolivia denied involvement in the attack on Lima.",
      "attack on Lima | tookPlaceIn | Lima | asserted | "
    ),
    (
      "Bolivia denied any role in Chile's attack on Peru.", "Chile | attacked | Peru | asserted | "
    ),
    ("Bolivia denied Chile's attack on Peru.", "Chile | attacked | Peru | denied | Bolivia"),
  ])
  func `reservations keep what they are about open`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }
}
