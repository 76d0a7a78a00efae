/// A set of lines kept as hashes of 126 bits, each with a mark that says which version has it.
///
/// 16 bytes a line and nothing of its text: two files of a million triples fit in some dozen
/// megabytes. The hash is keyed anew in every process, so that no file can be made whose lines
/// meet; two lines of ten million meet by chance once in 10^24 runs.
struct LineKeyTable {
  /// Which version has a line.
  enum Mark: UInt64 {
    /// The old one alone.
    case old = 1
    /// Both.
    case both = 2
    /// The new one alone, or one that was handed on already.
    case new = 3
  }

  /// The hash of a line; the lowest two bits of `low` are free.
  struct Key: Hashable {
    var low: UInt64
    var high: UInt64
  }

  private struct Slot {
    var low: UInt64 = 0
    var high: UInt64 = 0
  }

  private var slots: [Slot]
  private var mask: Int
  /// The number of different lines.
  private(set) var count = 0
  private let seeds: (UInt64, UInt64)

  /// Makes an empty table.
  init(capacity: Int = 1024) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
    seeds = (.random(in: .min ... .max), .random(in: .min ... .max))
  }

  /// The key of a range of bytes.
  func key(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Key {
    var one = seeds.0 ^ UInt64(range.count)
    var two = seeds.1
    var index = range.lowerBound
    bytes.withUnsafeBytes { raw in
      while index + 8 <= range.upperBound {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        one = Self.mix(one ^ word, 0x9E37_79B9_7F4A_7C15)
        two = Self.mix(two &+ word, 0xD6E8_FEB8_6659_FD93)
        index += 8
      }
      var rest: UInt64 = 0
      while index < range.upperBound {
        rest = rest << 8 | UInt64(raw[index])
        index += 1
      }
      one = Self.mix(one ^ rest, 0x9E37_79B9_7F4A_7C15)
      two = Self.mix(two &+ rest, 0xD6E8_FEB8_6659_FD93)
    }
    return Key(low: Self.mix(one ^ seeds.1, 0xA076_1D64_78BD_642F) & ~3, high: two)
  }

  /// The key of bytes.
  func key(_ bytes: [UInt8]) -> Key { key(bytes.span, 0..<bytes.count) }

  @inline(__always)
  private static func mix(_ value: UInt64, _ factor: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }

  /// Notes that the old version has a line.
  mutating func insertOld(_ key: Key) {
    let slot = slot(key)
    if slots[slot].low & 3 == 0 { fill(slot, key, .old) }
  }

  /// Notes that the new version has a line; whether the old one has not, the first time.
  mutating func insertNew(_ key: Key) -> Bool {
    let slot = slot(key)
    switch slots[slot].low & 3 {
    case 0:
      fill(slot, key, .new)
      return true
    case Mark.old.rawValue:
      slots[slot].low = key.low | Mark.both.rawValue
      return false
    default: return false
    }
  }

  /// Whether a line was met before; that both versions have it is noted.
  mutating func meetNew(_ key: Key) -> Bool {
    let slot = slot(key)
    switch slots[slot].low & 3 {
    case 0: return false
    case Mark.old.rawValue:
      slots[slot].low = key.low | Mark.both.rawValue
      return true
    default: return true
    }
  }

  /// Whether a line is known, and is not one that only the old version has.
  func isSettled(_ key: Key) -> Bool { slots[slot(key)].low & 3 > Mark.old.rawValue }

  /// Whether only the old version has a line, the first time it is asked.
  mutating func takeOld(_ key: Key) -> Bool {
    let slot = slot(key)
    guard slots[slot].low & 3 == Mark.old.rawValue else { return false }
    slots[slot].low = key.low | Mark.new.rawValue
    return true
  }

  /// Whether some line is in the old version alone.
  var hasOldOnly: Bool { slots.contains { $0.low & 3 == Mark.old.rawValue } }

  private mutating func fill(_ slot: Int, _ key: Key, _ mark: Mark) {
    slots[slot] = Slot(low: key.low | mark.rawValue, high: key.high)
    count += 1
    if count * 8 > slots.count * 5 { grow() }
  }

  @inline(__always)
  private func slot(_ key: Key) -> Int {
    var slot = Int(truncatingIfNeeded: key.high) & mask
    while true {
      let found = slots[slot]
      if found.low & 3 == 0 || (found.high == key.high && found.low & ~3 == key.low) { return slot }
      slot = (slot + 1) & mask
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    for entry in old where entry.low & 3 != 0 {
      slots[slot(Key(low: entry.low & ~3, high: entry.high))] = entry
    }
  }
}
