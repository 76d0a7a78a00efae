internal import CLibXML2

/// Parses HTML of any quality; the seam to libxml2's HTML parser.
///
/// The parser's events are taken instead of its tree, so that no pointer leaves this file and the
/// depth of the tree is ours to bound. Nothing is loaded from outside and no entity is expanded but
/// HTML's own.
enum HTMLParser {
  private static let isInitialized: Bool = {
    xmlInitParser()
    return true
  }()

  /// Parses markup, or throws `markupTooComplex`.
  static func document(of markup: String) throws(RejectedInput.Reason) -> HTMLDocument {
    var markup = DocumentType.withoutInternalSubset(markup)
    guard isInitialized, !TagScan.hasEndlessTag(markup) else { throw .markupTooComplex }
    let builder = HTMLTreeBuilder()
    let isParsed = markup.withUTF8 { parse($0, into: builder) }
    guard isParsed, !builder.isHostile else { throw .markupTooComplex }
    return builder.finish()
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, into builder: HTMLTreeBuilder
  ) -> Bool {
    guard let context = htmlNewParserCtxt() else { return false }
    defer { htmlFreeParserCtxt(context) }
    guard let start = bytes.baseAddress, bytes.count <= Int(CInt.max),
      let handler = context.pointee.sax
    else { return bytes.isEmpty }
    handler.pointee = events()
    let target = EventTarget(builder: builder, context: context)
    context.pointee.userData = Unmanaged.passUnretained(target).toOpaque()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      | HTML_PARSE_NODEFDTD.rawValue
    withExtendedLifetime(target) {
      start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { pointer in
        let document = htmlCtxtReadMemory(
          context, pointer, CInt(bytes.count), nil, "UTF-8", CInt(options))
        if let document { xmlFreeDoc(document) }
      }
    }
    return true
  }

  /// What the parser's events do to the builder.
  private static func events() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElement = { data, name, attributes in
      guard let name else { return }
      HTMLParser.target(data)?.builder.start(
        HTMLParser.lowercase(name), HTMLParser.attributeList(attributes))
    }
    handler.endElement = { data, _ in HTMLParser.target(data)?.builder.end() }
    handler.characters = { data, text, length in HTMLParser.append(data, text, length) }
    handler.ignorableWhitespace = { data, text, length in HTMLParser.append(data, text, length) }
    handler.cdataBlock = { data, text, length in HTMLParser.append(data, text, length) }
    handler.serror = { data, _ in
      guard let target = HTMLParser.target(data) else { return }
      target.builder.fault()
      if target.builder.isHostile { xmlStopParser(target.context) }
    }
    return handler
  }

  private final class EventTarget {
    let builder: HTMLTreeBuilder
    let context: htmlParserCtxtPtr

    init(builder: HTMLTreeBuilder, context: htmlParserCtxtPtr) {
      self.builder = builder
      self.context = context
    }
  }

  private static func target(_ data: UnsafeMutableRawPointer?) -> EventTarget? {
    data.map { Unmanaged<EventTarget>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func append(
    _ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ length: CInt
  ) {
    guard let text, length > 0 else { return }
    let bytes = UnsafeBufferPointer(start: text, count: Int(length))
    target(data)?.builder.characters(String(decoding: bytes, as: UTF8.self))
  }

  private static func lowercase(_ name: UnsafePointer<xmlChar>) -> String {
    let text = String(cString: name)
    return text.utf8.contains { (0x41...0x5A).contains($0) } ? text.lowercased() : text
  }

  /// A row of name and value pointers, ended by a null; an attribute without value has a null one.
  private static func attributeList(
    _ row: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> [HTMLDocument.Attribute] {
    guard let row else { return [] }
    var attributes: [HTMLDocument.Attribute] = []
    var index = 0
    while let name = row[index] {
      let value = row[index + 1].map { String(cString: $0) } ?? ""
      attributes.append(HTMLDocument.Attribute(name: lowercase(name), value: value))
      index += 2
    }
    return attributes
  }
}
