internal import CLibXML2

/// A writer of XML on libxml2's `xmlTextWriter`, the only file of the writers that knows libxml2.
///
/// libxml2 keeps the stack of open elements and nothing else: it checks neither names nor
/// characters, so names come as `XMLName` and text goes through `XMLCharacters`. Elements that
/// hold text only are put together here and handed over in large pieces, as five calls into
/// libxml2 for each of them took most of the time.
final class XMLTextWriter {
  private let writer: xmlTextWriterPtr
  private let target: XMLTarget
  private let replacesForbidden: Bool
  private var pending = TextBuffer(capacity: OutputSink.chunkSize / 2)
  private var scratch = TextBuffer(capacity: 256)
  /// The number of characters that were replaced by U+FFFD.
  private(set) var replacedCount = 0

  /// Opens a writer on a sink and writes the XML declaration.
  init(to sink: OutputSink, replacingForbidden: Bool) throws(XMLWritingError) {
    target = XMLTarget(sink)
    replacesForbidden = replacingForbidden
    guard let writer = Self.makeWriter(target) else {
      throw .library(function: "xmlNewTextWriter")
    }
    self.writer = writer
    // xmlTextWriterStartDocument with an encoding would make libxml2 recode each byte to itself.
    pending.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  deinit {
    // Freeing flushes what a writer that failed has left, which nobody wants any more.
    target.detach()
    xmlFreeTextWriter(writer)
  }

  /// Closes all elements and hands everything to the sink, which stays open.
  func finish() throws(XMLWritingError) {
    try flushPending()
    try check(xmlTextWriterEndDocument(writer), "xmlTextWriterEndDocument")
    try check(xmlTextWriterFlush(writer), "xmlTextWriterFlush")
  }
}

// MARK: - Elements with elements in them

extension XMLTextWriter {
  /// Opens an element.
  func startElement(_ name: XMLName) throws(XMLWritingError) {
    try flushPending()
    try check(xmlTextWriterStartElement(writer, name.string), "xmlTextWriterStartElement")
  }

  /// Adds an attribute to the element that was opened last.
  ///
  /// - Parameter exact: Whether the value is a name, which is never changed: a forbidden character
  ///   in it is an error even where others are replaced.
  func writeAttribute(_ name: XMLName, _ value: String, exact: Bool = false)
    throws(XMLWritingError)
  {
    scratch.removeAll()
    try append(value, XMLCharacters.attribute, exact: exact, to: &scratch)
    try check(xmlTextWriterStartAttribute(writer, name.string), "xmlTextWriterStartAttribute")
    try writeRaw(scratch)
    try check(xmlTextWriterEndAttribute(writer), "xmlTextWriterEndAttribute")
  }

  /// Closes the start tag of the element that was opened last, as text would.
  func closeStartTag() throws(XMLWritingError) {
    try check(xmlTextWriterWriteRawLen(writer, [], 0), "xmlTextWriterWriteRawLen")
  }

  /// Closes the element that was opened last, with an end tag of its own.
  func endElement() throws(XMLWritingError) {
    try flushPending()
    try check(xmlTextWriterFullEndElement(writer), "xmlTextWriterFullEndElement")
  }

  /// Writes a line feed and blanks.
  func writeLineBreak(_ indent: StaticString) throws(XMLWritingError) {
    pending.append(UInt8(ascii: "\n"))
    pending.append(indent)
  }
}

// MARK: - Elements with text

extension XMLTextWriter {
  /// Writes an element that holds text.
  ///
  /// - Parameter attribute: An attribute besides those of the tag; its value is a name.
  func writeElement(
    _ tag: XMLTag, attribute: (name: XMLName, value: String)? = nil, text: String
  ) throws(XMLWritingError) {
    let begin = pending.count
    do throws(XMLWritingError) {
      try appendStart(tag, attribute)
      pending.append(UInt8(ascii: ">"))
      try append(text, XMLCharacters.text, exact: false, to: &pending)
      pending.append(tag.close)
    } catch {
      pending.truncate(to: begin)
      throw error
    }
    try flushPendingIfLarge()
  }

  /// Writes an element that holds nothing.
  func writeEmptyElement(_ tag: XMLTag, attribute: (name: XMLName, value: String)?)
    throws(XMLWritingError)
  {
    let begin = pending.count
    do throws(XMLWritingError) {
      try appendStart(tag, attribute)
    } catch {
      pending.truncate(to: begin)
      throw error
    }
    pending.append("/>")
    try flushPendingIfLarge()
  }

  private func appendStart(_ tag: XMLTag, _ attribute: (name: XMLName, value: String)?)
    throws(XMLWritingError)
  {
    pending.append(tag.open)
    guard let attribute else { return }
    pending.append(UInt8(ascii: " "))
    pending.append(attribute.name.string)
    pending.append("=\"")
    try append(attribute.value, XMLCharacters.attribute, exact: true, to: &pending)
    pending.append(UInt8(ascii: "\""))
  }

