/// A hash table from the UTF-8 of word pieces to their numbers.
struct PieceTable: Sendable {
  /// A slot: the piece's number, or −1, and where its bytes stand, without `##`.
  private struct Slot {
    var id: Int32 = -1
    var begin: Int32 = 0
    var length: Int32 = 0
    var continues = false
  }

  /// The number of pieces.
  let count: Int
  private var slots: [Slot]
  private var bytes: [UInt8] = []
  private var longest = 0

  init(_ vocabulary: [String]) {
    count = vocabulary.count
    var capacity = 64
    while capacity < vocabulary.count * 3 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    for (id, piece) in vocabulary.enumerated() { insert(piece, Int32(id)) }
  }

  private mutating func insert(_ piece: String, _ id: Int32) {
    let continues = piece.utf8.count > 2 && piece.hasPrefix("##")
    let text = Array(piece.utf8.dropFirst(continues ? 2 : 0))
    var hash = Self.seed(continues)
    for byte in text { hash = Self.mix(hash, byte) }
    var index = slot(of: hash)
    while slots[index].id >= 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = Slot(
      id: id, begin: Int32(bytes.count), length: Int32(text.count), continues: continues)
    bytes += text
    longest = max(longest, text.count)
  }

  /// The longest piece that `text` begins with, and its length in bytes.
  ///
  /// The hashes of all prefixes are found in one pass (FNV-1a grows byte by byte) and then tried
  /// from the longest on.
  func longestPrefix(
    of text: UnsafeBufferPointer<UInt8>, continuing: Bool
  ) -> (id: Int32, length: Int)? {
    let limit = min(text.count, longest)
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: limit) { hashes in
      var hash = Self.seed(continuing)
      for position in 0..<limit {
        hash = Self.mix(hash, text[position])
        hashes[position] = hash
      }
      for length in stride(from: limit, to: 0, by: -1) {
        if let id = find(text, length, hashes[length - 1], continuing) { return (id, length) }
      }
      return nil
    }
  }

  private func find(
    _ text: UnsafeBufferPointer<UInt8>, _ length: Int, _ hash: UInt64, _ continuing: Bool
  ) -> Int32? {
    var index = slot(of: hash)
    while slots[index].id >= 0 {
      let entry = slots[index]
      if entry.length == length, entry.continues == continuing,
        (0..<length).allSatisfy({ bytes[Int(entry.begin) + $0] == text[$0] })
      {
        return entry.id
      }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
  }

  private static func seed(_ continues: Bool) -> UInt64 {
    continues ? 0x84222325_CBF29CE4 : 0xCBF2_9CE4_8422_2325
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
