/// Reads what a `RecordEncoder` wrote; whatever the bytes are, it ends in values or an error.
struct RecordDecoder {
  private let bytes: [UInt8]
  /// The place of the next byte, from 0.
  private(set) var offset = 0
  private var known: [String] = []
  private let base: String?

  /// Makes a decoder.
  ///
  /// - Parameter base: What was left out of IRIs (see `RecordEncoder`).
  init(_ bytes: [UInt8], base: String? = nil) {
    self.bytes = bytes
    self.base = base
  }

  /// The bytes that have not been read.
  var rest: [UInt8] { Array(bytes[offset...]) }

  /// Whether all bytes have been read.
  var isAtEnd: Bool { offset == bytes.count }

  /// An error at the place of the next byte.
  func error(_ expected: String) -> RecordError { RecordError(offset: offset, expected: expected) }

  private mutating func byte() throws(RecordError) -> UInt8 {
    guard offset < bytes.count else { throw error("more bytes") }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func number() throws(RecordError) -> Int {
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 63, by: 7) {
      let next = try byte()
      result |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return Int(result) }
    }
    throw error("a number of at most 63 bits")
  }

  /// The number of values that follow, each of one byte at least.
  mutating func count() throws(RecordError) -> Int {
    let count = try number()
    guard count <= bytes.count - offset else { throw error("no more values than there are bytes") }
    return count
  }

  /// An index of something of which there are so many.
  mutating func index(below limit: Int) throws(RecordError) -> Int {
    let index = try number()
    guard index < limit else { throw error("an index below \(limit)") }
    return index
  }

  mutating func bits() throws(RecordError) -> UInt64 {
    guard bytes.count - offset >= 8 else { throw error("eight bytes") }
    var result: UInt64 = 0
    for place in (0..<8).reversed() { result = result << 8 | UInt64(bytes[offset + place]) }
    offset += 8
    return result
  }

  mutating func double() throws(RecordError) -> Double { Double(bitPattern: try bits()) }

  mutating func flag() throws(RecordError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw error("0 or 1")
    }
  }

  mutating func text() throws(RecordError) -> String {
    let place = try number()
    if place > 0 {
      guard place <= known.count else { throw error("the number of an earlier text") }
      return known[place - 1]
    }
    let length = try count()
    guard let text = String(validating: bytes[offset..<(offset + length)], as: UTF8.self) else {
      throw error("UTF-8")
    }
    offset += length
    known.append(text)
    return text
  }

  mutating func iri() throws(RecordError) -> IRI {
    let text = try text()
    if let base, text.first == RecordEncoder.baseMark {
      return IRI(checked: base + text.dropFirst())
    }
    guard let iri = try? IRI(text) else { throw error("an IRI") }
    return iri
  }

  mutating func value<Value: RawRepresentable<String>>(
    of type: Value.Type
  ) throws(RecordError) -> Value {
    let name = try text()
    guard let value = Value(rawValue: name) else { throw error("a name of \(type)") }
    return value
  }

  mutating func optional<Value>(
    _ read: (inout RecordDecoder) throws(RecordError) -> Value
  ) throws(RecordError) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func optionalText() throws(RecordError) -> String? {
    try optional { decoder throws(RecordError) in try decoder.text() }
  }

  mutating func array<Value>(
    _ read: (inout RecordDecoder) throws(RecordError) -> Value
  ) throws(RecordError) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  mutating func texts() throws(RecordError) -> [String] {
    try array { decoder throws(RecordError) in try decoder.text() }
  }
}
