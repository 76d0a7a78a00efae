import CVectorMath
import Foundation
import Testing

@Suite struct VectorMathTests {
  private let values: [Float] = (0..<37).map { Float($0 - 18) * 0.37 }

  @Test func quantisationRoundsHalfToEvenAndKeepsTheSign() {
    var codes = [UInt8](repeating: 0, count: 5)
    #expect(vector_quantize([63, -63, 0.5, 1.5, -2.5], &codes, 5) == 1)
    #expect(codes == [127, 1, 64, 66, 62])
  }

  @Test func rowsOfZerosHaveTheScaleZero() {
    var codes = [UInt8](repeating: 0, count: 20)
    #expect(vector_quantize([Float](repeating: 0, count: 20), &codes, 20) == 0)
    #expect(codes.allSatisfy { $0 == 64 })
  }

  @Test func geluIsThatOfTheFormula() {
    let sums = (0..<37).map { Int32($0 - 18) }
    let ones = [Float](repeating: 1, count: 37)
    let zeros = [Float](repeating: 0, count: 37)
    var result = [Float](repeating: 0, count: 37)
    vector_scale_gelu(sums, 0.37, ones, zeros, &result, 37)
    for (x, y) in zip(values, result) {
      let x = Double(x)
      let expected = 0.5 * x * (1 + tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)))
      #expect(abs(Double(y) - expected) < 1e-5)
    }
  }

  @Test func theLargestElementIsTheFirstOfEqualOnes() {
    #expect(vector_index_of_largest([1, 3, 3, 2], 4) == 1)
    var many = values
    many[20] = 99
    many[33] = 99
    #expect(vector_index_of_largest(many, 37) == 20)
  }

  @Test func onlyNegativeElementsAreRectified() {
    var line = values
    vector_rectify(&line, 0.1, 37)
    #expect(line == values.map { $0 < 0 ? $0 * 0.1 : $0 })
  }

  @Test(arguments: [1, 3, 16, 21, 37])
  func attentionIsThatOfTheFormula(count: Int) {
    let heads = 2
    let stride = 3 * 32 * heads
    let input = (0..<count * stride).map { Float(($0 * 7919) % 1009) / 1009 - 0.5 }
    var workspace = [Float](repeating: 0, count: 36 * (count + 15))
    var result = [Float](repeating: 0, count: count * 32 * heads)
    vector_attend(input, count, heads, &workspace, &result)
    for piece in 0..<count {
      for head in 0..<heads {
        let query = Self.part(input, piece, 0, head)
        let weights = (0..<count).map { other in
          exp(Self.dot(query, Self.part(input, other, 1, head)) / 32.0.squareRoot())
        }
        let sum = weights.reduce(0, +)
        for column in 0..<32 {
          let values = (0..<count).map { Self.part(input, $0, 2, head)[column] }
          let mean = Self.dot(weights, values) / sum
          #expect(abs(Double(result[piece * 64 + head * 32 + column]) - mean) < 1e-5)
        }
      }
    }
  }

  @Test(
    .enabled(if: vector_layer_is_supported(), "the CPU has no AVX-512 VNNI"),
    arguments: [1, 5, 12, 31], [1, 17, 32, 97])
  func packedLayersGiveTheSameBits(rows: Int, outputs: Int) {
    let inputs = 96
    let codes = (0..<rows * inputs).map { UInt8(1 + $0 * 37 % 127) }
    let weights = (0..<outputs * inputs).map { Int8(truncatingIfNeeded: $0 * 91 % 255 - 127) }
    let rowScales = (0..<rows).map { 0.01 + Float($0) * 0.003 }
    let offsets = (0..<outputs).map { Int32($0 * 311 - 4_000) }
    let scales = (0..<outputs).map { 0.002 + Float($0) * 0.000_1 }
    let bias = (0..<outputs).map { Float($0) * 0.1 - 1 }
    var packed = [Int8](repeating: 0, count: vector_packed_size(outputs, inputs))
    vector_pack(weights, outputs, inputs, &packed)
    var sums = [Int32](repeating: 0, count: rows * outputs)
    vector_integer_products(codes, weights, offsets, &sums, rows, outputs, inputs)
    for gelu in [false, true] {
      var result = [Float](repeating: 0, count: rows * outputs)
      vector_layer(
        codes, rowScales, rows, packed, offsets, scales, bias, inputs, outputs, gelu, &result)
      for row in 0..<rows {
        let line = Array(sums[row * outputs..<(row + 1) * outputs])
        var expected = [Float](repeating: 0, count: outputs)
        let scale = gelu ? vector_scale_gelu : vector_scale
        scale(line, rowScales[row], scales, bias, &expected, outputs)
        #expect(Array(result[row * outputs..<(row + 1) * outputs]) == expected)
      }
    }
  }

  /// The query (0), key (1) or value (2) of a piece, of two heads.
  private static func part(_ input: [Float], _ piece: Int, _ kind: Int, _ head: Int) -> [Double] {
    let begin = piece * 192 + kind * 64 + head * 32
    return input[begin..<begin + 32].map { Double($0) }
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
