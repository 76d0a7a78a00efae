import Testing

@testable import Extraction

/// Answers to what somebody else has said.
@Suite struct DenialTests {
  @Test(arguments: [
    // Nouns for what was said, beside it.
    (
      "Bolivia accused Chile of bombing Lima, a charge that Chile rejected.",
      "Chile | bombed | Lima | denied | Chile"
    ),
    (
      "Bolivia accused Chile of bombing Lima, an allegation denied by Chile.",
      "Chile | bombed | Lima | denied | Chile"
    ),
    (
      "Bolivia said Chile had attacked Lima, a claim Chile rejects.",
      "Chile | attacked | Lima | denied | Chile"
    ),
    // What is called untrue.
    (
      "Bolivia said Chile had attacked Lima. Chile said it was a lie.",
      "Chile | attacked | Lima | denied | Chile"
    ),
    (
      "Bolivia said Chile had attacked Lima. Chile called the claim absurd.",
      "Chile | attacked | Lima | denied | Chile"
    ),
    (
      "Bolivia said Chile had attacked Lima. \"That is absurd,\" said Anna Berzina.",
      "Chile | attacked | Lima | denied | Anna Berzina"
    ),
    // Charges, and deeds of one's own.
    (
      "Prosecutors said Jan Nowak had killed Ole Berg. Jan Nowak pleaded not guilty.",
      "Jan Nowak | killed | Ole Berg | denied | Jan Nowak"
    ),
    (
      "Prosecutors said Anna Berzina had killed Ole Berg. She denies the charges.",
      "Anna Berzina | killed | Ole Berg | denied | Anna Berzina"
    ),
    (
      "Bolivia said Chile had attacked Lima. Chile denied any involvement.",
      "Chile | attacked | Lima | denied | Chile"
    ),
  ])
  func `answers deny what was said`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }

  @Test(arguments: [
    "Bolivia said Chile had attacked Lima. Chile said it was a surprise.",
    "Bolivia said Chile had attacked Lima. \"That is fine,\" said Anna Berzina.",
    "Prosecutors said Jan Nowak had killed Ole Berg. Nowak pleaded guilty.",
    "Prosecutors said Anna Berzina had killed Ole Berg. She did not deny the charges.",
    // Norway has no part in what Chile is said to have done.
    "Bolivia said Chile had attacked Lima. Norway denied any involvement.",
    // What nobody has claimed needs no denial.
    "Chile attacked Lima. Chile said it was a lie.",
  ])
  func `other answers deny nothing`(text: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(!found.contains { $0.contains(" | denied | ") }, "found \(found.sorted())")
  }
}
