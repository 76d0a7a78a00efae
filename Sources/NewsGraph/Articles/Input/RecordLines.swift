/// The lines of a JSON lines file, one at a time, from a source of any length.
struct RecordLines {
  enum Line: Hashable {
    case bytes([UInt8])
    /// The line is longer than the limit and was passed over.
    case tooLong
  }

  private let source: ByteSource?
  let limit: Int
  private var buffer: [UInt8]
  private var position = 0
  private var hasEnded = false
  /// The number of the line that `next` gave last, from 1.
  private(set) var number = 0

  /// Reads lines from `start`, what was already taken from the source, and then from the source.
  init(_ source: ByteSource?, after start: [UInt8], limit: Int) {
    self.source = source
    self.limit = limit
    buffer = start
    // RFC 7464 and 8259 leave no place for a byte order mark, but it is met with.
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next line that is not blank, without its line break; nothing at the end.
  mutating func next() throws(RejectedInput.Reason) -> Line? {
    while let line = try nextLine() {
      if case .bytes(let bytes) = line, bytes.allSatisfy({ $0 <= 0x20 }) { continue }
      return line
    }
    return nil
  }

  private mutating func nextLine() throws(RejectedInput.Reason) -> Line? {
    var searched = position
    var isTooLong = false
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { position = end + 1 }
        number += 1
        return isTooLong || end - position > limit
          ? .tooLong : .bytes(Array(buffer[position..<end]))
      }
      if buffer.count - position > limit {
        isTooLong = true
        buffer.removeAll(keepingCapacity: true)
        position = 0
      }
      searched = buffer.count - position
      guard try refill() else { return lastLine(isTooLong) }
    }
  }

  private mutating func lastLine(_ isTooLong: Bool) -> Line? {
    guard isTooLong || position < buffer.count else { return nil }
    defer { position = buffer.count }
    number += 1
    return isTooLong ? .tooLong : .bytes(Array(buffer[position...]))
  }

  /// Drops what has been read and takes the next piece; false at the end of the source.
  private mutating func refill() throws(RejectedInput.Reason) -> Bool {
    guard !hasEnded, let source else { return false }
    let piece = try source.next()
    hasEnded = piece.isEmpty
    buffer.removeSubrange(..<position)
    position = 0
    buffer += piece
    return !hasEnded
  }
}
