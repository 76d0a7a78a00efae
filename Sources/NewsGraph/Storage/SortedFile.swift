/// Records on disk in the order of their keys, to find any of them by its key.
///
/// The first keys of every few records lie in blocks, the first keys of the blocks in blocks of their
/// own, and so on up to a single one (R. Bayer, E. McCreight, "Organization and maintenance of large
/// ordered indices", Acta Informatica 1, 1972). However many records there are, only the last block of
/// each level is in memory, and some that were looked at lately.
final class SortedFile {
  /// The number of records that are looked through for one.
  private static let stretch = 16
  /// The number of stretches and of smaller blocks in a block.
  private static let fanOut = 64
  /// About what a block takes in memory, in bytes.
  private static let blockSize = 6 << 10

  /// The blocks of one distance from the records.
  private struct Level {
    /// Those that are full.
    let file: SpillFile
    /// The number of these.
    var fullCount = 0
    /// The one that is not.
    var last = SortedBlock()
  }

  private let storage: TemporaryStorage
  private let records: SpillFile
  /// From the blocks above the records upwards.
  private var levels: [Level] = []
  /// The blocks that were read lately, by their levels and places.
  private var known: RecentValues<SIMD2<Int>, SortedBlock>
  /// The number of records.
  private(set) var count = 0

  /// Makes a file of nothing.
  init(_ storage: TemporaryStorage) {
    self.storage = storage
    records = SpillFile(storage)
    // A part of what the work that looks things up may have.
    known = RecentValues(limit: storage.memory / 16 / Self.blockSize)
  }

  /// Adds a record; they come sorted, and no two have one key.
  func append(key: [UInt8], value: [UInt8]) throws(OutputError) {
    if count % Self.stretch == 0 { try push(key, at: records.count, onto: 0) }
    count += 1
    try records.append(key: key[...], value: value[...])
  }

  /// Notes where a stretch begins on the level above it.
  private func push(_ key: [UInt8], at place: Int, onto level: Int) throws(OutputError) {
    if level == levels.count { levels.append(Level(file: SpillFile(storage))) }
    if levels[level].last.count == Self.fanOut {
      let full = levels[level].last
      levels[level].last = SortedBlock()
      levels[level].fullCount += 1
      let range = try levels[level].file.append(full.encoded(end: place))
      try push(full.firstKey, at: range.lowerBound, onto: level + 1)
    }
    levels[level].last.append(key, place)
  }

  /// The value of a key, and its number in the order; nothing where it is not there.
  func find(_ key: [UInt8]) throws -> (number: Int, value: [UInt8])? {
    // The greatest keys are in the last blocks, and of these in the lowest one.
    let start = levels.indices.first { levels[$0].last.last(notAfter: key) != nil }
    guard let start else { return nil }
    var block = levels[start].last
    var number = levels[start].fullCount
    for level in (0...start).reversed() {
      guard let child = block.last(notAfter: key) else { return nil }
      number = number * Self.fanOut + child
      let below = level == 0 ? records : levels[level - 1].file
      let range = block.range(of: child, in: below.count)
      if level == 0 { return try find(key, in: range, from: number * Self.stretch) }
      block = try self.block(range, of: level - 1)
    }
    return nil
  }

  private func find(
    _ key: [UInt8], in range: Range<Int>, from first: Int
  ) throws -> (number: Int, value: [UInt8])? {
    var reader = SpillReader(records, range, chunkSize: range.count)
    var number = first
    while let next = try reader.next(), let value = try reader.next() {
      if next == key { return (number, value) }
      number += 1
    }
    return nil
  }

  private func block(_ range: Range<Int>, of level: Int) throws -> SortedBlock {
    try known.value(of: SIMD2(level, range.lowerBound)) {
      try SortedBlock(levels[level].file.read(range))
    }
  }

  /// The key and the value of a number in the order.
  func record(_ number: Int) throws -> (key: [UInt8], value: [UInt8])? {
    guard (0..<count).contains(number) else { return nil }
    let stretch = number / Self.stretch
    let range = try block(number: stretch / Self.fanOut, of: 0)
      .range(of: stretch % Self.fanOut, in: records.count)
    var reader = SpillReader(records, range, chunkSize: range.count)
    for _ in 0..<(2 * (number % Self.stretch)) { try reader.skip() }
    guard let key = try reader.next(), let value = try reader.next() else { return nil }
    return (key, value)
  }

  private func block(number: Int, of level: Int) throws -> SortedBlock {
    if number == levels[level].fullCount { return levels[level].last }
    let range = try block(number: number / Self.fanOut, of: level + 1)
      .range(of: number % Self.fanOut, in: levels[level].file.count)
    return try block(range, of: level)
  }

  /// The records in their order, each as its key and its value.
  func reader() -> SpillReader { SpillReader(records) }
}
