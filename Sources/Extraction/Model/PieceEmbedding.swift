/// The vectors that pieces enter the encoder with: piece, position and shape of the word, added.
struct PieceEmbedding: Sendable {
  private let width: Int
  private let words: Tensor<Int8>
  private let wordScales: Tensor<Float>
  private let positions: Tensor<Float>
  private let shapes: Tensor<Float>
  private let norm: LayerNorm

  init(
    _ file: ModelFile, vocabulary: Int, width: Int, epsilon: Float
  ) throws(LanguageModelError) {
    self.width = width
    words = try file.integers("embeddings.word", [vocabulary, width])
    wordScales = try file.floats("embeddings.word.scale", [vocabulary])
    let maxPositions = try file.hyperparameter("maxPositions")
    positions = try file.floats("embeddings.position", [maxPositions, width])
    shapes = try file.floats("embeddings.shape", [ShapeClass.allCases.count, width])
    norm = try LayerNorm(file, "embeddings.norm", width: width, epsilon: epsilon)
  }

  /// Writes one row for each piece of each segment.
  func embed(_ segments: [SentencePieces.Segment], into output: UnsafeMutablePointer<Float>) {
    var row = output
    for segment in segments {
      for (position, piece) in segment.pieces.enumerated() {
        let word = words.start + Int(piece) * width
        let scale = wordScales[Int(piece)]
        let place = positions.start + position * width
        let shape = shapes.start + Int(segment.shapes[position]) * width
        for index in 0..<width {
          row[index] = Float(word[index]) * scale + place[index] + shape[index]
        }
        row += width
      }
      norm.apply(row - segment.pieces.count * width, adding: nil, rows: segment.pieces.count)
    }
  }
}
