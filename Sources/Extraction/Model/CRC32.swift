/// The checksum of gzip and zlib: CRC-32 with the polynomial of IEEE 802.3.
enum CRC32 {
  /// Eight tables, so that eight bytes are read at a time (Kounavis and Berry, *A Systematic
  /// Approach to Building High Performance Software-Based CRC Generators*, 2005).
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for value in 0..<256 {
      var remainder = UInt32(value)
      for _ in 0..<8 { remainder = (remainder >> 1) ^ (remainder & 1 == 0 ? 0 : 0xEDB8_8320) }
      tables[value] = remainder
    }
    for index in 256..<tables.count {
      let previous = tables[index - 256]
      tables[index] = (previous >> 8) ^ tables[Int(previous & 255)]
    }
    return tables
  }()

  /// The checksum of `bytes`.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      var state: UInt32 = 0xFFFF_FFFF
      var position = 0
      while position + 8 <= bytes.count {
        state = step(bytes, position, state, tables)
        position += 8
      }
      for byte in bytes[position...] {
        state = (state >> 8) ^ tables[Int(UInt8(truncatingIfNeeded: state) ^ byte)]
      }
      return ~state
    }
  }

  @inline(__always)
  private static func step(
    _ bytes: UnsafeRawBufferPointer, _ position: Int, _ state: UInt32,
    _ tables: UnsafeBufferPointer<UInt32>
  ) -> UInt32 {
    let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    let mixed = UInt64(littleEndian: word) ^ UInt64(state)
    var result: UInt32 = 0
    for byte in 0..<8 {
      let value = Int((mixed >> UInt64(8 * byte)) & 255)
      result ^= tables[(7 - byte) * 256 + value]
    }
    return result
  }
}
