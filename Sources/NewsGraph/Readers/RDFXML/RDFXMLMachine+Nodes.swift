extension RDFXMLMachine {
  /// Takes `xml:base`, `xml:lang` and `its:dir` over into a frame.
  mutating func takeXMLAttributes(_ frame: inout RDFXMLFrame, _ parser: XMLPushParser) throws {
    for attribute in parser.attributes {
      let kind = kind(attribute.name, parser)
      guard kind == .xmlLang || kind == .xmlBase || kind == .direction || kind == .version else {
        continue
      }
      let value = parser.values[attribute.value]
      let outer = frame.scope
      frame.scope = RDFXMLScope(
        base: kind == .xmlBase ? try base(value, frame, parser) : outer.base,
        language: kind == .xmlLang ? Array(value) : outer.language,
        direction: kind == .direction ? try direction(value, parser) : outer.direction,
        isVersion12: kind == .version ? value.elementsEqual("1.2".utf8) : outer.isVersion12)
    }
  }

  private mutating func base(
    _ value: ArraySlice<UInt8>, _ frame: RDFXMLFrame, _ parser: XMLPushParser
  )
    throws -> IRIResolver
  {
    let mark = quad.bytes.count
    defer { quad.bytes.truncate(to: mark) }
    let base = try appendIRI(value, frame, parser)
    return IRIResolver(base: Array(quad.bytes[base.text]))
  }

  private func direction(_ value: ArraySlice<UInt8>, _ parser: XMLPushParser) throws -> [UInt8] {
    let direction = String(decoding: value, as: UTF8.self)
    guard direction == "ltr" || direction == "rtl" || direction.isEmpty else {
      throw parser.error("its:dir", "its:dir is 'ltr' or 'rtl', not '\(direction)'")
    }
    return direction.isEmpty ? [] : Array("--\(direction)".utf8)
  }

  /// `rdf:RDF`: the prefixes are worth keeping, attributes are not allowed.
  mutating func startRoot(_ frame: inout RDFXMLFrame, _ parser: XMLPushParser) throws {
    frame.kind = .root
    for namespace in parser.namespaces {
      try handler.handlePrefix(namespace.prefix, namespace.namespace)
    }
    for attribute in parser.attributes {
      switch kind(attribute.name, parser) {
      case .xmlLang, .xmlBase, .otherXML, .direction, .otherITS, .version: break
      default:
        throw parser.error(
          "RDF", "rdf:RDF takes no attribute '\(parser.names[attribute.name].qualified)'")
      }
    }
  }

  /// A node element.
  mutating func startNode(_ name: NameRecord, _ frame: inout RDFXMLFrame, _ parser: XMLPushParser)
    throws
  {
    frame.kind = .node
    guard name.kind.canBeNode else {
      throw parser.error(
        "nodeElementURIs",
        "<\(String(decoding: name.iri, as: UTF8.self))> cannot be the name of a node")
    }
    for attribute in parser.attributes {
      let value = parser.values[attribute.value]
      let subject: EncodedTerm
      switch kind(attribute.name, parser) {
      case .id: subject = try appendID(value, frame, parser)
      case .about: subject = try appendIRI(value, frame, parser)
      case .nodeID: subject = try appendNodeID(value, parser)
      default: continue
      }
      guard frame.subject.kind == .none else {
        throw parser.error(
          "nodeElement", "a node has one of rdf:ID, rdf:about and rdf:nodeID, not several")
      }
      frame.subject = subject
    }
    if frame.subject.kind == .none { frame.subject = appendBlank() }
    let mark = quad.bytes.count
    if name.kind != .description {
      let predicate = append(RDF.type)
      try emit(frame.subject, predicate, quad.append(.iri, name.iri))
      quad.bytes.truncate(to: mark)
    }
    for attribute in parser.attributes {
      switch kind(attribute.name, parser) {
      case .id, .about, .nodeID: break
      default: try emitPropertyAttribute(attribute, of: frame.subject, frame, parser)
      }
    }
  }

  /// A property written as an attribute.
  mutating func emitPropertyAttribute(
    _ attribute: XMLEventAttribute, of subject: EncodedTerm, _ frame: RDFXMLFrame,
    _ parser: XMLPushParser
  ) throws {
    let record = record(attribute.name, parser)
    let mark = quad.bytes.count
    defer { quad.bytes.truncate(to: mark) }
    switch record.kind {
    case .xmlLang, .xmlBase, .otherXML, .direction, .otherITS, .version: return
    case .type:
      let predicate = append(RDF.type)
      try emit(
        subject, predicate, try appendIRI(parser.values[attribute.value], frame, parser))
    case .other:
      let predicate = quad.append(.iri, record.iri)
      try emit(subject, predicate, appendString(parser.values[attribute.value], frame))
    case .bare:
      throw parser.error(
        "propertyAttributeURIs",
        "the attribute '\(parser.names[attribute.name].qualified)' has no namespace, and is no"
          + " property for that")
    default:
      throw parser.error(
        "propertyAttributeURIs",
        "the attribute '\(parser.names[attribute.name].qualified)' cannot stand here")
    }
  }

  /// A node element inside a property.
  mutating func startObject(_ name: NameRecord, _ frame: inout RDFXMLFrame, _ parser: XMLPushParser)
    throws
  {
    let index = frames.count - 1
    guard !frames[index].hasNode else {
      throw parser.error("resourcePropertyElt", "a property holds one node, not several")
    }
    guard Self.isBlank(text.span) else {
      throw parser.error("resourcePropertyElt", "a property holds text or a node, not both")
    }
    guard frames[index].datatype.kind == .none else {
      throw parser.error("literalPropertyElt", "a property with rdf:datatype holds no node")
    }
    frames[index].hasNode = true
    try startNode(name, &frame, parser)
    try emit(
      frames[index].subject, frames[index].predicate, frame.subject, frames[index].marks)
    text.removeAll(keepingCapacity: true)
  }

  /// A node element inside a collection, which becomes a cell of an RDF list.
  mutating func startItem(_ name: NameRecord, _ frame: inout RDFXMLFrame, _ parser: XMLPushParser)
    throws
  {
    let index = frames.count - 1
    let outer = frames[index]
    // The cell is needed as long as the collection is open, so it lies below the node's terms.
    let cell: EncodedTerm
    if outer.hasNode {
      cell = appendBlank()
      let mark = quad.bytes.count
      try emit(outer.cell, append(RDF.rest), cell)
      quad.bytes.truncate(to: mark)
      cellReplaced(at: index, by: cell)
    } else {
      cell = appendBlank()
      frames[index].cell = cell
      frames[index].hasNode = true
      try emit(outer.subject, outer.predicate, cell, outer.marks)
    }
    let kept = frames[index].cell
    frame.arenaStart = quad.bytes.count
    try startNode(name, &frame, parser)
    let mark = quad.bytes.count
    try emit(kept, append(RDF.first), frame.subject)
    quad.bytes.truncate(to: mark)
  }

  /// Puts a new cell in the place of the last one, so that long collections take no memory.
  private mutating func cellReplaced(at index: Int, by cell: EncodedTerm) {
    let bytes = Array(quad.bytes[cell.text])
    quad.bytes.truncate(to: frames[index].cell.begin)
    frames[index].cell = quad.append(.blank, bytes)
  }

  mutating func endCollection(_ frame: RDFXMLFrame) throws {
    if frame.hasNode {
      try emit(frame.cell, append(RDF.rest), append(RDF.nil))
    } else {
      try emit(frame.subject, frame.predicate, append(RDF.nil), frame.marks)
    }
  }
}
