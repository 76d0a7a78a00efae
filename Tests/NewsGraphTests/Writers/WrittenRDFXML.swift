import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import NewsGraph

/// RDF/XML as a test reads it: node elements with property elements, which is what the writer gives.
final class WrittenRDFXML: NSObject, XMLParserDelegate {
  private(set) var triples: [Triple] = []
  private(set) var problem: String?
  private var depth = 0
  private var subject: Resource?
  private var predicate: IRI?
  private var attributes: [String: String] = [:]
  private var text = ""
  private var prefixes: [String: [String]] = [:]

  static func triples(in document: String) throws -> [Triple] {
    let reader = WrittenRDFXML()
    let parser = XMLParser(data: Data(document.utf8))
    parser.shouldProcessNamespaces = true
    parser.shouldReportNamespacePrefixes = true
    parser.delegate = reader
    guard parser.parse(), reader.problem == nil else {
      throw Unreadable(reason: reader.problem ?? String(describing: parser.parserError))
    }
    return reader.triples
  }

  struct Unreadable: Error {
    var reason: String
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    self.attributes = attributes
    let iri = IRI(checked: (namespaceURI ?? "") + name)
    switch depth {
    case 1: if iri.string != RDF.namespace + "RDF" { problem = "root is \(iri)" }
    case 2: startNode(iri)
    case 3:
      predicate = iri
      text = ""
    default: problem = "an element inside a property"
    }
  }

  private func startNode(_ type: IRI) {
    if let about = attributes["rdf:about"] {
      subject = .iri(IRI(checked: about))
    } else if let label = attributes["rdf:nodeID"] {
      subject = .blank(label)
    } else {
      problem = "a node without a name"
    }
    if type.string != RDF.namespace + "Description", let subject {
      triples.append(Triple(subject, RDF.type, .iri(type)))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if depth == 3 {
      text += string
    } else if !string.allSatisfy(\.isWhitespace) {
      problem = "text between elements"
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if depth == 3, let subject, let predicate {
      triples.append(Triple(subject, predicate, object))
    }
    depth -= 1
  }

  private var object: Term {
    if let resource = attributes["rdf:resource"] { return .iri(IRI(checked: resource)) }
    if let label = attributes["rdf:nodeID"] { return .blank(label) }
    if let language = attributes["xml:lang"] { return .literal(Literal(text, language: language)) }
    let datatype = attributes["rdf:datatype"].map { IRI(checked: $0) } ?? XSD.string
    return .literal(Literal(text, datatype: datatype))
  }
}
