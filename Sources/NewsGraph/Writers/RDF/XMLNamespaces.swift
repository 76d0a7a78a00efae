/// Prefixes for the namespaces of an XML document.
public struct XMLNamespaces: Sendable {
  /// The namespaces by prefix, in the order in which they are declared.
  public private(set) var declarations: [(prefix: String, namespace: String)] = []
  private var prefixes: [String: String] = [:]

  /// The namespaces that NewsGraph writes.
  public static let wellKnown = XMLNamespaces([
    ("rdfs", RDFS.namespace), ("owl", OWL.namespace), ("skos", SKOS.namespace),
    ("dcterms", DCTerms.namespace), ("prov", PROV.namespace), ("ng", NG.namespace),
  ])

  /// Makes a set of prefixes; `rdf` always stands for the RDF namespace.
  ///
  /// Pairs that XML does not allow are passed over, as a prefix is never more than a convenience:
  /// prefixes that are no names or begin with `xml`, and namespaces that are empty.
  public init(_ pairs: [(prefix: String, namespace: String)]) {
    add("rdf", RDF.namespace)
    for pair in pairs { add(pair.prefix, pair.namespace) }
  }

  private mutating func add(_ prefix: String, _ namespace: String) {
    guard XMLCharacters.isNCName(prefix), !prefix.lowercased().hasPrefix("xml"),
      !namespace.isEmpty, !namespace.hasPrefix("http://www.w3.org/XML/1998/namespace"),
      !namespace.hasPrefix("http://www.w3.org/2000/xmlns/"),
      prefixes[namespace] == nil, !declarations.contains(where: { $0.prefix == prefix })
    else { return }
    prefixes[namespace] = prefix
    declarations.append((prefix, namespace))
  }

  /// The prefix of a namespace, where it has one.
  func prefix(of namespace: String) -> String? { prefixes[namespace] }

  /// A prefix that none of the declared ones is: `ns1` where that is free.
  func freePrefix() -> String {
    let taken = Set(declarations.map(\.prefix))
    var number = 1
    while taken.contains("ns\(number)") { number += 1 }
    return "ns\(number)"
  }
}
