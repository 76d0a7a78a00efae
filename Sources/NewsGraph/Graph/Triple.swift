/// An RDF triple: subject, predicate, object.
///
/// https://www.w3.org/TR/rdf11-concepts/#section-triples
public struct Triple: Hashable, Sendable {
  /// The node that is spoken of.
  public var subject: Resource
  /// The property.
  public var predicate: IRI
  /// The value of the property.
  public var object: Term

  /// Makes a triple.
  public init(_ subject: Resource, _ predicate: IRI, _ object: Term) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

extension Triple: Comparable {
  /// Orders by subject, then predicate, then object.
  public static func < (left: Triple, right: Triple) -> Bool {
    if left.subject != right.subject { return left.subject < right.subject }
    if left.predicate != right.predicate { return left.predicate < right.predicate }
    return left.object < right.object
  }
}

/// An RDF triple in a named graph, or in the default graph.
///
/// https://www.w3.org/TR/rdf11-concepts/#section-dataset
public struct Quad: Hashable, Sendable {
  /// The triple.
  public var triple: Triple
  /// The name of the graph; nothing for the default graph.
  public var graph: Resource?

  /// Makes a quad.
  public init(_ triple: Triple, graph: Resource?) {
    self.triple = triple
    self.graph = graph
  }

  /// Makes a quad of a graph with an IRI.
  public init(_ triple: Triple, graph: IRI) {
    self.init(triple, graph: .iri(graph))
  }
}

extension Quad: Comparable {
  /// Orders by triple, then graph, the default graph first.
  public static func < (left: Quad, right: Quad) -> Bool {
    if left.triple != right.triple { return left.triple < right.triple }
    guard let rightGraph = right.graph else { return false }
    return left.graph.map { $0 < rightGraph } ?? true
  }
}
