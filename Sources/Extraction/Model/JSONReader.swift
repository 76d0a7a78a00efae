/// A JSON value as the header of a language model holds it (RFC 8259).
enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  var number: Double? {
    guard case .number(let value) = self else { return nil }
    return value
  }

  var integer: Int? { number.flatMap { Int(exactly: $0) } }

  var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  var array: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }
}

/// A reader of the JSON header; Foundation's would double the time that the program takes to start.
struct JSONReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// Reads the one value that `bytes` hold.
  static func value(of bytes: UnsafeRawBufferPointer) throws(LanguageModelError) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.position == bytes.count else { throw reader.error("the end") }
    return value
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private func error(_ expected: String) -> LanguageModelError {
    .malformed("\(expected) was expected at byte \(position) of the header")
  }

  private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipBlanks() {
    while current == 0x20 || current == 0x0A || current == 0x0D || current == 0x09 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard position < bytes.count, current == byte else { return false }
    position += 1
    return true
  }
}

// MARK: - Values

extension JSONReader {
  private mutating func value(depth: Int) throws(LanguageModelError) -> JSONValue {
    guard depth < 32 else { throw error("less nesting") }
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  private mutating func object(_ depth: Int) throws(LanguageModelError) -> JSONValue {
    position += 1
    var members: [String: JSONValue] = [:]
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      let name = try string()
      guard take(UInt8(ascii: ":")) else { throw error("a colon") }
      members[name] = try value(depth: depth + 1)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw error("a closing brace") }
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(LanguageModelError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(values) }
    repeat { values.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw error("a closing bracket") }
    return .array(values)
  }

  private mutating func literal(
    _ text: StaticString, _ value: JSONValue
  ) throws(LanguageModelError) -> JSONValue {
    for offset in 0..<text.utf8CodeUnitCount {
      guard current == text.utf8Start[offset] else { throw error("\(text)") }
      position += 1
    }
    return value
  }

  private mutating func number() throws(LanguageModelError) -> JSONValue {
    let begin = position
    while position < bytes.count, "+-.0123456789eE".utf8.contains(current) { position += 1 }
    let text = String(decoding: bytes[begin..<position], as: UTF8.self)
    guard let value = Double(text) else { throw error("a value") }
    return .number(value)
  }
}

// MARK: - Strings

extension JSONReader {
  private mutating func string() throws(LanguageModelError) -> String {
    guard current == UInt8(ascii: "\"") else { throw error("a string") }
    position += 1
    let begin = position
    while position < bytes.count, current != UInt8(ascii: "\""), current != UInt8(ascii: "\\") {
      position += 1
    }
    var text = String(decoding: bytes[begin..<position], as: UTF8.self)
    while current == UInt8(ascii: "\\") {
      text.unicodeScalars.append(try escaped())
      let rest = position
      while position < bytes.count, current != UInt8(ascii: "\""), current != UInt8(ascii: "\\") {
        position += 1
      }
      text += String(decoding: bytes[rest..<position], as: UTF8.self)
    }
    guard take(UInt8(ascii: "\"")) else { throw error("the end of a string") }
    return text
  }

  private mutating func escaped() throws(LanguageModelError) -> Unicode.Scalar {
    position += 2
    guard position <= bytes.count else { throw error("an escape") }
    switch bytes[position - 1] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return try escapedCodePoint()
    case let byte: return Unicode.Scalar(byte)
    }
  }

  private mutating func escapedCodePoint() throws(LanguageModelError) -> Unicode.Scalar {
    var value = try hexadecimal()
    if value & 0xFC00 == 0xD800, current == UInt8(ascii: "\\") {
      position += 2
      value = 0x10000 + (value & 0x3FF) << 10 + (try hexadecimal()) & 0x3FF
    }
    guard let scalar = Unicode.Scalar(value) else { throw error("a code point") }
    return scalar
  }

  private mutating func hexadecimal() throws(LanguageModelError) -> UInt32 {
    guard position + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits") }
    position += 4
    return value
  }
}
