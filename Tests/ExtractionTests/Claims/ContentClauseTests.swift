import Testing

@testable import Extraction

/// What a clause with 'that' says is the article's own word only where the word above vouches for it.
@Suite struct ContentClauseTests {
  @Test(arguments: [
    (
      "The claim by Anna Berzina that Chile had attacked Peru drew criticism.", "alleged",
      "Anna Berzina"
    ),
    (
      "The testimony of Anna Berzina that Chile had attacked Peru drew criticism.", "alleged",
      "Anna Berzina"
    ),
    (
      "Despite Norway's assurances that Chile had attacked Peru, the talks went on.", "alleged",
      "Norway"
    ),
    ("Anna Berzina expressed concern that Chile had attacked Peru.", "conditional", "Anna Berzina"),
    ("Anna Berzina is convinced that Chile had attacked Peru.", "alleged", "Anna Berzina"),
    ("The jury heard that Chile had attacked Peru.", "alleged", ""),
    ("Legend has it that Chile attacked Peru.", "alleged", ""),
    ("The idea that Chile had attacked Peru spread.", "alleged", ""),
    ("By some accounts, Chile attacked Peru.", "alleged", ""),
    ("Anna Berzina ridiculed the idea that Chile had attacked Peru.", "denied", "Anna Berzina"),
    (
      "Anna Berzina called the report that Chile had attacked Peru a lie.", "denied", "Anna Berzina"
    ),
    (
      "Anna Berzina said reports that Chile had attacked Peru were false.", "denied", "Anna Berzina"
    ),
  ])
  func `nobody but the speaker says what is said`(
    text: String, modality: String, speaker: String
  ) throws {
    let found = try ClaimTests.claims(in: text).filter { $0.hasPrefix("Chile | attacked | Peru") }
    #expect(!found.isEmpty && found.allSatisfy { !$0.hasSuffix("| asserted | ") }, "found \(found)")
    #expect(
      found.contains { $0.contains("| \(modality) |") && $0.hasSuffix(speaker) }, "found \(found)")
  }

  @Test(arguments: [
    "Anna Berzina learned that Chile had attacked Peru.",
    "The fact that Chile had attacked Peru was known.",
    "Anna Berzina was glad that Chile had attacked Peru.",
    "The truth is that Chile attacked Peru.",
  ])
  func `what is taken for granted stays a fact`(text: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains("Chile | attacked | Peru | asserted | "), "found \(found.sorted())")
  }

  @Test(arguments: [
    (
      "Anna Berzina described her years in Oslo. Jan Nowak had sued Chile, she said.",
      "Anna Berzina"
    ),
    ("Roy Keller said the talks had failed. In his view, Jan Nowak had sued Chile.", "Roy Keller"),
    ("The indictment runs to ten pages. It says that Jan Nowak sued Chile.", "indictment"),
    ("According to court documents, Jan Nowak sued Chile.", "court documents"),
  ])
  func `whoever speaks is none of those that are spoken of`(text: String, speaker: String) throws {
    let found = try ClaimTests.claims(in: text).filter { $0.hasPrefix("Jan Nowak | sued | Chile") }
    #expect(!found.isEmpty && found.allSatisfy { $0.hasSuffix("| \(speaker)") }, "found \(found)")
  }

  @Test func `whoever says he in a quotation means another`() throws {
    let text =
      "Jan Nowak spoke of Roy Keller. “We all mourn for him,” Nowak said. “He founded Helio.”"
    let found = try ClaimTests.claims(in: text)
    #expect(
      found.contains { $0.hasPrefix("Roy Keller | ") && $0.contains(" | Helio | ") }, "\(found)")
    #expect(
      !found.contains { $0.hasPrefix("Jan Nowak | ") && $0.contains(" | Helio | ") }, "\(found)")
  }

  @Test func `she who spoke is none whom we do not know for a woman`() throws {
    let text = "Jan Nowak said he would meet Anna Berzina. “Chile has attacked Peru,” she said."
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains("Chile | attacked | Peru | alleged | Anna Berzina"), "\(found)")
  }
}
