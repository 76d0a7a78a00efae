/// The check that bytes are UTF-8 as Unicode defines it (RFC 3629): no overlong forms, no
/// surrogates, nothing above U+10FFFF.
enum UTF8Check {
  /// The length of the character that begins at an offset with a byte that is not ASCII.
  ///
  /// - Throws: `ScanFault.incomplete` where the bytes end in the middle of it.
  static func length(_ bytes: Span<UInt8>, at offset: Int) throws(ScanFault) -> Int {
    let first = bytes[offset]
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: throw invalid(offset)
    }
    guard offset + 1 < bytes.count else { throw .incomplete }
    let second = bytes[offset + 1]
    let allowed: ClosedRange<UInt8> =
      switch first {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard allowed.contains(second) else { throw invalid(offset) }
    guard offset + length <= bytes.count else { throw .incomplete }
    for index in 2..<max(length, 2) where bytes[offset + index] & 0xC0 != 0x80 {
      throw invalid(offset)
    }
    return length
  }

  /// The character that begins at an offset, and its length.
  static func scalar(_ bytes: Span<UInt8>, at offset: Int) throws(ScanFault)
    -> (value: UInt32, length: Int)
  {
    let first = bytes[offset]
    guard first >= 0x80 else { return (UInt32(first), 1) }
    let length = try length(bytes, at: offset)
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (value, length)
  }

  private static func invalid(_ offset: Int) -> ScanFault {
    .broken(offset: offset, rule: "UTF-8", reason: "the bytes are no UTF-8")
  }
}

extension [UInt8] {
  /// Adds a character.
  mutating func append(scalar value: UInt32) {
    switch value {
    case 0..<0x80: append(UInt8(value))
    case 0x80..<0x800:
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(0xE0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    default:
      append(UInt8(0xF0 | value >> 18 & 7))
      append(UInt8(0x80 | value >> 12 & 0x3F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    }
  }
}
