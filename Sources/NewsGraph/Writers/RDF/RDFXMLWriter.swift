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
  /// The subject of the open element; empty where none is open.
  private var subject: [UInt8] = []
  private var subjectIsBlank = false
  private var node: XMLTag
  private let description: XMLTag
  private var scratch = EncodedQuad()
  /// The number of triples with triple terms, which RDF/XML 1.1 cannot hold.
  private(set) var tripleTermCount = 0
  /// The number of strings whose direction was left out.
  private(set) var directionCount = 0

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
    description = XMLTag(plain: XMLName(constant: "rdf:Description"))
    node = description
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
    try writing { () throws(XMLWritingError) in
      // The start tag stays open until something follows it.
      try xml.closeStartTag()
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
    scratch.replace(by: triple)
    try write(scratch)
  }

  /// Writes the triple of a quad that a reader found.
  ///
  /// - Throws: `WritingError` where RDF/XML cannot hold it, `OutputError` where the sink fails.
  public func write(_ quad: borrowing EncodedQuad) throws {
    guard quad.object.kind != .triple, quad.subject.kind != .triple else {
      tripleTermCount += 1
      return
    }
    if !isOpen(for: quad) {
      try closeNode()
      if try openNode(quad) { return }
    }
    try writeProperty(quad)
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
  private func isOpen(for quad: borrowing EncodedQuad) -> Bool {
    let subject = subject
    return !subject.isEmpty && subjectIsBlank == (quad.subject.kind == .blank)
      && areSame(subject.span, 0..<subject.count, quad.bytes.span, quad.subject.text)
  }

  /// Opens the element of a quad's subject; whether that has written the quad too.
  private func openNode(_ quad: borrowing EncodedQuad) throws -> Bool {
    var tag: XMLTag?
    if quad.object.kind == .iri,
      areSame(quad.bytes.span, quad.predicate.text, Self.type.span, 0..<Self.type.count)
    {
      tag = names.tag(ofClass: quad)
    }
    node = tag ?? description
    do throws(XMLWritingError) {
      if quad.subject.kind == .blank {
        let name = Array(BlankNodeName.name(for: quad.text(of: quad.subject)).utf8)
        try xml.writeBytes(
          "\n  ", node, attribute: (" rdf:nodeID=\"", 0..<name.count), .open, of: name.span)
      } else {
        try xml.writeBytes(
          "\n  ", node, attribute: (" rdf:about=\"", quad.subject.text), .open,
          of: quad.bytes.span)
      }
    } catch {
      throw WritingError.translating(error, place: quad.place)
    }
    subject.removeAll(keepingCapacity: true)
    subject.append(quad.bytes.span, quad.subject.text)
    subjectIsBlank = quad.subject.kind == .blank
    return tag != nil
  }

  private static let type = Array(RDF.type.string.utf8)

  private func closeNode() throws {
    guard !subject.isEmpty else { return }
    try writing { () throws(XMLWritingError) in try xml.closeBytes("\n  ", node) }
    subject.removeAll(keepingCapacity: true)
  }

  private func writeProperty(_ quad: borrowing EncodedQuad) throws {
    let tag = try names.tag(ofPredicate: quad)
    let object = quad.object
    do throws(XMLWritingError) {
      switch object.kind {
      case .iri:
        try xml.writeBytes(
          Self.indent, tag, attribute: (" rdf:resource=\"", object.text), .none,
          of: quad.bytes.span)
      case .blank:
        let name = Array(BlankNodeName.name(for: quad.text(of: object)).utf8)
        try xml.writeBytes(
          Self.indent, tag, attribute: (" rdf:nodeID=\"", 0..<name.count), .none, of: name.span)
      case .languageString:
        try xml.writeBytes(
          Self.indent, tag, attribute: (" xml:lang=\"", language(quad)), .text(object.text),
          of: quad.bytes.span)
      case .typedLiteral:
        try xml.writeBytes(
          Self.indent, tag, attribute: (" rdf:datatype=\"", object.suffix), .text(object.text),
          of: quad.bytes.span)
      case .string, .triple, .none:
        try xml.writeBytes(
          Self.indent, tag, attribute: nil, .text(object.text), of: quad.bytes.span)
      }
    } catch {
      throw WritingError.translating(
        error, place: "\(quad.place), <\(quad.text(of: quad.predicate))>")
    }
  }

  private static let indent: StaticString = "\n    "

  /// The language tag without a direction, which RDF 1.2 writes behind it.
  private func language(_ quad: borrowing EncodedQuad) -> Range<Int> {
    let range = quad.object.suffix
    guard range.count > 5, quad.bytes[range.upperBound - 5] == UInt8(ascii: "-"),
      quad.bytes[range.upperBound - 4] == UInt8(ascii: "-")
    else { return range }
    directionCount += 1
    return range.lowerBound..<(range.upperBound - 5)
  }

  private func writing(_ body: () throws(XMLWritingError) -> Void) throws {
    do throws(XMLWritingError) {
      try body()
    } catch {
      throw WritingError.translating(error, place: "the document")
    }
  }
}

extension EncodedQuad {
  /// The subject as errors name it.
  var place: String {
    subject.kind == .blank ? "_:\(text(of: subject))" : "<\(text(of: subject))>"
  }

  /// Takes the terms of a triple over, keeping the buffer.
  mutating func replace(by triple: Triple) {
    bytes.removeAll(keepingCapacity: true)
    subject = append(Term(triple.subject))
    predicate = append(.iri(triple.predicate))
    object = append(triple.object)
    graph = .none
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
}
