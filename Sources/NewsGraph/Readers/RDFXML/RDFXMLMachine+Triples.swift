extension RDFXMLMachine {
  /// Says that a node reifies a triple, as RDF 1.2 does.
  mutating func emitReifier(
    _ reifier: EncodedTerm, of triple: (EncodedTerm, EncodedTerm, EncodedTerm)
  ) throws {
    let mark = quad.bytes.count
    defer { quad.bytes.truncate(to: mark) }
    let predicate = append(RDF.reifies)
    try emit(reifier, predicate, quad.appendTripleTerm(triple.0, triple.1, triple.2))
  }

  /// The one node of a property with `rdf:parseType="Triple"`.
  mutating func startTripleSubject(
    _ name: NameRecord, _ frame: inout RDFXMLFrame, _ parser: XMLPushParser
  ) throws {
    let index = frames.count - 1
    guard !frames[index].hasNode else {
      throw parser.error("parseTypeTriplePropertyElt", "a triple has one subject, not several")
    }
    frames[index].hasNode = true
    try startNode(name, &frame, parser)
  }

  /// A property with `rdf:parseType="Triple"` ends: what was found in it is one triple.
  mutating func endTriple(_ frame: RDFXMLFrame, _ parser: XMLPushParser) throws {
    guard let capture = captures.popLast() else { return }
    guard capture.count == 1 else {
      throw parser.error(
        "parseTypeTriplePropertyElt", "expected one triple, found \(capture.count)")
    }
    try emit(frame.subject, frame.predicate, quad.append(.triple, capture.text), frame.marks)
  }
}

/// The triples inside an `rdf:parseType="Triple"`, which nobody asserts.
struct RDFXMLCapture {
  var count = 0
  /// The first of them as a triple term.
  var text: [UInt8] = []
}

extension EncodedQuad {
  /// Adds a triple term of three terms of this quad.
  mutating func appendTripleTerm(
    _ subject: EncodedTerm, _ predicate: EncodedTerm, _ object: EncodedTerm
  ) -> EncodedTerm {
    var places = EncodedQuad.none
    places.subject = subject
    places.predicate = predicate
    places.object = object
    return tripleTerm(places, from: bytes.count)
  }
}
