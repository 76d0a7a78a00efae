/// Parses JSON (RFC 8259) and tells where it stops being JSON.
///
/// Foundation's decoder says only that data are not valid; who mends a corpus needs the place.
struct JSONParser {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  /// Deeper arrays and objects are refused, as RFC 8259 (9) lets a parser do.
  private static let maximumDepth = 256

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Parses the one value that the bytes hold.
  mutating func document() throws(JSONSyntaxError) -> JSONValue {
    let value = try value()
    skipSpace()
    guard index == bytes.count else { throw fault("the end of the value") }
    return value
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    skipSpace()
    guard index < bytes.count else { throw fault("a value") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  // MARK: - Arrays and objects

  private mutating func object() throws(JSONSyntaxError) -> JSONValue {
    try enter()
    var fields: [String: JSONValue] = [:]
    var isFirst = true
    while try !closes(UInt8(ascii: "}"), isFirst: isFirst) {
      isFirst = false
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw fault("a field's name in quotes") }
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fault("':'") }
      fields[name] = try value()
    }
    return .object(fields)
  }

  private mutating func array() throws(JSONSyntaxError) -> JSONValue {
    try enter()
    var values: [JSONValue] = []
    while try !closes(UInt8(ascii: "]"), isFirst: values.isEmpty) { values.append(try value()) }
    return .array(values)
  }

  private mutating func enter() throws(JSONSyntaxError) {
    guard depth < JSONParser.maximumDepth else { throw fault("no more than 256 levels") }
    depth += 1
    index += 1
  }

  /// Takes the closing bracket, or the comma before the next element.
  private mutating func closes(_ bracket: UInt8, isFirst: Bool) throws(JSONSyntaxError) -> Bool {
    skipSpace()
    if take(bracket) {
      depth -= 1
      return true
    }
    guard isFirst || take(UInt8(ascii: ",")) else {
      throw fault("',' or '\(Unicode.Scalar(bracket))'")
    }
    return false
  }

  // MARK: - Words and numbers

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONSyntaxError)
    -> JSONValue
  {
    guard bytes[index...].starts(with: word.utf8) else { throw fault("a value") }
    index += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONSyntaxError) -> JSONValue {
    let start = index
    _ = take(UInt8(ascii: "-"))
    let hasLeadingZero = current == UInt8(ascii: "0")
    let digits = skipDigits()
    guard digits > 0, !hasLeadingZero || digits == 1 else {
      index = start
      throw fault("a value")
    }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      guard skipDigits() > 0 else { throw fault("a digit") }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isInteger = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard skipDigits() > 0 else { throw fault("a digit") }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isInteger, let integer = Int(text) { return .integer(integer) }
    return .number(Double(text) ?? .infinity)
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while let byte = current, (0x30...0x39).contains(byte) { index += 1 }
    return index - start
  }

  // MARK: - Strings

  private mutating func string() throws(JSONSyntaxError) -> String {
    index += 1
    var text: [UInt8] = []
    var start = index
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        text += bytes[start..<index]
        let offset = index
        index += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw JSONSyntaxError(
            offset: offset, expected: "a string of valid UTF-8 before the quote")
        }
        return string
      case UInt8(ascii: "\\"):
        text += bytes[start..<index]
        index += 1
        text += try escaped()
        start = index
      case 0..<0x20: throw fault("an escaped control character")
      default: index += 1
      }
    }
    throw fault("'\"'")
  }

  private mutating func escaped() throws(JSONSyntaxError) -> [UInt8] {
    defer { index += 1 }
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [bytes[index]]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try character()
    default: throw fault("an escape such as \\n")
    }
  }

  /// The character of `\u0041`, or of a pair of surrogates; the last digit is left to be passed
  /// over.
  private mutating func character() throws(JSONSyntaxError) -> [UInt8] {
    var code = try fourDigits()
    if (0xD800...0xDBFF).contains(code) {
      guard bytes.dropFirst(index + 1).starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
        throw fault("the second half of a surrogate pair")
      }
      index += 2
      let low = try fourDigits()
      guard (0xDC00...0xDFFF).contains(low) else {
        throw fault("the second half of a surrogate pair")
      }
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw fault("the first half of a surrogate pair")
    }
    return Array(String(scalar).utf8)
  }

  /// Reads the digits behind the `u` that the index stands on.
  private mutating func fourDigits() throws(JSONSyntaxError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      index += 1
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("four hexadecimal digits")
      }
      code = code << 4 | UInt32(digit)
    }
    return code
  }

  // MARK: - Bytes

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D {
      index += 1
    }
  }

  private func fault(_ expected: String) -> JSONSyntaxError {
    JSONSyntaxError(offset: index, expected: expected)
  }
}