  private func append(
    _ text: String, _ table: EscapeTable, exact: Bool, to buffer: inout TextBuffer
  ) throws(XMLWritingError) {
    do throws(ForbiddenScalar) {
      replacedCount += try buffer.append(
        text, escaping: table, replacing: replacesForbidden && !exact)
    } catch {
      throw .forbiddenScalar(error)
    }
  }
}

// MARK: - Elements put together from bytes

extension XMLTextWriter {
  /// What an element of `writeBytes` holds.
  enum Content {
    /// Nothing: the tag is closed at once.
    case none
    /// Text, in a range of the bytes.
    case text(Range<Int>)
    /// Further elements, and an end tag that is written later.
    case open
  }

  /// Writes a line break and an element with up to one attribute besides those of its tag.
  ///
  /// libxml2's stack of open elements is left alone: `closeBytes` ends what is open.
  ///
  /// - Parameters:
  ///   - attribute: The bytes before the value, ` rdf:about="`, and the range of the value.
  ///   - bytes: What the ranges are of.
  func writeBytes(
    _ indent: StaticString, _ tag: XMLTag, attribute: (begin: StaticString, value: Range<Int>)?,
    _ content: Content, of bytes: Span<UInt8>
  ) throws(XMLWritingError) {
    let begin = pending.count
    do throws(ForbiddenScalar) {
      pending.append(indent)
      pending.append(tag.open)
      if let attribute {
        pending.append(attribute.begin)
        try pending.append(bytes, attribute.value, escaping: XMLCharacters.attribute)
        pending.append(UInt8(ascii: "\""))
      }
      switch content {
      case .none: pending.append("/>")
      case .open: pending.append(UInt8(ascii: ">"))
      case .text(let range):
        pending.append(UInt8(ascii: ">"))
        replacedCount += try pending.append(
          bytes, range, escaping: XMLCharacters.text, replacing: replacesForbidden)
        pending.append(tag.close)
      }
    } catch {
      pending.truncate(to: begin)
      throw .forbiddenScalar(error)
    }
    try flushPendingIfLarge()
  }

  /// Writes a line break and the end tag of an element that `writeBytes` left open.
  func closeBytes(_ indent: StaticString, _ tag: XMLTag) throws(XMLWritingError) {
    pending.append(indent)
    pending.append(tag.close)
    try flushPendingIfLarge()
  }
}

// MARK: - The seam

extension XMLTextWriter {
  private func flushPendingIfLarge() throws(XMLWritingError) {
    if pending.count >= OutputSink.chunkSize / 4 { try flushPending() }
  }

  private func flushPending() throws(XMLWritingError) {
    guard pending.count > 0 else { return }
    try writeRaw(pending)
    pending.removeAll()
  }

  private func writeRaw(_ buffer: borrowing TextBuffer) throws(XMLWritingError) {
    let status = buffer.bytes.withUnsafeBufferPointer { bytes in
      xmlTextWriterWriteRawLen(writer, bytes.baseAddress, CInt(bytes.count))
    }
    try check(status, "xmlTextWriterWriteRawLen")
  }

  private func check(_ status: CInt, _ function: StaticString) throws(XMLWritingError) {
    guard status < 0 || target.error != nil else { return }
    throw target.error.map { .output($0) } ?? .library(function: function)
  }

  private static func makeWriter(_ target: XMLTarget) -> xmlTextWriterPtr? {
    // A failing sink is told by its own error; without this libxml2 would also print.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    let context = Unmanaged.passRetained(target)
    let buffer = xmlOutputBufferCreateIO(
      { context, bytes, count in
        guard let context, let bytes else { return -1 }
        return Unmanaged<XMLTarget>.fromOpaque(context).takeUnretainedValue()
          .take(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      },
      { context in
        if let context { Unmanaged<XMLTarget>.fromOpaque(context).release() }
        return 0
      },
      context.toOpaque(), nil)
    guard let buffer else {
      context.release()
      return nil
    }
    guard let writer = xmlNewTextWriter(buffer) else {
      xmlOutputBufferClose(buffer)
      return nil
    }
    return writer
  }
}

/// The sink as libxml2's callback sees it, with the error that a C function cannot throw.
private final class XMLTarget {
  private var sink: OutputSink?
  private(set) var error: OutputError?

  init(_ sink: OutputSink) { self.sink = sink }

  func detach() { sink = nil }

  /// Writes bytes; returns their number, or -1 after an error.
  func take(_ bytes: UnsafeRawBufferPointer) -> CInt {
    guard error == nil, let sink else { return -1 }
    do throws(OutputError) {
      try sink.write(bytes)
      return CInt(bytes.count)
    } catch {
      self.error = error
      return -1
    }
  }
}
