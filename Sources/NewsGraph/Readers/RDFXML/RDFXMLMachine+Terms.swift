extension RDFXMLMachine {
  /// Hands on a triple.
  mutating func emit(_ subject: EncodedTerm, _ predicate: EncodedTerm, _ object: EncodedTerm) throws
  {
    if !captures.isEmpty {
      let mark = quad.bytes.count
      let term = quad.appendTripleTerm(subject, predicate, object)
      let text = Array(quad.bytes[term.text])
      quad.bytes.truncate(to: mark)
      captures[captures.count - 1].count += 1
      captures[captures.count - 1].text = text
      return
    }
    quad.subject = subject
    quad.predicate = predicate
    quad.object = object
    try handler.handle(quad, of: fileName, at: parser?.place ?? (1, 1))
    report.quadCount += 1
  }

  /// Hands on a triple, and what is said of it where it is reified.
  mutating func emit(
    _ subject: EncodedTerm, _ predicate: EncodedTerm, _ object: EncodedTerm,
    _ marks: RDFXMLFrame.Marks
  ) throws {
    try emit(subject, predicate, object)
    if marks.annotation.kind != .none {
      try emitReifier(marks.annotation, of: (subject, predicate, object))
    }
    guard marks.reification.kind != .none else { return }
    let mark = quad.bytes.count
    defer { quad.bytes.truncate(to: mark) }
    try emit(marks.reification, append(RDF.type), append(RDF.statement))
    try emit(marks.reification, append(RDF.subject), subject)
    try emit(marks.reification, append(RDF.predicate), predicate)
    try emit(marks.reification, append(RDF.object), object)
  }

  /// Adds an IRI of the RDF vocabulary.
  mutating func append(_ iri: IRI) -> EncodedTerm { quad.append(.iri, iri.string) }

  /// Adds an IRI reference, which is resolved.
  mutating func appendIRI(
    _ reference: ArraySlice<UInt8>, _ frame: RDFXMLFrame, _ parser: XMLPushParser
  )
    throws -> EncodedTerm
  {
    let begin = quad.bytes.count
    quad.bytes += reference
    if !LineStatementParser.hasScheme(quad.bytes.span, from: begin) {
      guard let base = frame.scope.base else {
        throw parser.error(
          "URI-reference",
          "the IRI <\(String(decoding: reference, as: UTF8.self))> is relative, and no base is"
            + " known; give one")
      }
      base.resolve(&quad.bytes, from: begin)
    }
    if let bad = Self.firstBad(quad.bytes, from: begin) {
      throw parser.error(
        "URI-reference",
        "\(CharacterName.name(UInt32(bad))) cannot stand in the IRI"
          + " <\(String(decoding: reference, as: UTF8.self))>")
    }
    return EncodedTerm(.iri, begin, quad.bytes.count)
  }

  private static func firstBad(_ bytes: [UInt8], from begin: Int) -> UInt8? {
    let span = bytes.span
    for index in begin..<span.count where TermScanner.isSpecialInIRI(span[index]) {
      return span[index]
    }
    return nil
  }

  /// Adds the IRI that `rdf:ID` gives, which no other element may give.
  mutating func appendID(_ value: ArraySlice<UInt8>, _ frame: RDFXMLFrame, _ parser: XMLPushParser)
    throws
    -> EncodedTerm
  {
    try checkName(value, "rdf-id", parser)
    let term = try appendIRI([UInt8(ascii: "#")] + value, frame, parser)
    let count = identifiers.count
    let bytes = quad.bytes
    let number = identifiers.intern(bytes.span, term.text)
    guard number == count else {
      throw parser.error(
        "rdf-id", "rdf:ID gives the name <\(quad.text(of: term))> for the second time")
    }
    return term
  }

  /// Adds the blank node of a label.
  mutating func appendNodeID(_ value: ArraySlice<UInt8>, _ parser: XMLPushParser) throws
    -> EncodedTerm
  {
    try checkName(value, "rdf-nodeID", parser)
    let begin = quad.bytes.count
    quad.bytes += Array(options.blankNodePrefix.utf8)
    BlankLabels.append(explicit: value, to: &quad.bytes)
    return EncodedTerm(.blank, begin, quad.bytes.count)
  }

  /// Adds a blank node of its own.
  mutating func appendBlank() -> EncodedTerm {
    defer { blankCount += 1 }
    return quad.appendBlank(number: blankCount, prefix: options.blankNodePrefix)
  }

  /// Adds a string in the language of an element.
  mutating func appendString(_ value: ArraySlice<UInt8>, _ frame: RDFXMLFrame) -> EncodedTerm {
    let begin = quad.bytes.count
    quad.bytes += value
    let middle = quad.bytes.count
    let scope = frame.scope
    guard !scope.language.isEmpty else { return EncodedTerm(.string, begin, middle) }
    quad.bytes += scope.language
    if scope.isVersion12 { quad.bytes += scope.direction }
    return EncodedTerm(
      kind: .languageString, begin: begin, middle: middle, end: quad.bytes.count)
  }

  private func checkName(_ value: ArraySlice<UInt8>, _ rule: String, _ parser: XMLPushParser)
    throws
  {
    let name = String(decoding: value, as: UTF8.self)
    guard XMLCharacters.isNCName(name) else {
      throw parser.error(rule, "'\(name)' is not an XML name without a colon")
    }
  }
}
