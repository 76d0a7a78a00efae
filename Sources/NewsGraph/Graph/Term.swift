/// A node of an RDF graph that can be a subject.
public enum Resource: Hashable, Sendable {
  /// A named node.
  case iri(IRI)
  /// A node without a name, told apart by a label inside one document.
  case blank(String)
}

extension Resource: Comparable {
  /// Orders named nodes before blank ones, each by its text.
  public static func < (left: Resource, right: Resource) -> Bool {
    switch (left, right) {
    case (.iri(let a), .iri(let b)): a < b
    case (.blank(let a), .blank(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
    case (.iri, .blank): true
    case (.blank, .iri): false
    }
  }
}

/// An RDF term: what can be the object of a triple.
///
/// https://www.w3.org/TR/rdf11-concepts/#section-triples
public enum Term: Hashable, Sendable {
  /// A named node.
  case iri(IRI)
  /// A node without a name.
  case blank(String)
  /// A value.
  case literal(Literal)

  /// The term of a resource.
  public init(_ resource: Resource) {
    switch resource {
    case .iri(let iri): self = .iri(iri)
    case .blank(let label): self = .blank(label)
    }
  }
}

extension Term: Comparable {
  /// Orders IRIs before blank nodes before literals, each by its text.
  public static func < (left: Term, right: Term) -> Bool {
    switch (left, right) {
    case (.iri(let a), .iri(let b)): a < b
    case (.blank(let a), .blank(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
    case (.literal(let a), .literal(let b)): a < b
    case (.iri, _), (.blank, .literal): true
    default: false
    }
  }
}
