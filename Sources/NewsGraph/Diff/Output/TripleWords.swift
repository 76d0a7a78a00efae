/// Changed triples in words for people.
struct TripleWords {
  /// The removed quads.
  let removed: [Quad]
  /// The added quads.
  let added: [Quad]
  private let labels: [String: String]
  private let short = RDFLabels([])

  init(_ diff: GraphDiff) {
    removed = (try? ChangedQuad.parse(diff.triples.removed)) ?? []
    added = (try? ChangedQuad.parse(diff.triples.added)) ?? []
    labels = diff.labels
  }

  /// The name of a node, the text of a value.
  func name(_ term: Term) -> String {
    switch term {
    case .iri(let iri): labels[iri.string] ?? short.short(iri.string)
    case .blank(let label): "_:\(label)"
    case .literal(let literal):
      "“\(literal.lexicalForm)”" + (literal.language.map { " (\($0))" } ?? "")
    }
  }

  /// The property in words.
  func property(_ iri: IRI) -> String { short.short(iri.string) }

  /// Property and value of a quad.
  func line(_ quad: Quad) -> String {
    let graph = quad.graph.map { " (in \(name(Term($0))))" } ?? ""
    return "\(property(quad.triple.predicate)) \(name(quad.triple.object))\(graph)"
  }
}
