import CVectorMath
import Testing

@testable import Extraction

/// The model in Swift against the Python reference, Training/int8.py.
///
/// These tests load the model.
@Suite struct ParityTests {
  private let model: LanguageModel

  init() throws { model = try LanguageModel.embedded.get() }

  /// Words with one blank between each two, and where they stand.
  private func text(_ words: [String]) -> (scalars: [Unicode.Scalar], spans: [WordSpan]) {
    var scalars: [Unicode.Scalar] = []
    var spans: [WordSpan] = []
    for word in words {
      if !scalars.isEmpty { scalars.append(" ") }
      let begin = scalars.count
      scalars += word.unicodeScalars
      spans.append(WordSpan(TextRange(begin, scalars.count)))
    }
    return (scalars, spans)
  }

  private func pieces(_ words: [String]) -> SentencePieces {
    let (scalars, spans) = text(words)
    let block = BlockPieces(spans, of: scalars, by: model.pieces)
    return SentencePieces(block, spans.indices, model: model)
  }

  @Test func theFixtureBelongsToTheModel() throws {
    let bytes = ModelBytes.embedded().buffer
    let checksum = CRC32.checksum(UnsafeRawBufferPointer(rebasing: bytes[16...]))
    #expect(
      ParityFixture.values["model"]?.string == String(checksum, radix: 16),
      "run Training/parity.py and Training/parity_fixture.py for the model that is built in")
  }

  @Test func wordsAreCutIntoTheSamePieces() {
    #expect(!ParityFixture.words.isEmpty)
    for word in ParityFixture.words {
      let form = Array((word["form"]?.string ?? "").unicodeScalars)
      var pieces: [Int32] = []
      model.pieces.append(form[...], to: &pieces)
      #expect(pieces.map(Int.init) == word["ids"]?.integers, "\(word)")
      #expect(ShapeClass(form[...]).rawValue == word["shape"]?.integer, "\(word)")
    }
  }

  @Test func sentencesAreCutIntoTheSamePieces() {
    for sentence in ParityFixture.sentences {
      let segment = pieces(sentence["words"]?.strings ?? []).segments[0]
      #expect(segment.pieces.map(Int.init) == sentence["pieces"]?.integers)
      #expect(segment.shapes.map(Int.init) == sentence["shapes"]?.integers)
      #expect(segment.kept == [0] + (sentence["firstPiece"]?.integers ?? []))
    }
  }

  @Test func vectorsAgreeWithTheReference() {
    var exact = 0
    for sentence in ParityFixture.sentences {
      let vectors = model.vectors(of: [pieces(sentence["words"]?.strings ?? [])])
      let rows = (sentence["vectors"]?.array ?? []).map(\.floats)
      var difference: Float = 0
      for (row, expected) in rows.enumerated() {
        for (column, value) in expected.enumerated() {
          difference += abs(vectors[row * 384 + column] - value)
        }
      }
      difference /= Float(rows.joined().count)
      // Where a sum in another order tips one activation to its neighbour, the layers after it make
      // that as large as quantisation errors are; all other sentences agree to the last digit.
      #expect(difference < 0.06)
      if difference < 0.000_1 { exact += 1 }
    }
    #expect(exact * 2 > ParityFixture.sentences.count)
  }

  @Test func allWaysOfMultiplyingGiveTheSameBits() throws {
    var ways: [MatrixProduct] = [.oneDNN, .portable]
    if vector_layer_is_supported() { ways.append(.packed) }
    let sentence = [pieces(["The", "ferry", "sank", "off", "Malta", "."])]
    let expected = model.vectors(of: sentence)
    let analysis = model.analyze(sentence)
    for way in ways {
      let other = try LanguageModel(.embedded(), product: way)
      #expect(other.vectors(of: sentence) == expected)
      #expect(other.analyze(sentence) == analysis)
    }
  }

  @Test func analysesAreTheSame() throws {
    let sentences = ParityFixture.sentences
    let analyses = model.analyze(sentences.map { pieces($0["words"]?.strings ?? []) })
    for (sentence, analysis) in zip(sentences, analyses) {
      let words = sentence["words"]?.strings ?? []
      let (scalars, spans) = text(words)
      let tokens = spans.indices.map {
        analysis.token($0, spans[$0], model.labels, ArticleText(scalars: scalars))
      }
      let expected = sentence["decoded"]
      #expect(tokens.map(\.upos.rawValue) == expected?["upos"]?.strings)
      #expect(tokens.map(\.xpos) == expected?["xpos"]?.strings)
      #expect(
        tokens.map { $0.features.isEmpty ? "_" : $0.features } == expected?["features"]?.strings)
      #expect(tokens.map(\.lemma) == expected?["lemmas"]?.strings)
      #expect(tokens.map { ($0.head ?? -1) + 1 } == expected?["heads"]?.integers)
      #expect(tokens.map(\.deprel) == expected?["relations"]?.strings)
      #expect(
        tokens.map { $0.phraseType?.rawValue ?? "none" } == expected?["entities"]?.strings)
      #expect(analysis.names.map { nameTag($0) } == expected?["names"]?.strings)
    }
  }

  private func nameTag(_ index: Int) -> String {
    switch model.labels.names[index] {
    case .outside: "O"
    case .begins(let label): "B-" + label.rawValue
    case .continues(let label): "I-" + label.rawValue
    }
  }

  @Test func sentenceEndsAreScoredAlike() {
    for paragraph in ParityFixture.paragraphs {
      let words = (paragraph["tokens"]?.strings ?? []).map { Array($0.unicodeScalars) }
      let firstPieces = words.map { word in
        var pieces: [Int32] = []
        model.pieces.append(word[...], to: &pieces)
        return pieces[0]
      }
      let scores = model.boundaries.scores(
        pieces: firstPieces, shapes: words.map { UInt8(ShapeClass($0[...]).rawValue) },
        gaps: (paragraph["gaps"]?.integers ?? []).compactMap { BoundaryModel.Gap(rawValue: $0) })
      for (score, expected) in zip(scores, paragraph["scores"]?.floats ?? []) {
        #expect(abs(score - expected) < 0.001 * max(1, abs(expected)))
      }
    }
  }
}
