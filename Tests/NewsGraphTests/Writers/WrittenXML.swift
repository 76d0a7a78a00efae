import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a test reads of an XML document, as a parser hands it on.
protocol WrittenXML: NSObject, XMLParserDelegate {
  init()
}

extension WrittenXML {
  /// Reads a document.
  static func read(_ document: String) throws -> Self {
    let reader = Self()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = reader
    guard parser.parse() else { throw WrittenRDFXML.Unreadable(reason: "not well-formed") }
    return reader
  }
}
