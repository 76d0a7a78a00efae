/// A streaming reader of RDF/XML.
///
/// It keeps the open elements, and the names that `rdf:ID` gives, which have to be unique.
/// https://www.w3.org/TR/rdf-syntax-grammar/#section-Infoset-Grammar
final class RDFXMLReader: XMLContentHandler {
  /// What is made of the events.
  ///
  /// Events come one after the other, and no handler leads back here: that nobody else is at it
  /// needs no check, of which there would be one for each event.
  @exclusivity(unchecked) private var machine: RDFXMLMachine

  init(options: GraphReadingOptions, fileName: String, handler: any QuadHandler) {
    machine = RDFXMLMachine(options: options, fileName: fileName, handler: handler)
  }

  /// Reads a whole document.
  func read(_ input: any ByteInput) throws -> GraphReadingReport {
    let parser = try XMLPushParser(
      fileName: machine.fileName, limits: machine.options.limits, handler: self)
    machine.parser = parser
    defer { machine.parser = nil }
    try parser.read(input)
    return machine.report
  }

  func startElement(_ name: Int, _ parser: XMLPushParser) throws {
    try machine.startElement(name, parser)
  }

  func endElement(_ parser: XMLPushParser) throws { try machine.endElement(parser) }

  func characters(_ bytes: Span<UInt8>, _ parser: XMLPushParser) throws {
    try machine.characters(bytes, parser)
  }

  func comment(_ text: [UInt8], _ parser: XMLPushParser) throws { machine.comment(text) }

  func processingInstruction(_ target: String, _ data: String?, _ parser: XMLPushParser) throws {
    machine.processingInstruction(target, data)
  }
}
