import Testing

@testable import Extraction

@Suite struct MatrixProductTests {
  /// Both products of the same matrices, with the largest values that activations can have.
  private func products(rows: Int, columns: Int, depth: Int) -> ([Int32], [Int32]) {
    var input = [UInt8](repeating: 127, count: rows * depth)
    for index in input.indices where index % 3 != 0 { input[index] = UInt8(1 + index * 31 % 127) }
    var weights = [Int8](repeating: 127, count: columns * depth)
    for index in weights.indices where index % 2 != 0 {
      weights[index] = Int8(index * 57 % 255 - 127)
    }
    let offsets = (0..<columns).map { Int32($0 * 1_000 - 5_000) }
    func product(_ way: MatrixProduct) -> [Int32] {
      var result = [Int32](repeating: 0, count: rows * columns)
      way.multiply(
        input, weights, offsets: offsets, into: &result, rows: rows, columns: columns,
        depth: depth)
      return result
    }
    return (product(.oneDNN), product(.portable))
  }

  @Test(arguments: [(1, 1, 1), (3, 5, 7), (17, 97, 96), (33, 64, 384), (2, 384, 1536)])
  func bothWaysGiveTheSameIntegers(rows: Int, columns: Int, depth: Int) {
    let (fast, plain) = products(rows: rows, columns: columns, depth: depth)
    #expect(fast == plain)
  }
}
