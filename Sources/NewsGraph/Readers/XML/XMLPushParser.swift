internal import CLibXML2

/// A parser of XML on libxml2's SAX2 interface, the only file of the readers that knows libxml2.
///
/// The document is pushed in pieces and never held. Nothing is loaded: external entities and
/// external subsets are refused or passed over, parameter entities are refused, and what internal
/// entities stand for is bounded before libxml2 expands it.
final class XMLPushParser {
  private let context: xmlParserCtxtPtr
  private let handler: any XMLContentHandler
  private let fileName: String
  private var entities: XMLEntityGuard
  private var tags: XMLTagGuard
  private var declaredAttributeCount = 0
  private let maximalDepth: Int
  private let textLimit: Int
  // The parts that events use are free of checks whether anybody else is at them: libxml2 gives one
  // event after the other, and no handler calls the parser to go on.
  @exclusivity(unchecked) private var failure: (any Error)?
  @exclusivity(unchecked) private var depth = 0
  private var nameNumbers: [NameKey: Int] = [:]

  /// The names seen so far.
  @exclusivity(unchecked) private(set) var names: [XMLEventName] = []
  /// The attributes of the element that begins.
  @exclusivity(unchecked) private(set) var attributes: [XMLEventAttribute] = []
  /// The namespaces that the element declares, as libxml2 has them; valid during the event.
  @exclusivity(unchecked) private var namespaceRow:
    (row: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) =
      (nil, 0)
  /// Names by their addresses, so that most are found without hashing.
  @exclusivity(unchecked) private var recentNames = [(key: NameKey, number: Int)?](
    repeating: nil, count: 256)
  /// The values of the attributes.
  @exclusivity(unchecked) private(set) var values: [UInt8] = []

  /// libxml2 keeps each name once, so that its address tells it.
  private struct NameKey: Hashable {
    var namespace: UnsafePointer<xmlChar>?
    var prefix: UnsafePointer<xmlChar>?
    var local: UnsafePointer<xmlChar>

    /// A place among 256.
    var slot: Int {
      let mixed = Int(bitPattern: local) ^ Int(bitPattern: namespace) &* 31
      return (mixed ^ mixed >> 8 ^ mixed >> 16) & 255
    }
  }

  private static let isInitialized: Bool = {
    xmlInitParser()
    return true
  }()

  /// Makes a parser.
  init(fileName: String, limits: GraphReadingLimits, handler: any XMLContentHandler) throws {
    self.fileName = fileName
    self.handler = handler
    entities = XMLEntityGuard(limits)
    tags = XMLTagGuard(limit: limits.attributeCount)
    maximalDepth = limits.depth
    textLimit = limits.termLength
    var events = Self.events()
    guard Self.isInitialized, let context = xmlCreatePushParserCtxt(&events, nil, nil, 0, nil)
    else {
      throw GraphReadingError(file: fileName, reason: "libxml2 gives no parser")
    }
    self.context = context
    // Entities are expanded in the text, since RDF and GraphML know no nodes for them. HUGE would
    // lift libxml2's own bounds; the guard's are tighter than those, but for long text.
    let options =
      XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue
      | (limits.termLength > 10_000_000 ? XML_PARSE_HUGE.rawValue : 0)
    xmlCtxtUseOptions(context, CInt(options))
    context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit {
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    context.pointee.myDoc = nil
    xmlFreeParserCtxt(context)
  }

  /// Reads a whole input.
  func read(_ input: any ByteInput) throws {
    while case let piece = try input.next(), !piece.isEmpty {
      entities.bytesRead += piece.count
      try parse(piece)
    }
    try parse([], isLast: true)
  }

  private func parse(_ bytes: [UInt8], isLast: Bool = false) throws {
    let status = bytes.withUnsafeBytes { raw in
      xmlParseChunk(
        context, raw.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(raw.count),
        isLast ? 1 : 0)
    }
    if let failure { throw failure }
    if tags.isOver(pending) { throw tooManyAttributes() }
    if status != 0, context.pointee.wellFormed == 0 || context.pointee.errNo != 0 {
      try throwLibraryError()
    }
  }

  /// What libxml2 holds back, as it waits for the end of a tag, comment or the like.
  private var pending: UnsafeBufferPointer<UInt8> {
    guard let input = context.pointee.input, let start = input.pointee.cur,
      let end = input.pointee.end
    else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: start, count: max(0, end - start))
  }

