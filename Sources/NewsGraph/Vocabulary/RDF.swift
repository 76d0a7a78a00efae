/// The RDF vocabulary. https://www.w3.org/TR/rdf11-schema/
public enum RDF {
  /// The namespace.
  public static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  /// The class of a node.
  public static let type = IRI(checked: namespace + "type")
  /// A reified triple.
  public static let statement = IRI(checked: namespace + "Statement")
  /// The subject of a reified triple.
  public static let subject = IRI(checked: namespace + "subject")
  /// The predicate of a reified triple.
  public static let predicate = IRI(checked: namespace + "predicate")
  /// The object of a reified triple.
  public static let object = IRI(checked: namespace + "object")
  /// The first element of a list.
  public static let first = IRI(checked: namespace + "first")
  /// The list behind the first element.
  public static let rest = IRI(checked: namespace + "rest")
  /// The empty list.
  public static let `nil` = IRI(checked: namespace + "nil")
  /// From a node to the triple term that it stands for; RDF 1.2.
  public static let reifies = IRI(checked: namespace + "reifies")
  /// The datatype of XML.
  public static let xmlLiteral = IRI(checked: namespace + "XMLLiteral")
  /// The datatype of strings in a language.
  public static let langString = IRI(checked: namespace + "langString")
}

/// The RDF Schema vocabulary. https://www.w3.org/TR/rdf11-schema/
public enum RDFS {
  /// The namespace.
  public static let namespace = "http://www.w3.org/2000/01/rdf-schema#"
  /// A name for people.
  public static let label = IRI(checked: namespace + "label")
}

/// The OWL vocabulary. https://www.w3.org/TR/owl2-syntax/
public enum OWL {
  /// The namespace.
  public static let namespace = "http://www.w3.org/2002/07/owl#"
  /// Says that two names stand for one thing.
  public static let sameAs = IRI(checked: namespace + "sameAs")
}
