@testable import NewsGraph

/// Random datasets with all that is awkward in some format.
struct RandomQuads {
  private var random: SeededGenerator
  private let hasGraphs: Bool

  init(seed: UInt64, hasGraphs: Bool) {
    random = SeededGenerator(seed: seed)
    self.hasGraphs = hasGraphs
  }

  /// Up to two dozen quads.
  mutating func dataset() -> [Quad] {
    let subjects = (0..<(1 + random.below(5))).map { _ in resource() }
    return (0..<(1 + random.below(24))).map { _ in
      let graph: Resource? = hasGraphs && random.chance(50) ? resource() : nil
      return Quad(Triple(random.pick(subjects), predicate(), object()), graph: graph)
    }
  }

  private mutating func resource() -> Resource {
    random.chance(30)
      ? .blank(random.pick(["a", "b1", "x.y", "1", "anon0", "anon_1", "_x31", "Z-9", "é·"]))
      : .iri(IRI(checked: random.pick(Self.nodes) + String(random.below(4))))
  }

  private mutating func predicate() -> IRI {
    if random.chance(20) { return RDF.type }
    if random.chance(4) { return IRI(checked: random.pick(Self.unsplittable)) }
    return IRI(checked: random.pick(Self.namespaces) + random.pick(Self.names))
  }

  private mutating func object() -> Term {
    switch random.below(6) {
    case 0, 1: Term(resource())
    case 2:
      .iri(IRI(checked: random.pick(Self.namespaces) + random.pick(Self.names + ["9", "a/"])))
    case 3: .literal(Literal(text(), language: random.pick(["en", "de-at", "zh-hant"])))
    case 4:
      .literal(
        Literal(text(), datatype: XSD.datatype(random.pick(["string", "integer", "anyURI"]))))
    default: .literal(Literal(text()))
    }
  }

  private mutating func text() -> String {
    if random.chance(40) { return random.pick(HostileText.allowed.filter { $0.utf8.count < 200 }) }
    var text = String.UnicodeScalarView()
    while random.chance(85) {
      let value = UInt32(random.below(random.pick([0x80, 0x80, 0x800, 0x1_0000, 0x11_0000])))
      guard let scalar = Unicode.Scalar(value),
        !HostileText.forbidden.contains(scalar) || random.chance(2)
      else { continue }
      text.append(scalar)
    }
    return String(text)
  }

  private static let nodes = [
    "http://e/s", "http://e/?a=1&b=2;c#", "urn:x:", "https://例え.jp/道#", "mailto:a'b@e/",
    "http://e/a/../b/./c", "http://e/-", "http://e/.", "http://e/%20",
  ]
  private static let namespaces = [
    "http://e/", "http://e/a#", "urn:p:", "http://e/q?x=1&y=", "http://e/1", "http://é/ö-",
    NG.namespace, SKOS.namespace,
  ]
  private static let names = ["p", "knows", "_", "a.b-c", "é", "x1", "P31", "漢字", "Type", "a-"]
  private static let unsplittable = [
    "http://e/123", "http://e/a/", RDF.namespace + "li", RDF.namespace + "Description", "urn:1",
  ]
}
