@testable import NewsGraph

/// Random RDF graphs with all that is awkward in RDF/XML.
struct RandomTriples {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Up to a few dozen triples, sorted, each once.
  mutating func graph() -> [Triple] {
    let subjects = (0..<(1 + random.below(6))).map { _ in resource() }
    let triples = (0..<(1 + random.below(30))).map { _ in
      Triple(random.pick(subjects), predicate(), object())
    }
    return Set(triples).sorted()
  }

  private mutating func resource() -> Resource {
    random.chance(25)
      ? .blank(random.pick(["a", "b1", "x.y", "1", "_x31", "Z-9"]))
      : .iri(IRI(checked: random.pick(Self.nodes) + String(random.below(5))))
  }

  private mutating func predicate() -> IRI {
    if random.chance(20) { return RDF.type }
    return IRI(checked: random.pick(Self.namespaces) + random.pick(Self.names))
  }

  private mutating func object() -> Term {
    switch random.below(5) {
    case 0: return Term(resource())
    case 1:
      return .iri(
        IRI(checked: random.pick(Self.namespaces) + random.pick(Self.names + ["9", "a/"])))
    case 2: return .literal(Literal(text(), language: random.pick(["en", "de-at", "zh-hant"])))
    case 3:
      let datatype = random.pick(["string", "integer", "dateTime", "anyURI"])
      return .literal(Literal(text(), datatype: XSD.datatype(datatype)))
    default: return .literal(Literal(text()))
    }
  }

  private mutating func text() -> String {
    if random.chance(40) {
      return random.pick(HostileText.allowed.filter { $0.utf8.count < 200 })
    }
    var text = String.UnicodeScalarView()
    while random.chance(90) {
      let value = UInt32(random.below(random.pick([0x80, 0x800, 0x1_0000, 0x11_0000])))
      guard let scalar = Unicode.Scalar(value), !HostileText.forbidden.contains(scalar) else {
        continue
      }
      text.append(scalar)
    }
    return String(text)
  }

  private static let nodes = [
    "http://e/s", "http://e/?a=1&b=2;c#", "urn:x:", "https://例え.jp/道#", "mailto:a'b@e/",
  ]
  private static let namespaces = [
    "http://e/", "http://e/a#", "urn:p:", "http://e/q?x=1&y=", "http://e/1", "http://é/ö-",
    NG.namespace, SKOS.namespace,
  ]
  private static let names = ["p", "knows", "_", "a.b-c", "é", "x1", "P31", "漢字", "Type"]
}
