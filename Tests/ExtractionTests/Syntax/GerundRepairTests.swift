import Testing

@testable import Extraction

/// What somebody is accused of is what the accuser says, and no deed of which anybody else tells.
@Suite struct GerundRepairTests {
  private static let knowledge = Result { try Knowledge.load(folder: .find()) }

  private func repaired(_ tree: String) throws -> AnnotatedSentence {
    let repair = GerundRepair(lexicon: try Self.knowledge.get().lexicon)
    return repair.repaired(WrittenTree.annotated(tree))
  }

  @Test(arguments: [
    (
      "Amnesty accused the Chilean army of killing civilians.",
      "Chilean Armed Forces | killed | civilians | alleged | Amnesty International"
    ),
    // The object stays one beside what is said of the charge.
    (
      "Bolivia accused Chile of bombing Lima, a charge that Chile rejected.",
      "Chile | bombed | Lima | alleged | Bolivia"
    ),
    (
      "Bolivia accused Chile of bombing Lima, a charge that Chile rejected.",
      "Bolivia | accused | Chile | asserted | "
    ),
    // Who is punished for something has done it.
    ("Norway sanctioned Chile for attacking Peru.", "Chile | attacked | Peru | asserted | "),
  ])
  func `whoever is accused is said to have done it`(text: String, claim: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }

  @Test(arguments: [
    ("Amnesty accused the Chilean army of killing civilians.", "killed | civilians | asserted"),
    ("Norway sanctioned Chile for attacking Peru.", "Norway | attacked"),
    // Whatever else is counted among the abuses, the accuser has not done it.
    (
      "Amnesty accused Chile of abuses, including killing Jan Nowak.",
      "Amnesty International | killed"
    ),
  ])
  func `whoever accuses has not done it`(text: String, words: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(!found.contains { $0.contains(words) }, "found \(found.sorted())")
  }

  @Test func `a participle behind the accused hangs on the verb`() throws {
    let sentence = try repaired(
      "Amnesty/Amnesty/PROPN/NNP/2/nsubj accused/accuse/VERB/VBD/0/root the/the/DET/DT/4/det "
        + "army/army/NOUN/NN/2/obj of/of/SCONJ/IN/6/mark killing/kill/VERB/VBG/4/acl "
        + "civilians/civilian/NOUN/NNS/6/obj")
    #expect(WrittenTree.relation(of: "killing", in: sentence) == "advcl of accused")
  }

  @Test func `an object that stands before the participle is the verb's`() throws {
    let sentence = try repaired(
      "Bolivia/Bolivia/PROPN/NNP/2/nsubj accused/accuse/VERB/VBD/0/root "
        + "Chile/Chile/PROPN/NNP/5/obj of/of/SCONJ/IN/5/mark bombing/bomb/VERB/VBG/2/advcl "
        + "Lima/Lima/PROPN/NNP/5/obj")
    #expect(WrittenTree.relation(of: "Chile", in: sentence) == "obj of accused")
    #expect(WrittenTree.relation(of: "Lima", in: sentence) == "obj of bombing")
  }

  @Test func `what is included hangs on the noun that it is an example of`() throws {
    let sentence = try repaired(
      "Amnesty/Amnesty/PROPN/NNP/2/nsubj accused/accuse/VERB/VBD/0/root "
        + "Chile/Chile/PROPN/NNP/2/obj of/of/ADP/IN/5/case abuses/abuse/NOUN/NNS/2/obl "
        + ",/,/PUNCT/,/8/punct including/include/VERB/VBG/8/case killing/kill/VERB/VBG/2/advcl "
        + "Nowak/Nowak/PROPN/NNP/8/obj")
    #expect(WrittenTree.relation(of: "killing", in: sentence) == "dep of abuses")
  }

  @Test func `a participle that no verb governs stays where it is`() throws {
    let sentence = try repaired(
      "Amnesty/Amnesty/PROPN/NNP/2/nsubj met/meet/VERB/VBD/0/root the/the/DET/DT/4/det "
        + "army/army/NOUN/NN/2/obj shelling/shell/VERB/VBG/4/acl Lima/Lima/PROPN/NNP/5/obj")
    #expect(WrittenTree.relation(of: "shelling", in: sentence) == "acl of army")
  }
}
