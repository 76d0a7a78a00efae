/// A JSON text that is put together member by member, in the order given.
///
/// https://www.rfc-editor.org/rfc/rfc8259
struct JSONText {
  private(set) var buffer = TextBuffer(capacity: 1024)
  private var needsComma = false

  /// The escapes of strings: quotation mark, backslash and control characters, nothing else.
  private static let string: EscapeTable = {
    var table = EscapeTable(["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"])
    for scalar: UInt32 in 0..<0x20 where ![0x9, 0xA, 0xD].contains(scalar) {
      table.escape(scalar, as: "\\u00" + (scalar < 16 ? "0" : "") + String(scalar, radix: 16))
    }
    return table
  }()

  /// Opens an object.
  mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Closes an object.
  mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Opens an array.
  mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Closes an array.
  mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the name of a member; its value follows.
  mutating func key(_ name: String) {
    value(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string, or `null`.
  mutating func value(_ text: String?) {
    separate()
    needsComma = true
    guard let text else { return buffer.append("null") }
    buffer.append(UInt8(ascii: "\""))
    // The table forbids nothing: JSON has an escape for every character.
    _ = try? buffer.append(text, escaping: Self.string)
    buffer.append(UInt8(ascii: "\""))
  }

  /// Writes a whole number.
  mutating func value(_ number: Int) { value(number: String(number)) }

  /// Writes a number that is text already.
  mutating func value(number text: String) {
    separate()
    needsComma = true
    buffer.append(text)
  }

  /// Writes a member with a string, or `null`.
  mutating func member(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  /// Writes a member with a truth value.
  mutating func member(_ name: String, _ truth: Bool) {
    key(name)
    value(number: truth ? "true" : "false")
  }

  /// Writes a member with a whole number.
  mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  /// Writes a member with a list of strings.
  mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }

  /// Ends a line of JSON Lines and hands it to a sink once there is enough.
  mutating func endLine(to sink: OutputSink) throws(OutputError) {
    buffer.append(UInt8(ascii: "\n"))
    needsComma = false
    try buffer.flushIfLarge(to: sink)
  }

  /// Adds a line that was made elsewhere.
  mutating func add(line: [UInt8]) {
    buffer.append(line)
    buffer.append(UInt8(ascii: "\n"))
  }

  /// Hands all to a sink once there is enough.
  mutating func flushIfLarge(to sink: OutputSink) throws(OutputError) {
    try buffer.flushIfLarge(to: sink)
  }

  /// Hands all to a sink.
  mutating func flush(to sink: OutputSink) throws(OutputError) { try buffer.flush(to: sink) }

  /// A list of strings as a text of its own.
  static func array(_ texts: [String]) -> String {
    var json = JSONText()
    json.beginArray()
    for text in texts { json.value(text) }
    json.endArray()
    return String(decoding: json.buffer.bytes, as: UTF8.self)
  }

  private mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    buffer.append(bracket)
    needsComma = true
  }
}
