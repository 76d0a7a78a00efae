/// Rows of CSV as RFC 4180 and the importer of Neo4j have them.
///
/// Fields with commas, quotation marks, line breaks or blanks at their ends are quoted, quotation
/// marks in them doubled. A field that is nothing is empty; an empty text is `""`.
struct CSVText {
  /// What separates the elements of a list: the tabulator, which names do not hold, so that no
  /// element is taken for two.
  static let listSeparator: Character = "\t"

  private var buffer = TextBuffer(capacity: OutputSink.chunkSize)
  private var isFirst = true
  /// The number of tabulators in elements of lists that became blanks.
  private(set) var replacedTabulators = 0

  /// Adds a field with a text.
  mutating func field(_ text: String?) {
    separate()
    guard let text else { return }
    guard Self.needsQuotes(text) else { return buffer.append(text) }
    buffer.append(UInt8(ascii: "\""))
    // The table forbids nothing: quotation marks are all that has to be escaped.
    _ = try? buffer.append(text, escaping: Self.quoted)
    buffer.append(UInt8(ascii: "\""))
  }

  /// Adds a field with a number.
  mutating func field(_ number: Int) {
    separate()
    buffer.append(String(number))
  }

  /// Adds a field with a truth value.
  mutating func field(_ truth: Bool) {
    separate()
    buffer.append(truth ? "true" : "false")
  }

  /// Adds a field with a list.
  mutating func field(list: [String]) {
    guard !list.isEmpty else { return field(nil as String?) }
    field(
      list.map { element in
        guard element.utf8.contains(UInt8(ascii: "\t")) else { return element }
        replacedTabulators += element.utf8.count { $0 == UInt8(ascii: "\t") }
        return element.replacing("\t", with: " ")
      }.joined(separator: String(Self.listSeparator)))
  }

  /// Ends a row and hands it to a sink once there is enough.
  mutating func endRow(to sink: OutputSink) throws(OutputError) {
    buffer.append("\n")
    isFirst = true
    try buffer.flushIfLarge(to: sink)
  }

  /// Hands all to a sink.
  mutating func flush(to sink: OutputSink) throws(OutputError) { try buffer.flush(to: sink) }

  private static let quoted = EscapeTable(["\"": "\"\""])

  private static func needsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return first <= 0x20 || last <= 0x20
      || text.utf8.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
          || $0 == UInt8(ascii: "\r")
      }
  }

  private mutating func separate() {
    if !isFirst { buffer.append(UInt8(ascii: ",")) }
    isFirst = false
  }
}
