/// The tokens that N-Triples, N-Quads, Turtle and TriG share.
///
/// The scanners are our own and work on bytes: serd, the fastest library, fails some of the W3C's
/// tests, checks no UTF-8 in places, and hands on C strings that would have to be looked at again
/// to become terms. Each scanner adds the unescaped text to an array and gives the offset behind
/// the token. https://www.w3.org/TR/n-triples/#n-triples-grammar
enum TermScanner {
  /// Scans an `IRIREF` that begins at an offset with `<`.
  @inline(__always)
  static func iri(_ bytes: Span<UInt8>, at start: Int, into text: inout [UInt8]) throws(ScanFault)
    -> Int
  {
    let count = bytes.count
    var run = start + 1
    var index = run
    while index < count {
      let byte = bytes[index]
      if byte < 0x80 {
        if !isSpecialInIRI(byte) {
          index += 1
          continue
        }
        text.append(bytes, run..<index)
        if byte == UInt8(ascii: ">") { return index + 1 }
        guard byte == UInt8(ascii: "\\") else { throw badIRICharacter(byte, index) }
        index = try iriEscape(bytes, at: index, into: &text)
        run = index
      } else {
        index += try UTF8Check.length(bytes, at: index)
      }
    }
    throw .incomplete
  }

  /// Controls, the blank and ``<>"{}|^`\``.
  @inline(__always)
  static func isSpecialInIRI(_ byte: UInt8) -> Bool {
    ByteClass(low: 0x5000_0005_FFFF_FFFF, high: 0x3800_0001_5000_0000).contains(byte)
  }

  private static func badIRICharacter(_ byte: UInt8, _ offset: Int) -> ScanFault {
    .broken(
      offset: offset, rule: "IRIREF",
      reason: "\(CharacterName.name(UInt32(byte))) cannot stand in an IRI")
  }

  private static func iriEscape(_ bytes: Span<UInt8>, at start: Int, into text: inout [UInt8])
    throws(ScanFault) -> Int
  {
    let (value, end) = try numericEscape(bytes, at: start, rule: "IRIREF")
    if value < 0x80, isSpecialInIRI(UInt8(value)) {
      throw .broken(
        offset: start, rule: "IRIREF",
        reason: "\(CharacterName.name(value)) cannot stand in an IRI, escaped or not")
    }
    text.append(scalar: value)
    return end
  }

  /// Scans a string between two quotes of a kind on one line; `start` is the offset of the first.
  @inline(__always)
  static func string(
    _ bytes: Span<UInt8>, at start: Int, quote: UInt8, into text: inout [UInt8]
  ) throws(ScanFault) -> Int {
    let count = bytes.count
    var run = start + 1
    var index = run
    while index < count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte != quote, byte != UInt8(ascii: "\\"), byte != 0x0A, byte != 0x0D {
          index += 1
          continue
        }
        text.append(bytes, run..<index)
        if byte == quote { return index + 1 }
        guard byte == UInt8(ascii: "\\") else {
          throw .broken(
            offset: index, rule: "STRING_LITERAL_QUOTE",
            reason: "the line ends inside a literal; expected \(CharacterName.name(UInt32(quote)))")
        }
        index = try stringEscape(bytes, at: index, into: &text)
        run = index
      } else {
        index += try UTF8Check.length(bytes, at: index)
      }
    }
    throw .incomplete
  }

  /// Scans a string between two triples of quotes; `start` is the offset of the first.
  static func longString(
    _ bytes: Span<UInt8>, at start: Int, quote: UInt8, into text: inout [UInt8]
  ) throws(ScanFault) -> Int {
    let count = bytes.count
    var run = start + 3
    var index = run
    while index < count {
      let byte = bytes[index]
      if byte == quote {
        guard index + 2 < count else { throw .incomplete }
        if bytes[index + 1] == quote, bytes[index + 2] == quote {
          text.append(bytes, run..<index)
          return index + 3
        }
        index += 1
      } else if byte == UInt8(ascii: "\\") {
        text.append(bytes, run..<index)
        index = try stringEscape(bytes, at: index, into: &text)
        run = index
      } else if byte < 0x80 {
        index += 1
      } else {
        index += try UTF8Check.length(bytes, at: index)
      }
    }
    throw .incomplete
  }

  /// Scans `ECHAR` or `UCHAR`, which begins at an offset with a backslash.
  private static func stringEscape(_ bytes: Span<UInt8>, at start: Int, into text: inout [UInt8])
    throws(ScanFault) -> Int
  {
    guard start + 1 < bytes.count else { throw .incomplete }
    let character: UInt8
    switch bytes[start + 1] {
    case UInt8(ascii: "t"): character = 0x09
    case UInt8(ascii: "b"): character = 0x08
    case UInt8(ascii: "n"): character = 0x0A
    case UInt8(ascii: "r"): character = 0x0D
    case UInt8(ascii: "f"): character = 0x0C
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): character = bytes[start + 1]
    default:
      let (value, end) = try numericEscape(bytes, at: start, rule: "ECHAR")
      text.append(scalar: value)
      return end
    }
    text.append(character)
    return start + 2
  }

  /// Scans `UCHAR`: `\u` and four, or `\U` and eight hexadecimal digits.
  static func numericEscape(_ bytes: Span<UInt8>, at start: Int, rule: StaticString)
    throws(ScanFault) -> (value: UInt32, end: Int)
  {
    guard start + 1 < bytes.count else { throw .incomplete }
    let count: Int
    switch bytes[start + 1] {
    case UInt8(ascii: "u"): count = 4
    case UInt8(ascii: "U"): count = 8
    default:
      throw .broken(
        offset: start, rule: rule, reason: "a backslash that begins no escape of this format")
    }
    var value: UInt32 = 0
    for index in (start + 2)..<(start + 2 + count) {
      guard index < bytes.count else { throw .incomplete }
      guard let digit = hexadecimal(bytes[index]) else {
        throw .broken(
          offset: index, rule: "UCHAR", reason: "expected \(count) hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
    }
    guard Unicode.Scalar(value) != nil else {
      throw .broken(
        offset: start, rule: "UCHAR", reason: "the escape stands for no character of Unicode")
    }
    return (value, start + 2 + count)
  }

  /// The value of a hexadecimal digit.
  @inline(__always)
  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
