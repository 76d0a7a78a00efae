extension [UInt8] {
  /// Adds a range of other bytes in one copy.
  ///
  /// The only way from a `Span` into an array that copies all bytes at once.
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    bytes.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Takes back what was added after there were `count` bytes.
  mutating func truncate(to count: Int) { removeLast(self.count - count) }
}

/// Whether two ranges of bytes are alike.
@inline(__always)
func areSame(
  _ left: Span<UInt8>, _ leftRange: Range<Int>, _ right: Span<UInt8>, _ rightRange: Range<Int>
)
  -> Bool
{
  let count = leftRange.count
  guard count == rightRange.count else { return false }
  return left.extracting(leftRange).withUnsafeBytes { leftBytes in
    right.extracting(rightRange).withUnsafeBytes { rightBytes in
      // Eight at a time: names that differ do so at their ends.
      var end = count
      while end >= 8 {
        end -= 8
        guard
          leftBytes.loadUnaligned(fromByteOffset: end, as: UInt64.self)
            == rightBytes.loadUnaligned(fromByteOffset: end, as: UInt64.self)
        else { return false }
      }
      for index in 0..<end where leftBytes[index] != rightBytes[index] { return false }
      return true
    }
  }
}
