/// XML that writers of graphs put together from bytes: names and tags as they are, texts escaped.
///
/// Elements of graph files are small and alike, so that a library's calls for each of them cost
/// more than all the rest; what XML forbids is checked here as everywhere by `XMLCharacters`.
final class MarkupText {
  private let sink: OutputSink
  private let replacesForbidden: Bool
  private var buffer = TextBuffer(capacity: OutputSink.chunkSize)
  /// The number of characters that were replaced by U+FFFD.
  private(set) var replacedCount = 0
  /// The number of texts that the program which the document is for cannot read whole.
  var cutCount = 0

  init(to sink: OutputSink, forbiddenCharacters: ForbiddenCharacters) {
    self.sink = sink
    replacesForbidden = forbiddenCharacters == .replace
  }

  /// Adds markup as it is.
  func append(_ text: StaticString) { buffer.append(text) }

  /// Adds markup as it is.
  func append(_ text: String) { buffer.append(text) }

  /// Adds markup as it is.
  func append(_ bytes: [UInt8]) { buffer.append(bytes) }

  /// Adds a number that is not negative.
  func append(_ number: Int) { buffer.append(decimal: number) }

  /// Adds text that stands between tags.
  func text(_ text: String) throws(ForbiddenScalar) { try add(text, XMLCharacters.text) }

  /// Adds a CDATA section; its text holds neither `]]>` nor a carriage return.
  func section(_ text: String) throws(ForbiddenScalar) {
    buffer.append("<![CDATA[")
    try add(text, XMLCharacters.section)
    buffer.append("]]>")
  }

  /// Adds ` name="value"`.
  func attribute(_ name: StaticString, _ value: String) throws(ForbiddenScalar) {
    buffer.append(UInt8(ascii: " "))
    buffer.append(name)
    buffer.append("=\"")
    try add(value, XMLCharacters.attribute)
    buffer.append(UInt8(ascii: "\""))
  }

  /// Adds an element that holds text.
  func element(_ tag: XMLTag, _ text: String) throws(ForbiddenScalar) {
    buffer.append(tag.start)
    try add(text, XMLCharacters.text)
    buffer.append(tag.close)
  }

  /// Hands the bytes to the sink once there are enough of them.
  func flushIfLarge() throws(OutputError) { try buffer.flushIfLarge(to: sink) }

  /// Hands all bytes to the sink, which stays open.
  func flush() throws(OutputError) { try buffer.flush(to: sink) }

  /// Writes something and hands on what is large enough.
  ///
  /// - Parameter place: Whose text it is, for the error that it cannot be written.
  func writing(
    _ place: @autoclosure () -> String, _ body: () throws(ForbiddenScalar) -> Void
  ) throws {
    do throws(ForbiddenScalar) {
      try body()
    } catch {
      throw WritingError.forbiddenCharacter(
        codePoint: error.scalar, offset: error.offset, place: place())
    }
    try flushIfLarge()
  }

  private func add(_ text: String, _ table: EscapeTable) throws(ForbiddenScalar) {
    replacedCount += try buffer.append(text, escaping: table, replacing: replacesForbidden)
  }
}
