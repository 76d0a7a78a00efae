internal import CVectorMath

/// Layer normalisation: each row to mean 0 and variance 1, then scaled and shifted.
///
/// Ba, Kiros and Hinton, *Layer Normalization*, 2016.
struct LayerNorm: Sendable {
  private let width: Int
  private let epsilon: Float
  private let weight: Tensor<Float>
  private let bias: Tensor<Float>

  init(_ file: ModelFile, _ name: String, width: Int, epsilon: Float) throws(LanguageModelError) {
    guard width % 16 == 0 else { throw .malformed("the width is no multiple of 16") }
    self.width = width
    self.epsilon = epsilon
    weight = try file.floats(name + ".weight", [width])
    bias = try file.floats(name + ".bias", [width])
  }

  /// Adds `addend` to `rows` rows, if there is one, and normalises them in place.
  func apply(
    _ values: UnsafeMutablePointer<Float>, adding addend: UnsafePointer<Float>?, rows: Int
  ) {
    for row in 0..<rows {
      vector_normalize(
        values + row * width, addend.map { $0 + row * width }, weight.start, bias.start, epsilon,
        width)
    }
  }
}
