internal import CVectorMath

/// The small network that scores each word of a block for ending a sentence, from the words around
/// it (Training/MODEL_FORMAT.md, section 9).
struct BoundaryModel: Sendable {
  /// What follows a word in the text.
  enum Gap: Int, CaseIterable {
    case nothing, blank, lineBreak, blockEnd
  }

  private static let pieceWidth = 32
  private static let smallWidth = 8
  private static let wordWidth = pieceWidth + 2 * smallWidth
  private static let hiddenWidth = 64
  /// How many words have their vectors in memory at a time.
  private static let chunkSize = 1_024
  /// How many words are scored at a time.
  private static let groupSize = 32

  /// The score above which a word ends a sentence.
  let threshold: Float
  private let before: Int
  private let after: Int
  private let buckets: [Int]
  private let pieces: Tensor<Int8>
  private let pieceScales: Tensor<Float>
  private let shapes: Tensor<Float>
  private let gaps: Tensor<Float>
  private let fromStart: Tensor<Float>
  private let toEnd: Tensor<Float>
  private let hidden: Tensor<Float>
  private let hiddenBias: Tensor<Float>
  private let output: Tensor<Float>
  private let outputBias: Tensor<Float>

  init(_ file: ModelFile, vocabulary: Int) throws(LanguageModelError) {
    let settings = file.header["splitter"]
    guard let before = settings?["before"]?.integer, let after = settings?["after"]?.integer,
      (0...32).contains(before), (0...32).contains(after),
      let threshold = settings?["threshold"]?.number,
      let buckets = settings?["buckets"]?.array?.compactMap(\.integer), buckets.first == 0
    else { throw .malformed("the splitter's settings are not complete") }
    (self.before, self.after, self.threshold, self.buckets) = (
      before, after, Float(threshold), buckets
    )
    let small = Self.smallWidth
    pieces = try file.integers("splitter.piece", [vocabulary, Self.pieceWidth])
    pieceScales = try file.floats("splitter.piece.scale", [vocabulary])
    shapes = try file.floats("splitter.shape", [ShapeClass.allCases.count, small])
    gaps = try file.floats("splitter.gap", [Gap.allCases.count, small])
    fromStart = try file.floats("splitter.fromStart", [buckets.count, small])
    toEnd = try file.floats("splitter.toEnd", [buckets.count, small])
    let inputs = (before + 1 + after) * Self.wordWidth + 2 * small
    hidden = try file.floats("splitter.hidden.weight", [Self.hiddenWidth, inputs])
    hiddenBias = try file.floats("splitter.hidden.bias", [Self.hiddenWidth])
    output = try file.floats("splitter.output.weight", [1, Self.hiddenWidth])
    outputBias = try file.floats("splitter.output.bias", [1])
  }

  /// The score of each word of a block, given its first piece, its shape and what follows it.
  func scores(pieces: [Int32], shapes: [UInt8], gaps: [Gap]) -> [Float] {
    var scores: [Float] = []
    scores.reserveCapacity(pieces.count)
    for first in stride(from: 0, to: pieces.count, by: Self.chunkSize) {
      let chunk = first..<min(first + Self.chunkSize, pieces.count)
      scores += self.scores(of: chunk, pieces, shapes, gaps)
    }
    return scores
  }

  /// The scores of a chunk of a block's words.
  private func scores(
    of chunk: Range<Int>, _ pieces: [Int32], _ shapes: [UInt8], _ gaps: [Gap]
  ) -> [Float] {
    let width = Self.wordWidth
    let places = before + chunk.count + after
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: places * width) { vectors in
      vectors.initialize(repeating: 0)
      guard let start = vectors.baseAddress else { return [] }
      for place in 0..<places {
        let word = chunk.lowerBound - before + place
        guard pieces.indices.contains(word) else { continue }
        embed(
          Int(pieces[word]), Int(shapes[word]), gaps[word].rawValue, into: start + place * width)
      }
      return stride(from: chunk.lowerBound, to: chunk.upperBound, by: Self.groupSize).flatMap {
        let group = $0..<min($0 + Self.groupSize, chunk.upperBound)
        return scores(
          of: group, wordCount: pieces.count, start + (group.lowerBound - chunk.lowerBound) * width)
      }
    }
  }

  private func embed(
    _ piece: Int, _ shape: Int, _ gap: Int, into row: UnsafeMutablePointer<Float>
  ) {
    let scale = pieceScales[piece]
    for index in 0..<Self.pieceWidth {
      row[index] = Float(pieces.start[piece * Self.pieceWidth + index]) * scale
    }
    let small = Self.smallWidth
    for index in 0..<small {
      row[Self.pieceWidth + index] = shapes.start[shape * small + index]
      row[Self.pieceWidth + small + index] = gaps.start[gap * small + index]
    }
  }

  /// The scores of a group of words; `vectors` begins with the window of the first of them.
  private func scores(
    of group: Range<Int>, wordCount: Int, _ vectors: UnsafePointer<Float>
  ) -> [Float] {
    let small = Self.smallWidth
    let windowWidth = (before + 1 + after) * Self.wordWidth
    let width = windowWidth + 2 * small
    let units = Self.hiddenWidth
    return withUnsafeTemporaryAllocation(
      of: Float.self, capacity: group.count * (width + units)
    ) { buffer in
      guard let inputs = buffer.baseAddress else { return [] }
      for (index, word) in group.enumerated() {
        let input = inputs + index * width
        input.update(from: vectors + index * Self.wordWidth, count: windowWidth)
        let begin = fromStart.start + bucket(word) * small
        let end = toEnd.start + bucket(wordCount - 1 - word) * small
        (input + windowWidth).update(from: begin, count: small)
        (input + windowWidth + small).update(from: end, count: small)
      }
      let hiddenUnits = inputs + group.count * width
      vector_products(hidden.start, units, width, inputs, group.count, width, hiddenUnits, width)
      return group.indices.map { score(hiddenUnits + ($0 - group.lowerBound) * units) }
    }
  }

  /// The score of a word whose hidden units, without their bias, are known.
  private func score(_ units: UnsafePointer<Float>) -> Float {
    var result = outputBias[0]
    for unit in 0..<Self.hiddenWidth {
      let value = units[unit] + hiddenBias.start[unit]
      if value > 0 { result += value * output.start[unit] }
    }
    return result
  }

  /// The greatest index whose bucket begins at or below `distance`.
  private func bucket(_ distance: Int) -> Int {
    var index = buckets.count - 1
    while buckets[index] > distance { index -= 1 }
    return index
  }
}