  private func tooManyAttributes() -> GraphReadingError {
    error("limit", "an element has more attributes than the limit of \(tags.limit)")
  }

  /// The place that the parser has reached.
  var place: (line: Int, column: Int) {
    guard let input = context.pointee.input else { return (1, 1) }
    return (Int(input.pointee.line), Int(input.pointee.col))
  }

  /// An error at the place that the parser has reached.
  func error(_ rule: String?, _ reason: String) -> GraphReadingError {
    let place = place
    return GraphReadingError(
      file: fileName, line: place.line, column: place.column, rule: rule, reason: reason)
  }

  private func throwLibraryError() throws {
    guard let error = xmlCtxtGetLastError(context) else { return }
    guard
      error.pointee.level == XML_ERR_FATAL || context.pointee.wellFormed == 0
        || error.pointee.domain == XML_FROM_NAMESPACE.rawValue
    else { return }
    let message =
      error.pointee.message.map { String(cString: $0) }?
      .trimmingSuffixWhitespace() ?? "the XML is not well-formed"
    throw GraphReadingError(
      file: fileName, line: Int(error.pointee.line), column: Int(error.pointee.int2),
      rule: "well-formed XML", reason: message)
  }
}

// MARK: - Events

extension XMLPushParser {
  /// Does something for an event; the first error stops the parser.
  private func attempt(_ body: () throws -> Void) {
    guard failure == nil else { return }
    do { try body() } catch { fail(error) }
  }

  private func fail(_ error: any Error) {
    if failure == nil { failure = error }
    xmlStopParser(context)
  }

  private static func parser(_ data: UnsafeMutableRawPointer?) -> XMLPushParser? {
    guard let data else { return nil }
    let context = data.assumingMemoryBound(to: xmlParserCtxt.self)
    guard let target = context.pointee._private else { return nil }
    return Unmanaged<XMLPushParser>.fromOpaque(target).takeUnretainedValue()
  }

