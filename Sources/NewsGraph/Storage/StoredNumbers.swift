/// Whole numbers that are not negative, one after the other on disk.
///
/// In memory are those around the one that was asked for last, as most are asked for in their order.
final class StoredNumbers {
  /// The number of numbers that are read at once.
  private static let chunkSize = 512
  private static let width = 8

  private let file: SpillFile
  private var chunk: [Int] = []
  /// The place of the first number of the chunk.
  private var chunkStart = 0

  /// Makes a row of none.
  init(_ storage: TemporaryStorage) { file = SpillFile(storage) }

  /// The number of numbers.
  var count: Int { file.count / Self.width }

  /// Adds a number.
  func append(_ number: Int) throws(OutputError) {
    var bytes: [UInt8] = []
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
    try file.append(bytes)
  }

  /// The number at a place.
  subscript(place: Int) -> Int {
    get throws(OutputError) {
      if !(chunkStart..<(chunkStart + chunk.count)).contains(place) {
        chunkStart = place / Self.chunkSize * Self.chunkSize
        let end = min(count, chunkStart + Self.chunkSize)
        let bytes = try file.read((chunkStart * Self.width)..<(end * Self.width))
        chunk = stride(from: 0, to: bytes.count, by: Self.width).map { begin in
          (0..<Self.width).reversed().reduce(0) { $0 << 8 | Int(bytes[begin + $1]) }
        }
      }
      return chunk[place - chunkStart]
    }
  }
}
