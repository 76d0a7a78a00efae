/// A numbering of byte strings: each different one gets the next number.
///
/// Open addressing over one arena. A `Dictionary` of strings would make a string for each look-up.
struct ByteTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = [0]
  private var hashes: [UInt32] = []
  private var slots: [Int32]
  private var mask: Int

  /// Makes an empty table.
  init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The number of different strings.
  var count: Int { hashes.count }

  /// The bytes of a number's string in `bytes`.
  func range(_ number: Int) -> Range<Int> { ends[number]..<ends[number + 1] }

  /// The arena that holds all strings.
  var bytes: [UInt8] { arena }

  /// The string of a number.
  func string(_ number: Int) -> String { String(decoding: arena[range(number)], as: UTF8.self) }

  /// The bytes of a number.
  subscript(_ number: Int) -> ArraySlice<UInt8> { arena[range(number)] }

  /// Adds a number's string to other bytes.
  func append(_ number: Int, to other: inout [UInt8]) { other.append(arena.span, range(number)) }

  /// The number of a string, where it has one.
  func find(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let slot = slot(bytes, range, hash: Self.hash(bytes, range))
    return slots[slot] < 0 ? nil : Int(slots[slot])
  }

  /// The number of a string, which gets one where it has none.
  mutating func intern(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let hash = Self.hash(bytes, range)
    let slot = slot(bytes, range, hash: hash)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    let number = hashes.count
    slots[slot] = Int32(number)
    arena.append(bytes, range)
    ends.append(arena.count)
    hashes.append(hash)
    if hashes.count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a string, which gets one where it has none.
  mutating func intern(_ bytes: [UInt8]) -> Int { intern(bytes.span, 0..<bytes.count) }

  /// The number of a string, which gets one where it has none.
  mutating func intern(_ text: String) -> Int { intern(Array(text.utf8)) }

  private func slot(_ bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> Int {
    var slot = Int(hash) & mask
    while true {
      let number = Int(slots[slot])
      if number < 0 { return slot }
      if hashes[number] == hash, areSame(arena.span, self.range(number), bytes, range) {
        return slot
      }
      slot = (slot + 1) & mask
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for number in hashes.indices {
      var slot = Int(hashes[number]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// Keyed by a number of the process, so that no file can be made whose strings all collide.
  private static let seed = UInt64.random(in: .min ... .max)

  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    UInt32(truncatingIfNeeded: hash64(bytes, range) >> 16)
  }

  /// A hash that is another one in each run.
  @inline(__always)
  static func hash64(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = seed ^ UInt64(range.count)
    var index = range.lowerBound
    bytes.withUnsafeBytes { raw in
      while index + 8 <= range.upperBound {
        hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
    }
    var rest: UInt64 = 0
    while index < range.upperBound {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    return mix(hash ^ rest)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
