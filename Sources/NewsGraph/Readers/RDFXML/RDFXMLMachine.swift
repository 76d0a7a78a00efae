/// What a reader of RDF/XML makes of the elements of a document.
///
/// A value, which only `RDFXMLReader` holds: as long as one method of it runs the compiler knows
/// that nobody else is at its parts, while each use of a part of an object is checked anew. These
/// checks took a sixth of the time of a conversion.
struct RDFXMLMachine {
  let options: GraphReadingOptions
  let handler: any QuadHandler
  let fileName: String
  var report = GraphReadingReport()
  /// The quad that is handed on; its bytes are those of the terms of all open elements.
  var quad = EncodedQuad()
  var frames: [RDFXMLFrame] = []
  /// The text of the innermost property so far.
  var text: [UInt8] = []
  var literal = XMLLiteralText()
  /// The triple terms that are open.
  var captures: [RDFXMLCapture] = []
  private var names: [NameRecord] = []
  private var kinds: [RDFXMLNameKind] = []
  var identifiers = ByteTable()
  var blankCount = 0
  /// The parser while it reads.
  ///
  /// Not weak: that would make each use of it several times slower.
  var parser: XMLPushParser?

  /// What is known of a name of the document.
  struct NameRecord {
    var kind: RDFXMLNameKind
    /// The IRI that the name stands for.
    var iri: [UInt8]
  }

  init(options: GraphReadingOptions, fileName: String, handler: any QuadHandler) {
    self.options = options
    self.handler = handler
    self.fileName = fileName
    let scope = RDFXMLScope(
      base: options.base.map { IRIResolver(base: Array($0.string.utf8)) }, language: [],
      direction: [], isVersion12: false)
    frames = [RDFXMLFrame(kind: .root, arenaStart: 0, scope: scope)]
  }

  /// What is known of a name.
  mutating func record(_ number: Int, _ parser: XMLPushParser) -> NameRecord {
    while names.count < parser.names.count {
      let name = parser.names[names.count]
      names.append(
        NameRecord(
          kind: RDFXMLNameKind(name, readsRDF12: options.readsRDF12),
          iri: Array((name.namespace + name.local).utf8)))
      kinds.append(names[names.count - 1].kind)
    }
    return names[number]
  }

  /// What a name means.
  @inline(__always)
  mutating func kind(_ number: Int, _ parser: XMLPushParser) -> RDFXMLNameKind {
    number < kinds.count ? kinds[number] : record(number, parser).kind
  }
}

// MARK: - Events

extension RDFXMLMachine {
  mutating func startElement(_ name: Int, _ parser: XMLPushParser) throws {
    // Frames are large: only what is needed of the one outside is copied.
    let outer = frames[frames.count - 1].kind
    switch outer {
    case .literal:
      frames.append(innerFrame(.literal))
      literal.startElement(name, parser)
      return
    case .skipped:
      frames.append(frames[frames.count - 1])
      return
    default: break
    }
    do {
      try startElement(name, in: outer, parser)
    } catch let error as GraphReadingError where options.isLenient {
      report.rejectedCount += 1
      quad.bytes.truncate(to: frames[frames.count - 1].arenaStart(of: quad))
      try handler.handleRejected(
        RejectedStatement(error: error, text: "<\(parser.names[name].qualified)>"))
      frames.append(innerFrame(.skipped))
    }
  }

  /// A frame for an element inside the innermost one.
  private func innerFrame(_ kind: RDFXMLFrame.Kind) -> RDFXMLFrame {
    RDFXMLFrame(kind: kind, arenaStart: quad.bytes.count, scope: frames[frames.count - 1].scope)
  }

  private mutating func startElement(
    _ name: Int, in outer: RDFXMLFrame.Kind, _ parser: XMLPushParser
  ) throws {
    var frame = innerFrame(.node)
    if !parser.attributes.isEmpty { try takeXMLAttributes(&frame, parser) }
    let record = record(name, parser)
    switch outer {
    case .root:
      if record.kind == .rdf, frames.count == 1 {
        try startRoot(&frame, parser)
      } else {
        try startNode(record, &frame, parser)
      }
    case .node:
      frame.subject = frames[frames.count - 1].subject
      try startProperty(record, &frame, parser)
    case .property: try startObject(record, &frame, parser)
    case .collection: try startItem(record, &frame, parser)
    case .triple: try startTripleSubject(record, &frame, parser)
    case .emptyProperty:
      throw parser.error(
        "emptyPropertyElt", "a property whose value is an attribute holds no element")
    case .literal, .skipped: break
    }
    frames.append(consume frame)
  }

  mutating func endElement(_ parser: XMLPushParser) throws {
    guard let frame = frames.popLast() else { return }
    switch frame.kind {
    case .property: try lenient(parser) { try $0.endProperty(frame, parser) }
    case .collection: try endCollection(frame)
    case .literal: try endLiteral(frame, parser)
    case .triple: try lenient(parser) { try $0.endTriple(frame, parser) }
    case .root, .node, .emptyProperty, .skipped: break
    }
    quad.bytes.truncate(to: frame.arenaStart)
  }

  mutating func characters(_ bytes: Span<UInt8>, _ parser: XMLPushParser) throws {
    switch frames[frames.count - 1].kind {
    case .property:
      text.append(bytes, 0..<bytes.count)
      guard text.count <= options.limits.termLength else {
        throw parser.error(
          "limit", "a literal is longer than the limit of \(options.limits.termLength) bytes")
      }
    case .literal:
      literal.characters(bytes)
      guard literal.text.count <= options.limits.termLength else {
        throw parser.error(
          "limit", "a literal is longer than the limit of \(options.limits.termLength) bytes")
      }
    case .skipped: break
    case .root, .node, .emptyProperty, .collection, .triple:
      guard !Self.isBlank(bytes) else { break }
      try lenient(parser) { _ in
        throw parser.error("ws", "text stands where an element is expected")
      }
    }
  }

  mutating func comment(_ text: [UInt8]) {
    if frames[frames.count - 1].kind == .literal { literal.comment(text) }
  }

  mutating func processingInstruction(_ target: String, _ data: String?) {
    if frames[frames.count - 1].kind == .literal { literal.processingInstruction(target, data) }
  }

  /// Does something of which a lenient reader forgives the errors.
  private mutating func lenient(_ parser: XMLPushParser, _ body: (inout Self) throws -> Void)
    throws
  {
    do {
      try body(&self)
    } catch let error as GraphReadingError where options.isLenient {
      report.rejectedCount += 1
      try handler.handleRejected(RejectedStatement(error: error, text: ""))
    }
  }

  static func isBlank(_ bytes: Span<UInt8>) -> Bool {
    for index in 0..<bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: continue
      default: return false
      }
    }
    return true
  }
}

extension RDFXMLFrame {
  /// Where the terms of elements inside this one begin; terms of a broken element are dropped.
  fileprivate func arenaStart(of quad: EncodedQuad) -> Int {
    [subject, predicate, reification, annotation, datatype, cell].map(\.end)
      .reduce(arenaStart, max)
  }
}

extension XMLEventName {
  /// The name as it stands in the document.
  var qualified: String { prefix.isEmpty ? local : "\(prefix):\(local)" }
}
