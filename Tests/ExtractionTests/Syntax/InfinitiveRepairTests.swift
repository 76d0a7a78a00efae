import Testing

@testable import Extraction

/// Whom somebody urges to do something, where the parser took it for the doer alone.
@Suite struct InfinitiveRepairTests {
  private static let knowledge = Result { try Knowledge.load(folder: .find()) }

  private func repaired(_ tree: String) throws -> AnnotatedSentence {
    let repair = InfinitiveRepair(lexicon: try Self.knowledge.get().lexicon)
    return repair.repaired(WrittenTree.annotated(tree))
  }

  @Test func `who is urged is the object of urging`() throws {
    let sentence = try repaired(
      "Nowak/Nowak/PROPN/NNP/2/nsubj urged/urge/VERB/VBD/0/root Lund/Lund/PROPN/NNP/5/nsubj "
        + "to/to/PART/TO/5/mark leave/leave/VERB/VB/2/ccomp")
    #expect(WrittenTree.relation(of: "Lund", in: sentence) == "obj of urged")
    #expect(WrittenTree.relation(of: "leave", in: sentence) == "ccomp of urged")
  }

  @Test func `who is expected to do something is told nothing`() throws {
    let sentence = try repaired(
      "Nowak/Nowak/PROPN/NNP/2/nsubj expected/expect/VERB/VBD/0/root Lund/Lund/PROPN/NNP/5/nsubj "
        + "to/to/PART/TO/5/mark leave/leave/VERB/VB/2/ccomp")
    #expect(WrittenTree.relation(of: "Lund", in: sentence) == "nsubj of leave")
  }

  @Test func `a verb keeps the object that it has`() throws {
    let sentence = try repaired(
      "Nowak/Nowak/PROPN/NNP/2/nsubj asked/ask/VERB/VBD/0/root Berg/Berg/PROPN/NNP/2/obj "
        + "Lund/Lund/PROPN/NNP/6/nsubj to/to/PART/TO/6/mark leave/leave/VERB/VB/2/ccomp")
    #expect(WrittenTree.relation(of: "Lund", in: sentence) == "nsubj of leave")
  }

  @Test func `who is urged to resign is called on`() throws {
    let found = try ClaimTests.claims(in: "Jan Nowak urged Ms Lund to step down.")
    #expect(found.contains("Jan Nowak | calledOn | Lund | asserted | "), "\(found.sorted())")
  }
}
