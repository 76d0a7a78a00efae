/// Looks for tags that would hold the parser up.
///
/// libxml2 compares each attribute of a tag with all before it, which for a tag of a million
/// attributes takes hours.
enum TagScan {
  private static let maximumAttributes = 4_000

  /// Whether a tag has more attributes than any page has.
  static func hasEndlessTag(_ markup: String) -> Bool {
    var markup = markup
    return markup.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count, isLetter(bytes[index + 1])
        else {
          index += 1
          continue
        }
        guard let end = endOfTag(bytes, index) else { return true }
        let isScript = bytes[(index + 1)...].starts(with: "script".utf8)
        index = isScript ? endOfScript(bytes, end) : end
      }
      return false
    }
  }

  /// The place just past a tag, or nothing where it has too many attributes.
  private static func endOfTag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var index = start + 1
    var count = 0
    var quote: UInt8 = 0
    var before: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if before == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      {
        quote = byte
      } else if byte <= 0x20 || byte == UInt8(ascii: "/"), before > 0x20,
        before != UInt8(ascii: "/")
      {
        count += 1
        if count > maximumAttributes { return nil }
      }
      if byte > 0x20 || before != UInt8(ascii: "=") { before = byte }
      index += 1
    }
    return index
  }

  /// The place of the next `</`, which ends a script.
  private static func endOfScript(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/") { break }
      index += 1
    }
    return index
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}
