import Foundation

/// A line of a worker's input: fields with tabs between, of which some hold bytes in Base64.
struct WorkerLine {
  /// The number of the line, from 1.
  let number: Int
  private let fields: [ArraySlice<UInt8>]

  init(_ bytes: [UInt8], number: Int) {
    self.number = number
    fields = bytes.split(separator: 0x09, omittingEmptySubsequences: false)
  }

  /// An error about this line.
  func error(_ reason: String) -> WorkerError { WorkerError(line: number, reason: reason) }

  /// The text of a field.
  func text(_ field: Int) throws(WorkerError) -> String {
    guard fields.indices.contains(field),
      let text = String(validating: fields[field], as: UTF8.self)
    else { throw error("expected a text in field \(field + 1)") }
    return text
  }

  /// The number of a field.
  func number(_ field: Int) throws(WorkerError) -> Int32 {
    guard let number = Int32(try text(field)), number >= 0 else {
      throw error("expected a number below 2,147,483,648 in field \(field + 1)")
    }
    return number
  }

  /// What is packed in a field.
  func unpacked<Value>(
    _ field: Int, _ read: (inout RecordDecoder) throws(RecordError) -> Value
  ) throws(WorkerError) -> Value {
    var decoder = RecordDecoder(try bytes(field))
    do throws(RecordError) {
      let value = try read(&decoder)
      guard decoder.isAtEnd else { throw decoder.error("the end") }
      return value
    } catch {
      throw self.error(
        "field \(field + 1) is damaged at byte \(error.offset): expected \(error.expected)")
    }
  }

  /// The record in a field.
  func record(_ field: Int) throws(WorkerError) -> ReadingRecord {
    let bytes = try bytes(field)
    do throws(RecordError) {
      return try ReadingRecord(decoding: bytes)
    } catch {
      throw self.error(error.description)
    }
  }

  private func bytes(_ field: Int) throws(WorkerError) -> [UInt8] {
    guard fields.indices.contains(field), let data = Data(base64Encoded: Data(fields[field])) else {
      throw error("expected Base64 in field \(field + 1)")
    }
    return Array(data)
  }
}

/// Where a worker's lines go.
struct WorkerOutput {
  private let sink: OutputSink
  private var buffer = TextBuffer(capacity: OutputSink.chunkSize)

  init(_ sink: OutputSink) { self.sink = sink }

  /// Writes a line of fields; the last one is packed.
  mutating func write(
    _ fields: String..., packed write: (inout RecordEncoder) -> Void
  ) throws(OutputError) {
    var encoder = RecordEncoder()
    write(&encoder)
    try self.write(fields + [Self.base64(encoder.bytes)])
  }

  /// Bytes as text without tabs and line breaks.
  static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  /// Writes a line of fields.
  mutating func write(_ fields: [String]) throws(OutputError) {
    for (index, field) in fields.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: "\t")) }
      buffer.append(field)
    }
    buffer.append(UInt8(ascii: "\n"))
    try buffer.flushIfLarge(to: sink)
  }

  /// Writes a line with quads: `q`, then N-Quads with carriage returns for the line breaks, as no
  /// character of a quad is one.
  ///
  /// - Returns: The number of quads.
  @discardableResult
  mutating func writeQuads(
    _ forEach: ((Quad) throws(OutputError) -> Void) throws -> Void
  ) throws -> Int {
    var count = 0
    try forEach { quad in
      buffer.append(count == 0 ? "q\t" : "\r")
      buffer.appendNQuads(quad)
      count += 1
    }
    if count > 0 { buffer.append(UInt8(ascii: "\n")) }
    try buffer.flushIfLarge(to: sink)
    return count
  }

  /// Hands all on.
  mutating func flush() throws(OutputError) {
    try buffer.flush(to: sink)
    try sink.flush()
  }
}
