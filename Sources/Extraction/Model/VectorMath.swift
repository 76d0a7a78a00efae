/// Functions over rows of floats whose result is the same on every CPU: no library function that
/// picks its code by the CPU, no fused multiplication, and sums in a fixed order.
enum VectorMath {
  /// e to the power `x`, to about 2 units in the last place; `x` is clamped to −87…88.
  ///
  /// Range reduction and polynomial of S. Moshier's Cephes library (`expf`). It has no branch, so
  /// that loops over it become vector code.
  @inline(__always)
  static func exponential(_ x: Float) -> Float {
    let low: Float = x < -87 ? -87 : x
    let clamped: Float = low > 88 ? 88 : low
    // Adding 1.5 × 2^23 rounds to the nearest integer, which is left in the low bits.
    let shifted = clamped * 1.442695041 + 12_582_912
    let power = shifted - 12_582_912
    let rest = clamped - power * 0.693359375 + power * 2.12194440e-4
    var sum: Float = 1.9875691500e-4
    sum = sum * rest + 1.3981999507e-3
    sum = sum * rest + 8.3334519073e-3
    sum = sum * rest + 4.1665795894e-2
    sum = sum * rest + 1.6666665459e-1
    sum = sum * rest + 5.0000001201e-1
    sum = sum * (rest * rest) + rest + 1
    return sum * Float(bitPattern: (shifted.bitPattern &+ 127) &<< 23)
  }

  /// The Gaussian error linear unit in its tanh form.
  ///
  /// Hendrycks and Gimpel, *Gaussian Error Linear Units*, 2016.
  @inline(__always)
  static func gelu(_ x: Float) -> Float {
    x / (1 + exponential(-1.5957691216 * (x + 0.044715 * (x * x * x))))
  }

  /// The largest absolute value of `count` numbers.
  static func largestMagnitude(_ input: UnsafePointer<Float>, _ count: Int) -> Float {
    var largest = SIMD16<UInt32>()
    let raw = UnsafeRawPointer(input)
    var index = 0
    while index + 16 <= count {
      // Without the sign, floats order as their bits do.
      let bits =
        raw.loadUnaligned(fromByteOffset: index * 4, as: SIMD16<UInt32>.self) & 0x7FFF_FFFF
      largest.replace(with: bits, where: bits .> largest)
      index += 16
    }
    var result = largest.max()
    while index < count {
      result = max(result, input[index].bitPattern & 0x7FFF_FFFF)
      index += 1
    }
    return Float(bitPattern: result)
  }

  /// The sum of the products of `count` numbers.
  ///
  /// Eight partial sums, joined at the end in one order.
  @inline(__always)
  static func dot(_ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, _ count: Int)
    -> Float
  {
    let rawLeft = UnsafeRawPointer(left)
    let rawRight = UnsafeRawPointer(right)
    var sums = SIMD8<Float>()
    var index = 0
    while index + 8 <= count {
      sums +=
        rawLeft.loadUnaligned(fromByteOffset: index * 4, as: SIMD8<Float>.self)
        * rawRight.loadUnaligned(fromByteOffset: index * 4, as: SIMD8<Float>.self)
      index += 8
    }
    var rest: Float = 0
    while index < count {
      rest += left[index] * right[index]
      index += 1
    }
    return total(sums) + rest
  }

  /// The sum of the eight lanes, by halves.
  @inline(__always)
  static func total(_ lanes: SIMD8<Float>) -> Float {
    let four = lanes.lowHalf + lanes.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  /// The index of the largest of `count` numbers, the lowest on a tie.
  static func indexOfLargest(_ input: UnsafePointer<Float>, _ count: Int) -> Int {
    var best = 0
    for index in 1..<max(1, count) where input[index] > input[best] { best = index }
    return best
  }
}
