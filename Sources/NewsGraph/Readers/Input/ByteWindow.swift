/// The part of an input that a reader looks at, with the place of its first byte.
struct ByteWindow {
  private let input: any ByteInput
  private let limit: Int
  /// The bytes.
  private(set) var bytes: [UInt8] = []
  /// Whether no more bytes follow.
  private(set) var isComplete = false
  /// The line of the first byte, from 1.
  private(set) var line = 1
  /// How many code points of its line lie before the first byte.
  private(set) var column = 0
  /// Whether a byte order mark was looked for.
  private var isStarted = false

  /// Makes a window that holds up to `limit` bytes.
  init(_ input: any ByteInput, limit: Int) {
    self.input = input
    self.limit = limit
  }

  /// What errors call the source.
  var name: String { input.name }

  /// Drops the first `count` bytes and adds the next ones; whether there were any.
  ///
  /// The window at least doubles where nothing is dropped, so that looking at a long term again and
  /// again stays linear in its length.
  mutating func refill(dropping count: Int) throws -> Bool {
    drop(count)
    if isComplete { return false }
    let before = bytes.count
    let wanted = max(1, count == 0 ? before : 1)
    while bytes.count - before < wanted {
      let piece = try input.next()
      if piece.isEmpty {
        isComplete = true
        break
      }
      if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
      try start()
      guard bytes.count <= limit + 131_072 else {
        throw GraphReadingError(
          file: name, line: line, column: column + 1,
          reason: "a term or statement that begins here is longer than the limit of \(limit) bytes")
      }
    }
    return bytes.count > before
  }

  /// Passes over a byte order mark.
  private mutating func start() throws {
    guard !isStarted, bytes.count >= 3 else { return }
    isStarted = true
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  }

  private mutating func drop(_ count: Int) {
    guard count > 0 else { return }
    (line, column) = place(of: count)
    column -= 1
    if count == bytes.count {
      bytes = []
    } else {
      bytes.removeFirst(count)
    }
  }

  /// The line and column of an offset into the window, from 1.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var line = line
    var lineStart: Int?
    let bytes = bytes.span
    var index = 0
    while index < offset {
      let byte = bytes[index]
      if byte == 0x0A {
        line += 1
        lineStart = index + 1
      } else if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] != 0x0A {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    var column = lineStart == nil ? self.column : 0
    for index in (lineStart ?? 0)..<max(offset, lineStart ?? 0) where bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
    return (line, column + 1)
  }
}
