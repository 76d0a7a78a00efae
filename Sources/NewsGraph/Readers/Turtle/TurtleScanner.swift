/// The tokens that Turtle and TriG have and N-Triples has not.
///
/// https://www.w3.org/TR/turtle/#sec-grammar-grammar
enum TurtleScanner {
  /// What `name` found.
  enum Name {
    /// A word without a colon, which the bytes from `start` to `end` hold.
    case word(end: Int)
    /// A prefix that ends in a colon at an offset.
    case prefix(colon: Int)
  }

  /// Scans a `PN_PREFIX`, which may be empty, or a word.
  @inline(__always)
  static func name(_ bytes: Span<UInt8>, at start: Int, isOpen: Bool) throws(ScanFault) -> Name {
    var index = start
    var end = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        guard index == end else { throw badPrefix(index) }
        return .prefix(colon: index)
      }
      if byte == UInt8(ascii: "."), index > start {
        index += 1
        continue
      }
      let next = try UTF8Check.scalar(bytes, at: index)
      guard index == start ? NameCharacters.isBase(next.value) : NameCharacters.isName(next.value)
      else { return .word(end: end) }
      index += next.length
      end = index
    }
    if isOpen { throw .incomplete }
    return .word(end: end)
  }

  private static func badPrefix(_ offset: Int) -> ScanFault {
    .broken(offset: offset, rule: "PNAME_NS", reason: "a prefix cannot end in '.'")
  }

  /// Scans a `PN_LOCAL`, which may be empty, and adds it without escapes; the offset behind it.
  static func local(
    _ bytes: Span<UInt8>, at start: Int, isOpen: Bool, into text: inout [UInt8]
  ) throws(ScanFault) -> Int {
    var index = start
    var run = start
    // Points are taken only where something follows them.
    var end = start
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: ":"):
        index += 1
        end = index
      case UInt8(ascii: "-") where index > start:
        index += 1
        end = index
      case UInt8(ascii: ".") where index > start: index += 1
      case UInt8(ascii: "%"):
        guard index + 2 < bytes.count else { throw isOpen ? .incomplete : badPercent(index) }
        guard TermScanner.hexadecimal(bytes[index + 1]) != nil,
          TermScanner.hexadecimal(bytes[index + 2]) != nil
        else { throw badPercent(index) }
        index += 3
        end = index
      case UInt8(ascii: "\\"):
        guard index + 1 < bytes.count else { throw isOpen ? .incomplete : badEscape(index) }
        guard isEscapable(bytes[index + 1]) else { throw badEscape(index) }
        text.append(bytes, run..<index)
        text.append(bytes[index + 1])
        index += 2
        run = index
        end = index
      case 0x80...:
        let next = try UTF8Check.scalar(bytes, at: index)
        let fits =
          index == start
          ? NameCharacters.isNameStartOrUnderscore(next.value) : NameCharacters.isName(next.value)
        guard fits else {
          text.append(bytes, run..<end)
          return end
        }
        index += next.length
        end = index
      default:
        text.append(bytes, run..<end)
        return end
      }
    }
    if isOpen { throw .incomplete }
    text.append(bytes, run..<end)
    return end
  }

  private static func badPercent(_ offset: Int) -> ScanFault {
    .broken(offset: offset, rule: "PERCENT", reason: "expected two hexadecimal digits after '%'")
  }

  private static func badEscape(_ offset: Int) -> ScanFault {
    .broken(
      offset: offset, rule: "PN_LOCAL_ESC", reason: "this character is not escaped in a local name")
  }

  private static func isEscapable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "/"),
      UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  /// The kinds of numbers.
  enum Number { case integer, decimal, double }

  /// Scans a number.
  static func number(_ bytes: Span<UInt8>, at start: Int, isOpen: Bool) throws(ScanFault)
    -> (kind: Number, end: Int)
  {
    var index = start
    if bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
    let whole = digits(bytes, index)
    var end = whole
    var kind = Number.integer
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      let fraction = digits(bytes, end + 1)
      if fraction > end + 1 {
        end = fraction
        kind = .decimal
      } else if whole > index, let exponent = exponent(bytes, fraction) {
        return (.double, exponent)
      }
    }
    if end > index, let exponent = exponent(bytes, end) { (kind, end) = (.double, exponent) }
    // A point, a sign and a digit may follow before it is known where the number ends.
    if isOpen, end + 4 > bytes.count { throw .incomplete }
    guard end > index else {
      throw .broken(
        offset: start, rule: "NumericLiteral", reason: "expected the digits of a number")
    }
    return (kind, end)
  }

  private static func digits(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index
  }

  private static func exponent(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.count, bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var index = start + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
      index += 1
    }
    let end = digits(bytes, index)
    return end > index ? end : nil
  }
}
