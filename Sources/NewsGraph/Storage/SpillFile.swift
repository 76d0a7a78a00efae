/// Bytes that grow without bound: in memory while they are few, in a temporary file beyond.
final class SpillFile {
  /// What is held back once there is a file: enough for few calls of the system, as many files are
  /// filled at a time.
  private static let chunkSize = 256 << 10

  private let storage: TemporaryStorage
  private var limit: Int
  private var file: (any SpilledBytes)?
  private var written = 0
  private var buffer: [UInt8] = []

  init(_ storage: TemporaryStorage) {
    self.storage = storage
    // A part of what the work that fills it may have.
    limit = max(1, storage.memory / 8)
  }

  /// The number of bytes.
  var count: Int { written + buffer.count }

  /// Whether there is a file.
  var isOnDisk: Bool { file != nil }

  /// Adds bytes; where they lie.
  @discardableResult
  func append(_ bytes: [UInt8]) throws(OutputError) -> Range<Int> {
    let begin = count
    buffer.append(contentsOf: bytes)
    if buffer.count >= limit { try flush() }
    return begin..<(begin + bytes.count)
  }

  /// Adds the length of some bytes, and the bytes, as a `SpillReader` takes them.
  func append(record bytes: [UInt8]) throws(OutputError) {
    append(length: bytes.count)
    try append(bytes)
  }

  /// Adds a key and a value, as a `SpillReader` takes them.
  func append(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>) throws(OutputError) {
    append(length: key.count)
    buffer.append(contentsOf: key)
    append(length: value.count)
    buffer.append(contentsOf: value)
    if buffer.count >= limit { try flush() }
  }

  private func append(length: Int) {
    for shift in [0, 8, 16, 24] { buffer.append(UInt8(truncatingIfNeeded: length >> shift)) }
  }

  /// Reads bytes that were added.
  func read(_ range: Range<Int>) throws(OutputError) -> [UInt8] {
    if range.lowerBound >= written {
      return Array(buffer[(range.lowerBound - written)..<(range.upperBound - written)])
    }
    if range.upperBound > written { try flush() }
    guard let file else { return [] }
    return try file.read(range)
  }

  private func flush() throws(OutputError) {
    guard !buffer.isEmpty else { return }
    if file == nil { file = try storage.open(storage.folder) }
    try file?.append(buffer)
    written += buffer.count
    limit = min(limit, Self.chunkSize)
    buffer.removeAll(keepingCapacity: buffer.capacity <= 2 * Self.chunkSize)
  }
}

/// Reads the records of a stretch of a `SpillFile` one after the other.
struct SpillReader {
  private let file: SpillFile
  private let chunkSize: Int
  /// What was not read yet.
  private var rest: Range<Int>
  private var chunk: [UInt8] = []
  private var place = 0

  init(_ file: SpillFile, _ range: Range<Int>? = nil, chunkSize: Int = 256 << 10) {
    self.file = file
    self.chunkSize = chunkSize
    rest = range ?? 0..<file.count
  }

  /// The next record; nothing at the end.
  mutating func next() throws(OutputError) -> [UInt8]? {
    guard let length = try length() else { return nil }
    guard try fill(length) else { return [] }
    defer { place += length }
    return Array(chunk[place..<(place + length)])
  }

  /// Passes over the next record.
  mutating func skip() throws(OutputError) {
    guard let length = try length(), try fill(length) else { return }
    place += length
  }

  private mutating func length() throws(OutputError) -> Int? {
    guard try fill(4) else { return nil }
    defer { place += 4 }
    return (0..<4).reversed().reduce(0) { $0 << 8 | Int(chunk[place + $1]) }
  }

  /// Sees to it that so many bytes are there; false at the end.
  private mutating func fill(_ count: Int) throws(OutputError) -> Bool {
    let missing = count - (chunk.count - place)
    if missing <= 0 { return true }
    guard !rest.isEmpty else { return false }
    let end = min(rest.upperBound, rest.lowerBound + max(missing, chunkSize))
    chunk.removeSubrange(..<place)
    place = 0
    chunk += try file.read(rest.lowerBound..<end)
    rest = end..<rest.upperBound
    return chunk.count >= count
  }
}
