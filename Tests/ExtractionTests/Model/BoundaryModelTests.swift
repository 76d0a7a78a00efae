import Testing

@testable import Extraction

/// The scores of sentence ends in long blocks.
///
/// These tests load the model.
@Suite struct BoundaryModelTests {
  @Test func whereABlockIsCutIntoChunksDoesNotShow() throws {
    let model = try LanguageModel.embedded.get()
    let sentence = ["They", "left", "early", "."].map { word in
      var pieces: [Int32] = []
      let scalars = Array(word.unicodeScalars)
      model.pieces.append(scalars[...], to: &pieces)
      return (pieces[0], UInt8(ShapeClass(scalars[...]).rawValue))
    }
    let words = Array(repeating: sentence, count: 400).flatMap(\.self)
    let scores = model.boundaries.scores(
      pieces: words.map(\.0), shapes: words.map(\.1),
      gaps: words.map { _ in .blank })
    #expect(scores.count == 1_600)
    // Far from both ends of the block, each word's surroundings repeat every four words.
    for word in 1_000..<1_050 { #expect(scores[word] == scores[word - 400]) }
  }
}
