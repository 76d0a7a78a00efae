#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The order of byte strings; comparing byte by byte in Swift takes most of the time of a sort.
enum ByteOrder {
  /// Below, at or above zero, as one stretch of bytes comes before another one, is the same or comes
  /// after it.
  static func compare(
    _ left: [UInt8], _ leftRange: Range<Int>, _ right: [UInt8], _ rightRange: Range<Int>
  ) -> Int {
    let common = min(leftRange.count, rightRange.count)
    let order = left[leftRange].withUnsafeBufferPointer { leftBytes in
      right[rightRange].withUnsafeBufferPointer { rightBytes -> Int in
        guard common > 0, let one = leftBytes.baseAddress, let other = rightBytes.baseAddress else {
          return 0
        }
        return Int(memcmp(one, other, common))
      }
    }
    return order != 0 ? order : leftRange.count - rightRange.count
  }

  /// Below, at or above zero, as one byte string comes before another one, is the same or comes
  /// after it.
  static func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
    compare(left, 0..<left.count, right, 0..<right.count)
  }
}
