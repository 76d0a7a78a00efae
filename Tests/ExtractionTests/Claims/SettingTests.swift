import Testing

@testable import Extraction

/// Where embassies lie, and at what somebody spoke.
@Suite struct SettingTests {
  @Test(arguments: [
    (
      "Rebels attacked the Norwegian embassy in Beijing.",
      "Norwegian embassy | locatedIn | Beijing", true
    ),
    // Only 'in' says that it lies there, and it must be the embassy's.
    (
      "The Norwegian embassy near Beijing praised Chile.",
      "Norwegian embassy | locatedIn | Beijing", false
    ),
    (
      "The Norwegian embassy was closed in Beijing.", "Norwegian embassy | locatedIn | Beijing",
      false
    ),
    (
      "Jan Nowak said at the conference that Chile had attacked Peru.",
      "Jan Nowak | participatedIn | conference", true
    ),
    (
      "Jan Nowak announced at the summit that he would leave NATO.",
      "Jan Nowak | participatedIn | summit", true
    ),
    (
      "Jan Nowak said at the office that Chile had attacked Peru.", "Jan Nowak | participatedIn",
      false
    ),
  ])
  func `phrases tell where something is`(text: String, triple: String, isSaid: Bool) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains { $0.hasPrefix(triple) } == isSaid, "found \(found.sorted())")
  }
}
