/// The one pass over the bytes of a table that finds its rows and cells.
struct TableScanner {
  let bytes: [UInt8]
  let file: String
  let key: String
  private(set) var columns: [String]?
  private(set) var firstStarts: [Int32] = []
  private(set) var starts: [Int32] = []
  private(set) var lines: [Int32] = []

  private let firstLine: Int

  init(bytes: [UInt8], file: String, key: String, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.file = file
    self.key = key
  }

  mutating func scan() throws(KnowledgeError) {
    guard bytes.count < Int32.max else {
      throw KnowledgeError(file: file, message: "larger than 2 GB")
    }
    starts.reserveCapacity(bytes.count / 8)
    lines.reserveCapacity(bytes.count / 40)
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = firstLine
    while position < bytes.count {
      position = try scanLine(from: position, number: line)
      line += 1
    }
    firstStarts.append(Int32(starts.count))
  }

  /// Takes in one line and returns where the next one begins.
  private mutating func scanLine(
    from begin: Int, number: Int
  ) throws(KnowledgeError) -> Int {
    let first = starts.count
    var allBits: UInt8 = 0
    var position = begin
    starts.append(Int32(begin))
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      let byte = bytes[position]
      allBits |= byte
      position += 1
      if byte == UInt8(ascii: "\t") { starts.append(Int32(position)) }
    }
    var end = position
    if end > begin, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    if allBits & 0x80 != 0 { try checkEncoding(begin..<end, line: number) }
    if try isRow(begin..<end) {
      starts.append(Int32(end + 1))
      firstStarts.append(Int32(first))
      lines.append(Int32(number))
    } else {
      starts.removeSubrange(first...)
    }
    return position + 1
  }

  /// Whether a line is a row: not empty, no comment, and not the line with the names.
  private mutating func isRow(_ range: Range<Int>) throws(KnowledgeError) -> Bool {
    guard let first = bytes[range].first else { return false }
    let isComment = first == UInt8(ascii: "#")
    if lines.isEmpty, isComment || columns == nil {
      let names = Self.names(String(decoding: bytes[range], as: UTF8.self))
      if names.contains(key), names.count > 1 {
        columns = names
        return false
      }
    }
    return !isComment
  }

  /// The cells of a line that may hold names of columns: `# a b`, `# columns: a b` or `a b`.
  private static func names(_ line: String) -> [String] {
    var line = line.drop { $0 == "#" || $0 == " " }
    if line.hasPrefix("columns:") { line = line.dropFirst(8).drop { $0 == " " } }
    return line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  private func checkEncoding(_ range: Range<Int>, line: Int) throws(KnowledgeError) {
    guard String(validating: bytes[range], as: UTF8.self) == nil else { return }
    throw KnowledgeError(file: file, line: line, message: "not UTF-8")
  }
}
