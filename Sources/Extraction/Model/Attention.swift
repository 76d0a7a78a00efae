/// Self-attention over the pieces of one segment.
///
/// Vaswani et al., *Attention Is All You Need*, 2017. The heads are 32 wide.
struct Attention: Sendable {
  /// The width of a head; the loops below are written for it.
  static let headWidth = 32

  let heads: Int
  var width: Int { heads * Self.headWidth }

  /// Attends from each of `count` pieces to all of them.
  ///
  /// `input` holds query, key and value of each piece, one row of 3 × width a piece; `output` gets
  /// one row of `width` a piece.
  func apply(
    _ input: UnsafePointer<Float>, count: Int, workspace: Workspace,
    into output: UnsafeMutablePointer<Float>
  ) {
    let padded = (count + 15) / 16 * 16
    let keys = workspace.keys.reserve(Self.headWidth * padded)
    let weights = workspace.weights.reserve(padded)
    for head in 0..<heads {
      let column = head * Self.headWidth
      transpose(input + width + column, count, padded, into: keys)
      for piece in 0..<count {
        let query = input + piece * 3 * width + column
        score(query, keys, padded, into: weights)
        let sum = softmax(weights, count)
        mix(
          input + 2 * width + column, weights, count, sum, into: output + piece * width + column)
      }
    }
  }

  /// Lays the keys of a head out by dimension, with zeros up to `padded` pieces.
  private func transpose(
    _ source: UnsafePointer<Float>, _ count: Int, _ padded: Int,
    into keys: UnsafeMutablePointer<Float>
  ) {
    for dimension in 0..<Self.headWidth {
      let line = keys + dimension * padded
      for piece in 0..<count { line[piece] = source[piece * 3 * width + dimension] }
      for piece in count..<padded { line[piece] = 0 }
    }
  }

  /// The scaled products of a query with all keys.
  private func score(
    _ query: UnsafePointer<Float>, _ keys: UnsafePointer<Float>, _ padded: Int,
    into scores: UnsafeMutablePointer<Float>
  ) {
    let scale: Float = 0.17677669529663687  // 1 / √32
    let raw = UnsafeRawPointer(keys)
    for piece in stride(from: 0, to: padded, by: 16) {
      var sums = SIMD16<Float>()
      for dimension in 0..<Self.headWidth {
        let offset = (dimension * padded + piece) * 4
        sums += raw.load(fromByteOffset: offset, as: SIMD16<Float>.self) * query[dimension]
      }
      UnsafeMutableRawPointer(scores + piece).storeBytes(of: sums * scale, as: SIMD16<Float>.self)
    }
  }

  /// Raises e to each score less the largest, and returns the sum.
  private func softmax(_ scores: UnsafeMutablePointer<Float>, _ count: Int) -> Float {
    var largest = scores[0]
    for index in 1..<max(1, count) where scores[index] > largest { largest = scores[index] }
    for index in 0..<count { scores[index] = VectorMath.exponential(scores[index] - largest) }
    var sum: Float = 0
    for index in 0..<count { sum += scores[index] }
    return sum
  }

  /// The mean of the values, weighted.
  private func mix(
    _ values: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, _ count: Int, _ sum: Float,
    into output: UnsafeMutablePointer<Float>
  ) {
    let raw = UnsafeRawPointer(values)
    var low = SIMD16<Float>()
    var high = SIMD16<Float>()
    for piece in 0..<count {
      let offset = piece * 3 * width * 4
      low += raw.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self) * weights[piece]
      high += raw.loadUnaligned(fromByteOffset: offset + 64, as: SIMD16<Float>.self) * weights[piece]
    }
    let target = UnsafeMutableRawPointer(output)
    target.storeBytes(of: low / sum, as: SIMD16<Float>.self)
    target.storeBytes(of: high / sum, toByteOffset: 64, as: SIMD16<Float>.self)
  }
}
