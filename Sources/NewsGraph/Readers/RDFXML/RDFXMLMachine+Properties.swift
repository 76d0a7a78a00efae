extension RDFXMLMachine {
  /// A property element, of the node that is the frame's subject.
  mutating func startProperty(
    _ name: NameRecord, _ frame: inout RDFXMLFrame, _ parser: XMLPushParser
  ) throws {
    guard name.kind.canBeProperty else {
      throw parser.error(
        "propertyElementURIs",
        "<\(String(decoding: name.iri, as: UTF8.self))> cannot be the name of a property")
    }
    frame.predicate = appendPredicate(name)
    var attributes = PropertyAttributes()
    if !parser.attributes.isEmpty { try take(&attributes, &frame, parser) }
    text.removeAll(keepingCapacity: true)
    if let parseType = attributes.parseType {
      guard attributes.properties.isEmpty, attributes.object.kind == .none,
        frame.datatype.kind == .none
      else {
        throw parser.error(
          "parseType", "rdf:parseType stands with no attributes but rdf:ID")
      }
      try startParseType(parseType, &frame, parser)
    } else if attributes.object.kind != .none || !attributes.properties.isEmpty {
      guard frame.datatype.kind == .none else {
        throw parser.error(
          "emptyPropertyElt", "rdf:datatype stands with no attributes that give a node")
      }
      try startEmptyProperty(attributes, &frame, parser)
    } else {
      frame.kind = .property
    }
  }

  /// The attributes of a property element.
  struct PropertyAttributes {
    /// The value of `rdf:parseType`.
    var parseType: String?
    /// The node that `rdf:resource` or `rdf:nodeID` gives.
    var object = EncodedTerm.none
    /// The places of the attributes that are properties of the object.
    var properties: [Int] = []
  }

  private mutating func take(
    _ attributes: inout PropertyAttributes, _ frame: inout RDFXMLFrame, _ parser: XMLPushParser
  ) throws {
    for (index, attribute) in parser.attributes.enumerated() {
      let value = parser.values[attribute.value]
      switch kind(attribute.name, parser) {
      case .id: frame.reification = try appendID(value, frame, parser)
      case .annotation: frame.annotation = try appendIRI(value, frame, parser)
      case .annotationNodeID: frame.annotation = try appendNodeID(value, parser)
      case .datatype: frame.datatype = try appendIRI(value, frame, parser)
      case .parseType: attributes.parseType = String(decoding: value, as: UTF8.self)
      case .resource:
        try checkSingle(attributes, parser)
        attributes.object = try appendIRI(value, frame, parser)
      case .nodeID:
        try checkSingle(attributes, parser)
        attributes.object = try appendNodeID(value, parser)
      case .type, .other: attributes.properties.append(index)
      case .xmlLang, .xmlBase, .otherXML, .direction, .otherITS, .version: break
      case .bare, .about, .rdf, .description, .li, .withdrawn:
        throw parser.error(
          "propertyElt",
          "the attribute '\(parser.names[attribute.name].qualified)' cannot stand on a property")
      }
    }
  }

  private func checkSingle(_ attributes: PropertyAttributes, _ parser: XMLPushParser) throws {
    guard attributes.object.kind == .none else {
      throw parser.error(
        "emptyPropertyElt", "a property has rdf:resource or rdf:nodeID, not both")
    }
  }

  /// The predicate; `rdf:li` counts.
  private mutating func appendPredicate(_ name: NameRecord) -> EncodedTerm {
    guard name.kind == .li else { return quad.append(.iri, name.iri) }
    let index = frames.count - 1
    frames[index].memberCount += 1
    return quad.append(.iri, RDF.namespace + "_\(frames[index].memberCount)")
  }

  private mutating func startEmptyProperty(
    _ attributes: PropertyAttributes, _ frame: inout RDFXMLFrame, _ parser: XMLPushParser
  ) throws {
    frame.kind = .emptyProperty
    let object = attributes.object.kind == .none ? appendBlank() : attributes.object
    try emit(frame.subject, frame.predicate, object, frame.marks)
    for index in attributes.properties {
      try emitPropertyAttribute(parser.attributes[index], of: object, frame, parser)
    }
  }

  private mutating func startParseType(
    _ parseType: String, _ frame: inout RDFXMLFrame, _ parser: XMLPushParser
  ) throws {
    switch parseType {
    case "Resource":
      frame.kind = .node
      let node = appendBlank()
      try emit(frame.subject, frame.predicate, node, frame.marks)
      frame.subject = node
    case "Collection": frame.kind = .collection
    case "Triple" where options.readsRDF12:
      // A document that does not say that it is RDF 1.2 says nothing with this.
      frame.kind = frame.scope.isVersion12 ? .triple : .skipped
      if frame.scope.isVersion12 { captures.append(RDFXMLCapture()) }
    default:
      frame.kind = .literal
      literal.start()
    }
  }

  /// A property element that held text, nothing or a node ends.
  mutating func endProperty(_ frame: RDFXMLFrame, _ parser: XMLPushParser) throws {
    defer { text.removeAll(keepingCapacity: true) }
    if frame.hasNode {
      guard Self.isBlank(text.span) else {
        throw parser.error("resourcePropertyElt", "a property holds text or a node, not both")
      }
      return
    }
    if frame.datatype.kind != .none {
      let begin = quad.bytes.count
      quad.bytes += text
      let middle = quad.bytes.count
      quad.bytes.append(contentsOf: Array(quad.bytes[frame.datatype.text]))
      try emit(
        frame.subject, frame.predicate, quad.typed(begin: begin, middle: middle), frame.marks)
      return
    }
    try emit(frame.subject, frame.predicate, appendString(text[...], frame), frame.marks)
  }

  /// A property element with `rdf:parseType="Literal"`, or an element in it, ends.
  mutating func endLiteral(_ frame: RDFXMLFrame, _ parser: XMLPushParser) throws {
    guard frames[frames.count - 1].kind != .literal else {
      literal.endElement()
      return
    }
    let object = quad.append(.typedLiteral, literal.text, Array(RDF.xmlLiteral.string.utf8))
    try emit(frame.subject, frame.predicate, object, frame.marks)
  }
}
