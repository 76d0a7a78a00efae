internal import CVectorMath

/// Rows of numbers quantised to 7 bits, with the scale of each row
/// (Training/MODEL_FORMAT.md, section 4).
final class Activations {
  private let codeBuffer = AlignedBuffer<UInt8>()
  private let scaleBuffer = AlignedBuffer<Float>()

  /// The codes of all rows: 64 stands for zero.
  var codes: UnsafePointer<UInt8> { UnsafePointer(codeBuffer.start) }
  /// What one step of a row's codes is worth.
  var scales: UnsafePointer<Float> { UnsafePointer(scaleBuffer.start) }

  /// Quantises `rows` rows of `width` numbers; the starts of two rows lie `stride` numbers apart.
  func quantize(_ input: UnsafePointer<Float>, rows: Int, width: Int, stride: Int) {
    let codes = codeBuffer.reserve(rows * width)
    let scales = scaleBuffer.reserve(rows)
    for row in 0..<rows {
      scales[row] = vector_quantize(input + row * stride, codes + row * width, width)
    }
  }
}
