/// UTF-8 text that grows: what writers put together before they hand it on.
struct TextBuffer {
  /// The bytes.
  private(set) var bytes: [UInt8] = []

  /// Makes an empty buffer with room for some bytes.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// The number of bytes.
  var count: Int { bytes.count }

  /// Adds text as it is.
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds text as it is.
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds bytes that are known to be UTF-8.
  mutating func append(_ text: [UInt8]) { bytes.append(contentsOf: text) }

  /// Adds a range of bytes that are known to be UTF-8.
  @inline(__always)
  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) { bytes.append(text, range) }

  /// Adds an ASCII character.
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Adds a number that is not negative, in decimal digits.
  mutating func append(decimal number: Int) {
    guard number >= 10 else { return bytes.append(UInt8(ascii: "0") + UInt8(number)) }
    append(decimal: number / 10)
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Empties the buffer.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Takes back what was added after there were `count` bytes.
  mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

  /// Hands all bytes to a sink and empties the buffer.
  mutating func flush(to sink: OutputSink) throws(OutputError) {
    try sink.write(bytes)
    removeAll()
  }

  /// Whether there are enough bytes to be worth handing on.
  var isLarge: Bool { bytes.count >= OutputSink.chunkSize / 2 }

  /// Hands the bytes to a sink once there are enough of them to be worth it.
  mutating func flushIfLarge(to sink: OutputSink) throws(OutputError) {
    if isLarge { try flush(to: sink) }
  }
}

// MARK: - Escapes

extension TextBuffer {
  /// Adds text with the characters that a table names escaped.
  ///
  /// - Parameter replacing: Whether characters that the format cannot hold become U+FFFD.
  /// - Returns: The number of characters replaced.
  /// - Throws: `ForbiddenScalar` at the first such character where they are not to be replaced;
  ///   nothing is added then.
  @discardableResult
  mutating func append(_ text: String, escaping table: EscapeTable, replacing: Bool = false)
    throws(ForbiddenScalar) -> Int
  {
    let begin = bytes.count
    var text = text
    var replaced = 0
    let stop = text.withUTF8 { utf8 in
      appendEscaped(utf8, table, replacing: replacing, replaced: &replaced)
    }
    guard let stop else { return replaced }
    truncate(to: begin)
    throw ForbiddenScalar(in: text, utf8Offset: stop)
  }

  /// Adds a range of bytes that are known to be UTF-8, with the characters that a table names
  /// escaped.
  ///
  /// - Returns: The number of characters replaced.
  /// - Throws: `ForbiddenScalar` as for text.
  @discardableResult
  mutating func append(
    _ text: Span<UInt8>, _ range: Range<Int>, escaping table: EscapeTable, replacing: Bool = false
  ) throws(ForbiddenScalar) -> Int {
    let begin = bytes.count
    var replaced = 0
    let stop = text.extracting(range).withUnsafeBufferPointer { utf8 in
      appendEscaped(utf8, table, replacing: replacing, replaced: &replaced)
    }
    guard let stop else { return replaced }
    truncate(to: begin)
    let string = text.extracting(range).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    throw ForbiddenScalar(in: string, utf8Offset: stop)
  }

  /// Copies runs of plain bytes at once; the offset where it had to stop, if it had to.
  private mutating func appendEscaped(
    _ utf8: UnsafeBufferPointer<UInt8>, _ table: EscapeTable, replacing: Bool,
    replaced: inout Int
  ) -> Int? {
    var run = 0
    var next = 0
    let count = utf8.count
    let stop: Int? = table.actions.withUnsafeBufferPointer { actions in
      while next < count {
        let action = actions[Int(utf8[next])]
        guard action != EscapeTable.copy else {
          next += 1
          continue
        }
        var length = 1
        var effective = action
        if action == EscapeTable.mayBeNoncharacter {
          guard EscapeTable.isNoncharacter(utf8, at: next) else {
            next += 1
            continue
          }
          length = 3
          effective = table.noncharacterAction(utf8[next + 2])
          if effective == EscapeTable.copy {
            next += 3
            continue
          }
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[run..<next]))
        if effective == EscapeTable.forbidden {
          guard replacing else { return next }
          bytes.append(contentsOf: EscapeTable.replacementCharacter)
          replaced += 1
        } else {
          bytes.append(contentsOf: table.replacements[Int(effective)])
        }
        next += length
        run = next
      }
      return nil
    }
    guard stop == nil else { return stop }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[run..<count]))
    return nil
  }
}

/// A character that a format cannot hold.
struct ForbiddenScalar: Error, Hashable {
  /// The code point.
  var scalar: UInt32
  /// Its offset in code points.
  var offset: Int

  init(in text: String, utf8Offset: Int) {
    let index = text.utf8.index(text.startIndex, offsetBy: utf8Offset)
    scalar = text.unicodeScalars[index].value
    offset = text.unicodeScalars.distance(from: text.startIndex, to: index)
  }
}
