/// The records of a JSON or JSON lines file, one at a time.
enum RecordReader {
  /// A record, with its line or its place in the array, from 1.
  struct Record {
    var number: Int
    var value: Result<JSONValue, RejectedInput.Reason>
  }

  case lines(RecordLines)
  case values([JSONValue], next: Int)

  /// Reads a `.json` file: one object, an array of them, or after all JSON lines.
  init(json bytes: [UInt8], limit: Int) throws(RejectedInput.Reason) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    do throws(JSONSyntaxError) {
      self = .values(try JSONValue(parsing: bytes).elements, next: 0)
    } catch {
      let firstLine = bytes.prefix { $0 != 0x0A }
      guard firstLine.count < bytes.count,
        let value = try? JSONValue(parsing: Array(firstLine)), value.object != nil
      else { throw .malformedJSON(message: error.description) }
      self = .lines(RecordLines(nil, after: bytes, limit: limit))
    }
  }

  /// The next record; nothing at the end.
  mutating func next() throws(RejectedInput.Reason) -> Record? {
    switch self {
    case .values(let values, let next):
      guard next < values.count else { return nil }
      self = .values(values, next: next + 1)
      return Record(number: next + 1, value: .success(values[next]))
    case .lines(var lines):
      // The lines are given up before they change, so that their buffer is not copied.
      self = .values([], next: 0)
      defer { self = .lines(lines) }
      guard let line = try lines.next() else { return nil }
      return Record(number: lines.number, value: lines.value(of: line))
    }
  }
}

extension RecordLines {
  /// The JSON value of a line, or why it is none.
  fileprivate func value(of line: Line) -> Result<JSONValue, RejectedInput.Reason> {
    guard case .bytes(let bytes) = line else { return .failure(.tooLarge(limit: limit)) }
    if let offset = ByteScanning.firstBadByte(bytes) {
      return .failure(.undecodable(encoding: "utf-8", offset: offset))
    }
    do throws(JSONSyntaxError) {
      return .success(try JSONValue(parsing: bytes))
    } catch {
      return .failure(.malformedJSON(message: error.description))
    }
  }
}
