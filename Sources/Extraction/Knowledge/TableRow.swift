/// One row of a table, with the place where it stands.
public struct TableRow: Sendable {
  let table: Table
  let index: Int

  /// The path of the table.
  public var file: String { table.file }
  /// The line, counted from 1.
  public var line: Int { Int(table.lines[index]) }
  /// All cells as strings.
  public var fields: [String] { (0..<count).map { string($0) } }

  /// The number of cells in this row.
  public var count: Int {
    Int(table.firstStarts[index + 1] - table.firstStarts[index]) - 1
  }

  /// The bytes of a cell as a range of the table's bytes; empty for `-` and for missing cells.
  func range(_ column: Int?) -> Range<Int> {
    guard let column, column < count else { return 0..<0 }
    let first = Int(table.firstStarts[index]) + column
    let begin = Int(table.starts[first])
    let end = Int(table.starts[first + 1]) - 1
    return end - begin == 1 && table.bytes[begin] == UInt8(ascii: "-") ? 0..<0 : begin..<end
  }

  /// The text of a cell; empty for `-` and for missing cells.
  public func string(_ column: Int?) -> String {
    let range = range(column)
    return range.isEmpty ? "" : String(decoding: table.bytes[range], as: UTF8.self)
  }

  /// The text of a cell, or nothing for `-`, an empty or a missing cell.
  public func optional(_ column: Int?) -> String? {
    let range = range(column)
    return range.isEmpty ? nil : String(decoding: table.bytes[range], as: UTF8.self)
  }

  /// The values of a cell that may hold several, `a|b|c`.
  public func values(_ column: Int?) -> [String] {
    parts(column).map { String(decoding: table.bytes[$0], as: UTF8.self) }
  }

  /// The ranges of the values of a cell that may hold several.
  func parts(_ column: Int?) -> [Range<Int>] {
    let range = range(column)
    var parts: [Range<Int>] = []
    var begin = range.lowerBound
    for position in range where table.bytes[position] == UInt8(ascii: "|") {
      if position > begin { parts.append(begin..<position) }
      begin = position + 1
    }
    if range.upperBound > begin { parts.append(begin..<range.upperBound) }
    return parts
  }

  /// Whether a cell says `yes`; `no`, `-` and nothing say no.
  ///
  /// Throws a `KnowledgeError` for any other word.
  public func flag(_ column: Int?) throws(KnowledgeError) -> Bool {
    switch optional(column) {
    case "yes", "true", "1": return true
    case nil, "no", "false", "0": return false
    case let word?: throw error("\"\(word)\" is neither yes nor no")
    }
  }

  /// An error about this row.
  public func error(_ message: String) -> KnowledgeError {
    KnowledgeError(file: file, line: line, message: message)
  }
}
