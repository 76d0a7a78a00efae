/// A table of tab-separated values: one row a line, UTF-8, comments after `#`.
///
/// The names of the columns stand in a comment above the first row, or in the first line that is no
/// comment. A cell holds several values with `|` between them; `-` or nothing stands for none.
///
/// The rows are ranges of one byte buffer and become strings when they are asked for: a gazetteer
/// has far more rows than a run looks at.
public struct Table: Sendable {
  private let storage: Storage

  /// The cells of all rows, shared by the rows.
  ///
  /// A row is made for each line of a large file, so it holds one reference and not five.
  private final class Storage: Sendable {
    let file: String
    let columns: [String]
    let bytes: [UInt8]
    let firstStarts: [Int32]
    let starts: [Int32]
    let lines: [Int32]

    init(_ scanner: TableScanner, columns: [String]) {
      file = scanner.file
      self.columns = columns
      bytes = scanner.bytes
      firstStarts = scanner.firstStarts
      starts = scanner.starts
      lines = scanner.lines
    }
  }

  /// The path as it was given, for messages.
  public var file: String { storage.file }
  /// The names of the columns in their order.
  public var columns: [String] { storage.columns }
  var bytes: [UInt8] { storage.bytes }
  /// For each row the index of its first entry in `starts`; one more for the end.
  var firstStarts: [Int32] { storage.firstStarts }
  /// Where each cell begins, and for each row one more: the byte after the end plus one.
  var starts: [Int32] { storage.starts }
  var lines: [Int32] { storage.lines }

  /// The number of rows.
  public var count: Int { lines.count }

  /// The row at an index.
  public subscript(index: Int) -> TableRow { TableRow(table: self, index: index) }

  /// The index of a column, or nothing where the table has no such column.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The index of a column that has to be there.
  ///
  /// Throws a `KnowledgeError` that lists the columns the table has.
  public func requiredColumn(_ name: String) throws(KnowledgeError) -> Int {
    if let index = column(name) { return index }
    let found = columns.isEmpty ? "no line with column names" : columns.joined(separator: ", ")
    throw KnowledgeError(file: file, message: "no column called \"\(name)\"; found: \(found)")
  }

  /// Reads a table from bytes.
  ///
  /// - Parameters:
  ///   - bytes: The table in UTF-8, with or without a byte order mark, with any line ends.
  ///   - file: The path for messages.
  ///   - key: A column of the table, by which the line with the names is known.
  ///   - fallback: The columns of a table without names.
  ///   - firstLine: The number of the first line, where the bytes are a part of the file.
  public init(
    bytes: [UInt8], file: String, key: String, fallback: [String]? = nil, firstLine: Int = 1
  ) throws(KnowledgeError) {
    var scanner = TableScanner(bytes: bytes, file: file, key: key, firstLine: firstLine)
    try scanner.scan()
    storage = Storage(scanner, columns: scanner.columns ?? fallback ?? [])
  }

  /// Reads a table from text.
  public init(
    text: String, file: String, key: String, fallback: [String]? = nil
  ) throws(KnowledgeError) {
    try self.init(bytes: Array(text.utf8), file: file, key: key, fallback: fallback)
  }
}
