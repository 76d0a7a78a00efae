/// What a name means in RDF/XML.
///
/// https://www.w3.org/TR/rdf-syntax-grammar/#section-Namespace
enum RDFXMLNameKind {
  case rdf, description, li, type
  case id, about, parseType, resource, nodeID, datatype
  /// `rdf:aboutEach`, `rdf:aboutEachPrefix` and `rdf:bagID`, which the recommendation took back.
  case withdrawn
  /// `rdf:annotation` and `rdf:annotationNodeID` of RDF 1.2.
  case annotation, annotationNodeID, version
  /// `xml:lang`, `xml:base`, and what else begins with `xml`, which is passed over.
  case xmlLang, xmlBase, otherXML
  /// `its:dir` and `its:version`.
  case direction, otherITS
  /// A name without a namespace.
  case bare
  /// A property or class.
  case other

  init(_ name: XMLEventName, readsRDF12: Bool) {
    switch name.namespace {
    case RDF.namespace: self = Self.syntax(name.local, readsRDF12) ?? .other
    case "http://www.w3.org/XML/1998/namespace":
      self = name.local == "lang" ? .xmlLang : name.local == "base" ? .xmlBase : .otherXML
    case "http://www.w3.org/2005/11/its" where readsRDF12:
      self = name.local == "dir" ? .direction : .otherITS
    case "": self = Self.bare(name.local)
    default: self = .other
    }
  }

  private static func syntax(_ local: String, _ readsRDF12: Bool) -> Self? {
    switch local {
    case "RDF": .rdf
    case "Description": .description
    case "li": .li
    case "type": .type
    case "ID": .id
    case "about": .about
    case "parseType": .parseType
    case "resource": .resource
    case "nodeID": .nodeID
    case "datatype": .datatype
    case "aboutEach", "aboutEachPrefix", "bagID": .withdrawn
    case "annotation": readsRDF12 ? .annotation : nil
    case "annotationNodeID": readsRDF12 ? .annotationNodeID : nil
    case "version": readsRDF12 ? .version : nil
    default: nil
    }
  }

  /// Old documents write these five without a prefix (section 6.1.4); `xml` is reserved.
  private static func bare(_ local: String) -> Self {
    switch local {
    case "ID": .id
    case "about": .about
    case "parseType": .parseType
    case "resource": .resource
    case "type": .type
    default: local.lowercased().hasPrefix("xml") ? .otherXML : .bare
    }
  }

  /// Whether the name can be that of a node element.
  var canBeNode: Bool {
    switch self {
    case .description, .type, .other: true
    default: false
    }
  }

  /// Whether the name can be that of a property element.
  var canBeProperty: Bool { self == .li || self == .type || self == .other }
}
