extension RDFXMLReader {
  /// Says that a node reifies a triple, as RDF 1.2 does.
  func emitReifier(
    _ reifier: EncodedTerm, of triple: (EncodedTerm, EncodedTerm, EncodedTerm)
  ) throws {
    let mark = quad.bytes.count
    defer { quad.bytes.truncate(to: mark) }
    let predicate = append(RDF.reifies)
    try emit(reifier, predicate, quad.appendTripleTerm(triple.0, triple.1, triple.2))
  }

  /// The one node of a property with `rdf:parseType="Triple"`.
  func startTripleSubject(
    _ name: NameRecord, _ frame: inout RDFXMLFrame, _ parser: XMLPushParser
  ) throws {
    throw parser.error("parseTypeTriplePropertyElt", "triple terms are not read")
  }

  /// A property with `rdf:parseType="Triple"` ends.
  func endTriple(_ frame: RDFXMLFrame, _ parser: XMLPushParser) throws {}
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
