/// A column of data in a GraphML document, and what it means in RDF.
struct GraphMLColumn {
  /// What the values of a column say.
  enum Meaning {
    /// The IRI of the node or edge.
    case iri
    /// The label of a blank node.
    case blank
    /// The IRI of the property that an edge stands for.
    case predicate
    /// A name for people; on an edge also the property, where no better is known.
    case label
    /// What our own files repeat from other columns.
    case derived
    /// Values of a property, as `RDFGraphMLWriter` describes them.
    case property(String, kind: String)
    /// A column of our files of knowledge graphs.
    case knowledge(String)
    /// Values of a property that only has a name.
    case named(String, datatype: IRI)
    /// What yEd draws; the text of its labels is a name.
    case graphics
  }

  let meaning: Meaning
  /// Whether the values are JSON arrays, as in what Neo4j's procedures read and write.
  var isList = false
  /// What nodes or edges without a value have.
  var fallback: [UInt8]?

  /// Makes a column of a `<key>` and the text of its `<desc>`.
  init(
    id: String, domain: String, name: String, type: String, isGraphics: Bool, description: String,
    fallback: [UInt8]?
  ) {
    self.fallback = fallback
    if isGraphics {
      // What our own files draw is told by their columns.
      meaning = ["node.graphics", "edge.graphics"].contains(id) ? .derived : .graphics
    } else if let (property, kind) = Self.property(description) {
      meaning = .property(property, kind: kind)
    } else if Self.isOurs(id, name) {
      meaning = Self.ours(id)
    } else {
      meaning = Self.foreign(name.isEmpty ? id : name, domain, type)
    }
  }

  /// `rdf: <IRI> KIND`.
  private static func property(_ description: String) -> (String, String)? {
    guard description.hasPrefix("rdf: <"), let end = description.firstIndex(of: ">") else {
      return nil
    }
    let iri = String(description[description.index(description.startIndex, offsetBy: 6)..<end])
    let rest = description[description.index(after: end)...].drop { $0 == " " }
    return (try? IRI(iri)) == nil ? nil : (iri, String(rest))
  }

  private static func isOurs(_ id: String, _ name: String) -> Bool {
    id == "node.\(name)" || id == "edge.\(name)"
  }

  private static func ours(_ id: String) -> Meaning {
    switch id {
    case "node.iri": .iri
    case "node.blank": .blank
    case "node.label": .label
    case "edge.predicate": .predicate
    case "edge.label", "edge.interaction", "node.name", "node.classes": .derived
    default: .knowledge(id)
    }
  }

  /// The columns of networkx, igraph, Gephi, Cytoscape and rdflib have no more than names.
  private static func foreign(_ name: String, _ domain: String, _ type: String) -> Meaning {
    switch (name.lowercased(), domain) {
    case ("iri", _), ("uri", _), ("url", "node"): return .iri
    case ("predicate", "edge"), ("relation", "edge"), ("relationship", "edge"): return .predicate
    case ("label", _), ("edge label", "edge"), ("interaction", "edge"): return .label
    default:
      let datatype =
        switch type.lowercased() {
        case "int", "long", "integer": "integer"
        case "float", "double": "double"
        case "boolean": "boolean"
        default: "string"
        }
      return .named(name, datatype: XSD.datatype(datatype))
    }
  }
}

/// The way from names that are no IRIs to IRIs.
enum GraphMLNames {
  /// The namespace of properties that only have a name.
  static let namespace = "https://w3id.org/newsgraph/graphml#"

  /// The property of a name.
  static func property(_ name: String) -> String { namespace + percentEncoded(name) }

  /// A text in which all but letters, digits, `-`, `_` and `.` is escaped.
  static func percentEncoded(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        result.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += Array("%\(digits.count < 2 ? "0" : "")\(digits)".utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
