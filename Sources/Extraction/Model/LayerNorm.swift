/// Layer normalisation: each row to mean 0 and variance 1, then scaled and shifted.
///
/// Ba, Kiros and Hinton, *Layer Normalization*, 2016.
struct LayerNorm: Sendable {
  private let width: Int
  private let epsilon: Float
  private let weight: Tensor<Float>
  private let bias: Tensor<Float>

  init(_ file: ModelFile, _ name: String, width: Int, epsilon: Float) throws(LanguageModelError) {
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
      let line = values + row * width
      if let addend {
        let more = addend + row * width
        for index in 0..<width { line[index] += more[index] }
      }
      normalize(line)
    }
  }

  private func normalize(_ line: UnsafeMutablePointer<Float>) {
    let mean = sum(line) { $0 } / Float(width)
    for index in 0..<width { line[index] -= mean }
    let variance = sum(line) { $0 * $0 } / Float(width)
    let factor = 1 / (variance + epsilon).squareRoot()
    let weight = weight.start
    let bias = bias.start
    for index in 0..<width { line[index] = line[index] * factor * weight[index] + bias[index] }
  }

  /// The sum of a function of each number; the width is a multiple of 8.
  @inline(__always)
  private func sum(
    _ line: UnsafeMutablePointer<Float>, _ function: (SIMD8<Float>) -> SIMD8<Float>
  ) -> Float {
    let raw = UnsafeRawPointer(line)
    var sums = SIMD8<Float>()
    var index = 0
    while index < width {
      sums += function(raw.loadUnaligned(fromByteOffset: index * 4, as: SIMD8<Float>.self))
      index += 8
    }
    return VectorMath.total(sums)
  }
}
