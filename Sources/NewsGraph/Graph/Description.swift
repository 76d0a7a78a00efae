/// A named node with all that is said of it: one element in RDF/XML, one block in Turtle.
public struct Description: Sendable, Hashable {
  /// A property and its value.
  public struct Property: Sendable, Hashable {
    /// The property.
    public var predicate: IRI
    /// The value.
    public var object: Term

    /// Makes a property.
    public init(_ predicate: IRI, _ object: Term) {
      self.predicate = predicate
      self.object = object
    }
  }

  /// The node.
  public var subject: IRI
  /// Its properties in the order in which they are written; `rdf:type` comes first.
  public var properties: [Property]

  /// Makes a description of a node of a class.
  public init(_ subject: IRI, type: IRI) {
    self.subject = subject
    properties = [Property(RDF.type, .iri(type))]
  }

  /// Adds a property.
  public mutating func add(_ predicate: IRI, _ object: Term) {
    properties.append(Property(predicate, object))
  }

  /// Adds a property with a node as its value.
  public mutating func add(_ predicate: IRI, _ object: IRI) {
    add(predicate, .iri(object))
  }

  /// Adds a property with a value, where there is one.
  public mutating func add(_ predicate: IRI, _ value: String?, datatype: IRI = XSD.string) {
    guard let value else { return }
    add(predicate, .literal(Literal(value, datatype: datatype)))
  }

  /// The properties as triples.
  public var triples: [Triple] {
    properties.map { Triple(.iri(subject), $0.predicate, $0.object) }
  }
}
