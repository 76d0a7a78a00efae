/// The prefixes of a Turtle document.
struct TurtlePrefixes {
  private var namespaces = ByteTable()
  /// The prefixes with their colons, by the numbers of their namespaces; nothing where the namespace
  /// is known and not declared yet.
  private var prefixes: [[UInt8]?] = []
  private var taken: Set<String> = []
  private var generatedCount = 0
  /// The properties, classes and datatypes that were looked at.
  private var seen = ByteTable()

  /// Takes a prefix over; false where it cannot be used, or says nothing new.
  mutating func declare(_ prefix: String, _ namespace: String) -> Bool {
    guard prefix.isEmpty || XMLCharacters.isNCName(prefix), !namespace.isEmpty,
      IRI.firstForbiddenOffset(in: namespace) == nil, taken.insert(prefix).inserted
    else { return false }
    let number = namespaces.intern(namespace)
    guard number == prefixes.count else {
      taken.remove(prefix)
      return false
    }
    prefixes.append(Array("\(prefix):".utf8))
    return true
  }

  /// The prefixes to declare before a quad is written: for its property, its class or its datatype.
  mutating func missing(for quad: borrowing EncodedQuad) -> [(prefix: String, namespace: String)] {
    var found: [(prefix: String, namespace: String)] = []
    find(quad.predicate.text, of: quad, &found)
    if quad.object.kind == .typedLiteral {
      if !TurtleNumbers.isShort(quad) { find(quad.object.suffix, of: quad, &found) }
    } else if quad.object.kind == .iri,
      areSame(quad.bytes.span, quad.predicate.text, Self.type.span, 0..<Self.type.count)
    {
      find(quad.object.text, of: quad, &found)
    }
    return found
  }

  private static let type = Array(RDF.type.string.utf8)

  @inline(__always)
  private mutating func find(
    _ range: Range<Int>, of quad: borrowing EncodedQuad,
    _ found: inout [(prefix: String, namespace: String)]
  ) {
    let bytes = quad.bytes.span
    if seen.find(bytes, range) == nil { declareNamespace(range, of: quad, &found) }
  }

  private mutating func declareNamespace(
    _ range: Range<Int>, of quad: borrowing EncodedQuad,
    _ found: inout [(prefix: String, namespace: String)]
  ) {
    let bytes = quad.bytes.span
    // A graph may have as many properties as triples; what is kept stays small.
    if seen.count >= 4096 { seen = ByteTable() }
    _ = seen.intern(bytes, range)
    let end = Self.localStart(bytes, range)
    guard end > range.lowerBound, end < range.upperBound, prefixes.count < 1000,
      namespaces.find(bytes, range.lowerBound..<end) == nil,
      !areSame(bytes, range, Self.type.span, 0..<Self.type.count)
    else { return }
    let namespace = String(decoding: quad.bytes[range.lowerBound..<end], as: UTF8.self)
    let prefix = freePrefix(for: namespace)
    if declare(prefix, namespace) { found.append((prefix, namespace)) }
  }

  private mutating func freePrefix(for namespace: String) -> String {
    if let known = Self.wellKnown[namespace], !taken.contains(known) { return known }
    repeat { generatedCount += 1 } while taken.contains("ns\(generatedCount)")
    return "ns\(generatedCount)"
  }

  /// The prefix with which an IRI can be written, and the local name behind it.
  func split(_ quad: borrowing EncodedQuad, _ range: Range<Int>) -> ([UInt8], Range<Int>)? {
    let bytes = quad.bytes.span
    let start = Self.localStart(bytes, range)
    guard let number = namespaces.find(bytes, range.lowerBound..<start),
      let prefix = prefixes[number]
    else { return nil }
    return (prefix, start..<range.upperBound)
  }

  /// Where the part begins that a prefixed name can hold without escapes: ASCII letters, digits,
  /// `_` and `-`, after the last of `/` and `#`.
  private static func localStart(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.upperBound
    while index > range.lowerBound {
      switch bytes[index - 1] {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"): index -= 1
      default:
        while index < range.upperBound, bytes[index] == UInt8(ascii: "-") { index += 1 }
        return index
      }
    }
    return index
  }

  private static let wellKnown: [String: String] = [
    RDF.namespace: "rdf", RDFS.namespace: "rdfs", OWL.namespace: "owl", XSD.namespace: "xsd",
    SKOS.namespace: "skos", DCTerms.namespace: "dcterms", PROV.namespace: "prov",
    NG.namespace: "ng", "http://xmlns.com/foaf/0.1/": "foaf", "https://schema.org/": "schema",
    "http://schema.org/": "schema", "http://purl.org/dc/elements/1.1/": "dc",
  ]
}
