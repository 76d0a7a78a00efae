/// Sets of ASCII characters as two words of bits, which takes no memory to look at.
struct ByteClass: Sendable {
  private let low: UInt64
  private let high: UInt64

  /// Makes a set of its bits, the characters below 64 and the others.
  @inline(__always)
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Whether an ASCII character is in the set; other bytes are not.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 0x80 && ((byte < 64 ? low : high) >> UInt64(byte & 63)) & 1 != 0
  }
}
