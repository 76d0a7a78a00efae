/// A streaming writer of RDF/XML.
///
///     let writer = try RDFXMLWriter(to: sink)
///     try graph.forEachDescription { try writer.write($0) }
///     try writer.finish()
///
/// Triples with one subject that follow each other become one element, named by the class where the
/// first of them is a `rdf:type`. Nothing is kept but the open element, so that memory does not
/// grow with the graph. https://www.w3.org/TR/rdf-syntax-grammar/
public final class RDFXMLWriter {
  private let xml: XMLTextWriter
  private var names: RDFXMLNames
  private var subject: Resource?

  /// Opens a document on a sink.
  ///
  /// - Parameters:
  ///   - namespaces: The prefixes to declare; other namespaces are declared where they are used.
  ///   - characters: What becomes of characters that XML 1.0 cannot hold.
  public init(
    to sink: OutputSink, namespaces: XMLNamespaces = .wellKnown,
    forbiddenCharacters characters: ForbiddenCharacters = .refuse
  ) throws {
    names = RDFXMLNames(namespaces)
    do throws(XMLWritingError) {
      xml = try XMLTextWriter(to: sink, replacingForbidden: characters == .replace)
    } catch {
      throw WritingError.translating(error, place: "the document")
    }
    try writing { () throws(XMLWritingError) in
      try xml.startElement(.rdfRDF)
    }
    for (prefix, namespace) in namespaces.declarations {
      guard let name = XMLName(prefix: "xmlns", local: prefix) else { continue }
      try writing { () throws(XMLWritingError) in
        try xml.writeAttribute(name, namespace, exact: true)
      }
    }
  }

  /// The number of characters that were replaced by U+FFFD.
  public var replacedCharacterCount: Int { xml.replacedCount }

  /// Writes a description as one element.
  public func write(_ description: Description) throws {
    try closeNode()
    for property in description.properties {
      try write(Triple(.iri(description.subject), property.predicate, property.object))
    }
  }

  /// Writes a triple.
  ///
  /// - Throws: `WritingError` where RDF/XML cannot hold it, `OutputError` where the sink fails.
  public func write(_ triple: Triple) throws {
    if triple.subject != subject {
      try closeNode()
      if try openNode(triple) { return }
    }
    try writeProperty(triple)
  }

  /// Closes the document and hands all to the sink, which stays open.
  public func finish() throws {
    try closeNode()
    try writing { () throws(XMLWritingError) in
      try xml.writeLineBreak("")
      try xml.endElement()
      try xml.finish()
    }
  }
}

extension RDFXMLWriter {
  /// Opens the element of a triple's subject; whether that has written the triple too.
  private func openNode(_ triple: Triple) throws -> Bool {
    var type: RDFXMLNames.Name?
    if triple.predicate == RDF.type, case .iri(let iri) = triple.object {
      type = names.name(ofClass: iri)
    }
    try writing { () throws(XMLWritingError) in
      try xml.writeLineBreak("  ")
      try xml.startElement(type?.name ?? .rdfDescription)
      for (name, value) in type?.attributes ?? [] {
        try xml.writeAttribute(name, value, exact: true)
      }
      switch triple.subject {
      case .iri(let iri): try xml.writeAttribute(.rdfAbout, iri.string, exact: true)
      case .blank(let label):
        try xml.writeAttribute(.rdfNodeID, BlankNodeName.name(for: label), exact: true)
      }
    }
    subject = triple.subject
    return type != nil
  }

  private func closeNode() throws {
    guard subject != nil else { return }
    try writing { () throws(XMLWritingError) in
      try xml.writeLineBreak("  ")
      try xml.endElement()
    }
    subject = nil
  }

  private func writeProperty(_ triple: Triple) throws {
    let tag = try names.tag(ofProperty: triple.predicate, subject: { placeOfSubject })
    do throws(XMLWritingError) {
      try xml.writeLineBreak("    ")
      switch triple.object {
      case .iri(let iri):
        try xml.writeEmptyElement(tag, attribute: (.rdfResource, iri.string))
      case .blank(let label):
        try xml.writeEmptyElement(tag, attribute: (.rdfNodeID, BlankNodeName.name(for: label)))
      case .literal(let literal):
        try xml.writeElement(tag, attribute: attribute(of: literal), text: literal.lexicalForm)
      }
    } catch {
      throw WritingError.translating(error, place: "\(placeOfSubject), <\(triple.predicate)>")
    }
  }

  private func attribute(of literal: Literal) -> (name: XMLName, value: String)? {
    if let language = literal.language { return (.xmlLang, language) }
    return literal.datatype == XSD.string ? nil : (.rdfDatatype, literal.datatype.string)
  }

  private var placeOfSubject: String {
    switch subject {
    case .iri(let iri): "<\(iri)>"
    case .blank(let label): "_:\(label)"
    case nil: "the document"
    }
  }

  private func writing(_ body: () throws(XMLWritingError) -> Void) throws {
    do throws(XMLWritingError) {
      try body()
    } catch {
      throw WritingError.translating(error, place: placeOfSubject)
    }
  }
}

/// The names of blank nodes in XML.
enum BlankNodeName {
  /// The label itself where it is an XML name; otherwise its bytes in hexadecimal after `_x`, so
  /// that two labels never become one.
  static func name(for label: String) -> String {
    if XMLCharacters.isNCName(label), !label.hasPrefix("_x") { return label }
    return "_x" + label.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension XMLName {
  fileprivate static let rdfRDF = XMLName(constant: "rdf:RDF")
  fileprivate static let rdfDescription = XMLName(constant: "rdf:Description")
  fileprivate static let rdfAbout = XMLName(constant: "rdf:about")
  fileprivate static let rdfResource = XMLName(constant: "rdf:resource")
  fileprivate static let rdfNodeID = XMLName(constant: "rdf:nodeID")
  fileprivate static let rdfDatatype = XMLName(constant: "rdf:datatype")
  fileprivate static let xmlLang = XMLName(constant: "xml:lang")
}
