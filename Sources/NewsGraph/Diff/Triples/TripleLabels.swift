/// Names for people of the nodes in changed triples.
enum TripleLabels {
  /// The properties that name things, the best one first.
  private static let properties = [
    RDFS.label.string, SKOS.namespace + "prefLabel", "http://xmlns.com/foaf/0.1/name",
    "https://schema.org/name", "http://schema.org/name", DCTerms.title.string,
  ]

  /// The names by the IRIs of the nodes; of several, that of the best property, and the first in code
  /// point order.
  static func find(
    for changes: TripleChanges, in source: any QuadSource, _ options: GraphReadingOptions
  ) throws -> [String: String] {
    let lines = changes.removed + changes.added
    guard !lines.isEmpty else { return [:] }
    var wanted: Set<String> = []
    for quad in try ChangedQuad.parse(lines) {
      for case .iri(let iri) in [Term(quad.triple.subject), quad.triple.object] {
        wanted.insert(iri.string)
      }
    }
    let finder = LabelFinder(wanted: wanted, properties: properties)
    try source.read(options, into: finder)
    return finder.labels
  }
}

/// A handler that keeps the names of some nodes.
private final class LabelFinder: QuadHandler {
  private let wanted: Set<String>
  private let properties: [[UInt8]]
  private var found: [String: (rank: Int, text: String)] = [:]

  init(wanted: Set<String>, properties: [String]) {
    self.wanted = wanted
    self.properties = properties.map { Array($0.utf8) }
  }

  var labels: [String: String] { found.mapValues(\.text) }

  func handle(_ quad: borrowing EncodedQuad) {
    guard quad.object.kind == .string || quad.object.kind == .languageString,
      quad.subject.kind == .iri
    else { return }
    var rank: Int?
    for (index, property) in properties.enumerated()
    where areSame(quad.bytes.span, quad.predicate.text, property.span, 0..<property.count) {
      rank = index
    }
    guard var rank else { return }
    // English, or no language, before other languages.
    if quad.object.kind == .languageString, !quad.suffix(of: quad.object).hasPrefix("en") {
      rank += properties.count
    }
    let subject = quad.text(of: quad.subject)
    guard wanted.contains(subject) else { return }
    let text = quad.text(of: quad.object)
    if let known = found[subject], (known.rank, known.text) <= (rank, text) { return }
    found[subject] = (rank, text)
  }
}

/// The lines of changes as values.
enum ChangedQuad {
  /// The quads of lines of N-Quads.
  static func parse(_ lines: [String]) throws -> [Quad] {
    var options = GraphReadingOptions(readsRDF12: true)
    options.limits.termLength = .max >> 1
    let list = QuadList()
    var text: [UInt8] = []
    for line in lines {
      text += Array(line.utf8)
      text.append(0x0A)
    }
    try GraphReader(options: options).read(text, as: .nquads, into: list)
    return list.quads
  }
}
