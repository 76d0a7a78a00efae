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
      scales[row] = Self.quantize(input + row * stride, into: codes + row * width, width)
    }
  }

  /// Quantises one row and returns its scale.
  private static func quantize(
    _ input: UnsafePointer<Float>, into codes: UnsafeMutablePointer<UInt8>, _ width: Int
  ) -> Float {
    let largest = VectorMath.largestMagnitude(input, width)
    guard largest > 0 else {
      codes.update(repeating: 64, count: width)
      return 0
    }
    let inverse = 63 / largest
    for index in 0..<width {
      // Adding 1.5 × 2^23 rounds half to even and leaves the integer in the low bits.
      let rounded = input[index] * inverse + 12_582_912
      codes[index] = UInt8(truncatingIfNeeded: rounded.bitPattern &+ 64)
    }
    return largest / 63
  }
}
