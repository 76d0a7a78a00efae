/// Names for people of the nodes and properties of any RDF graph.
struct RDFLabels {
  private let prefixes: [String: String]

  /// Makes names with the prefixes of a document; the well-known ones are always there.
  init(_ declared: [(prefix: String, namespace: String)]) {
    var prefixes: [String: String] = [:]
    for (prefix, namespace) in declared + XMLNamespaces.wellKnown.declarations
    where prefixes[namespace] == nil && !prefix.isEmpty {
      prefixes[namespace] = prefix
    }
    prefixes[RDF.namespace] = "rdf"
    self.prefixes = prefixes
  }

  /// An IRI with a prefix, `foaf:knows`, where there is one; else its last part.
  func short(_ iri: String) -> String {
    let (namespace, local) = Self.split(iri)
    guard !local.isEmpty else { return iri }
    return prefixes[namespace].map { "\($0):\(local)" } ?? local
  }

  /// The last part of an IRI, behind the last of `/`, `#` and `:`.
  static func local(_ iri: String) -> String {
    let local = split(iri).local
    return local.isEmpty ? iri : local.removingPercents
  }

  private static func split(_ iri: String) -> (namespace: String, local: String) {
    guard
      let end = iri.utf8.lastIndex(where: {
        $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ":")
      })
    else { return ("", iri) }
    let start = iri.utf8.index(after: end)
    return (String(iri[..<start]), String(iri[start...]))
  }

  /// The properties that name things, the best one first.
  private static let namingProperties = [
    RDFS.namespace + "label", SKOS.namespace + "prefLabel", "http://xmlns.com/foaf/0.1/name",
    "https://schema.org/name", "http://schema.org/name", DCTerms.namespace + "title",
    "http://purl.org/dc/elements/1.1/title",
  ]

  /// The columns that name things, the best one first: English or no language before others.
  static func namingColumns(_ columns: [RDFPropertyGraph.Column]) -> [Int] {
    func rank(_ column: RDFPropertyGraph.Column) -> Int? {
      guard let place = namingProperties.firstIndex(of: column.predicate), column.kind != "IRI"
      else { return nil }
      let language = column.kind.isEmpty || column.kind.lowercased().hasPrefix("@en") ? 0 : 1
      return language * namingProperties.count + place
    }
    return columns.indices.compactMap { index in rank(columns[index]).map { ($0, index) } }
      .sorted { $0 < $1 }.map(\.1)
  }
}

extension RDFPropertyGraph.Sorted {
  /// The name of a node for people, given the columns that name things.
  func label(ofNode index: Int, _ namingColumns: [Int]) -> String {
    for column in namingColumns {
      if let value = values[index].first(where: { $0.column == column && !$0.text.isEmpty }) {
        return value.text
      }
    }
    let name = nodes[index]
    return name.hasPrefix("_") ? "_:" + name.dropFirst() : RDFLabels.local(String(name.dropFirst()))
  }
}

extension String {
  /// The text with `%20` and the like as the characters they stand for, where that is UTF-8.
  fileprivate var removingPercents: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = TermScanner.hexadecimal(bytes[index + 1]),
        let low = TermScanner.hexadecimal(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    let text = String(decoding: result, as: UTF8.self)
    return text.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{FFFD}" } ? self : text
  }
}