  private static func events() -> xmlSAXHandler {
    var events = xmlSAXHandler()
    xmlSAXVersion(&events, 2)
    events.startElementNs = { data, local, prefix, uri, namespaceCount, namespaces, count, _, row in
      guard let parser = XMLPushParser.parser(data), let local else { return }
      parser.attempt {
        if Int(count) + Int(namespaceCount) > parser.tags.limit {
          throw parser.tooManyAttributes()
        }
        parser.namespaceRow = (namespaces, Int(namespaceCount))
        parser.takeAttributes(row, Int(count))
        try parser.start(parser.number(NameKey(namespace: uri, prefix: prefix, local: local)))
      }
    }
    events.endElementNs = { data, _, _, _ in
      guard let parser = XMLPushParser.parser(data) else { return }
      parser.depth -= 1
      parser.attempt { try parser.handler.endElement(parser) }
    }
    events.characters = { data, text, count in XMLPushParser.characters(data, text, count) }
    events.ignorableWhitespace = events.characters
    events.cdataBlock = events.characters
    events.comment = { data, text in
      guard let parser = XMLPushParser.parser(data), let text else { return }
      let bytes = Array(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
      parser.attempt { try parser.handler.comment(bytes, parser) }
    }
    events.processingInstruction = { data, target, text in
      guard let parser = XMLPushParser.parser(data), let target else { return }
      let name = String(cString: target)
      let value = text.map { String(cString: $0) }
      parser.attempt { try parser.handler.processingInstruction(name, value, parser) }
    }
    events.reference = { _, _ in }
    // Errors are asked for after each piece; without this libxml2 prints them.
    events.serror = { _, _ in }
    addEntityEvents(to: &events)
    return events
  }

  private func start(_ name: Int) throws {
    depth += 1
    guard depth <= maximalDepth else {
      throw error("limit", "elements are nested deeper than the limit of \(maximalDepth)")
    }
    try handler.startElement(name, self)
  }

  private static func characters(
    _ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: CInt
  ) {
    guard let parser = parser(data), let text, count > 0 else { return }
    let bytes = UnsafeBufferPointer(start: text, count: Int(count))
    parser.attempt { try parser.handler.characters(bytes.span, parser) }
  }

  private func number(_ key: NameKey) -> Int {
    let slot = key.slot
    if let recent = recentNames[slot], recent.key == key { return recent.number }
    let number = findNumber(key)
    recentNames[slot] = (key, number)
    return number
  }

  private func findNumber(_ key: NameKey) -> Int {
    if let known = nameNumbers[key] { return known }
    let number = names.count
    names.append(
      XMLEventName(
        namespace: key.namespace.map { String(cString: $0) } ?? "",
        prefix: key.prefix.map { String(cString: $0) } ?? "", local: String(cString: key.local)))
    nameNumbers[key] = number
    return number
  }

  /// The namespaces that the element which begins declares.
  var namespaces: [XMLEventNamespace] {
    guard let row = namespaceRow.row else { return [] }
    return (0..<namespaceRow.count).map { index in
      XMLEventNamespace(
        prefix: row[index * 2].map { String(cString: $0) } ?? "",
        namespace: row[index * 2 + 1].map { String(cString: $0) } ?? "")
    }
  }

  /// A row of five pointers an attribute: local name, prefix, namespace, begin and end of the value.
  private func takeAttributes(
    _ row: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) {
    if !attributes.isEmpty {
      attributes.removeAll(keepingCapacity: true)
      values.removeAll(keepingCapacity: true)
    }
    guard let row, count > 0 else { return }
    for index in 0..<count {
      guard let local = row[index * 5] else { continue }
      let begin = values.count
      if let start = row[index * 5 + 3], let end = row[index * 5 + 4] {
        values.append(contentsOf: UnsafeBufferPointer(start: start, count: end - start))
      }
      let key = NameKey(namespace: row[index * 5 + 2], prefix: row[index * 5 + 1], local: local)
      attributes.append(XMLEventAttribute(name: number(key), value: begin..<values.count))
    }
  }
}

// MARK: - Entities

extension XMLPushParser {
  private static func addEntityEvents(to events: inout xmlSAXHandler) {
    events.resolveEntity = { _, _, _ in nil }
    events.externalSubset = { _, _, _, _ in }
    events.entityDecl = { data, name, type, publicID, systemID, content in
      guard let parser = XMLPushParser.parser(data), let name else { return }
      let entity = String(cString: name)
      guard type == CInt(XML_INTERNAL_GENERAL_ENTITY.rawValue) else {
        parser.entities.declareOther(entity)
        return
      }
      let bytes = content.map { Array(UnsafeBufferPointer(start: $0, count: Int(xmlStrlen($0)))) }
      parser.entities.declare(entity, bytes ?? [])
      xmlSAX2EntityDecl(data, name, type, publicID, systemID, content)
    }
    events.attributeDecl = { data, element, name, type, mode, value, tree in
      guard let parser = XMLPushParser.parser(data) else { return xmlFreeEnumeration(tree) }
      parser.declaredAttributeCount += 1
      guard parser.declaredAttributeCount <= parser.tags.limit else {
        xmlFreeEnumeration(tree)
        return parser.fail(
          parser.error(
            "limit", "the document declares more attributes than the limit of \(parser.tags.limit)")
        )
      }
      xmlSAX2AttributeDecl(data, element, name, type, mode, value, tree)
    }
    events.getEntity = { data, name in
      guard let parser = XMLPushParser.parser(data), let name else { return nil }
      if let reason = parser.entities.use(String(cString: name)) {
        parser.fail(parser.error("entity", reason))
        return nil
      }
      return xmlSAX2GetEntity(data, name)
    }
    events.getParameterEntity = { data, name in
      guard let parser = XMLPushParser.parser(data), let name else { return nil }
      parser.fail(
        parser.error("entity", "the parameter entity '%\(String(cString: name));' is not read"))
      return nil
    }
  }
}

extension String {
  /// The text without white space at its end, on one line.
  fileprivate func trimmingSuffixWhitespace() -> String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
