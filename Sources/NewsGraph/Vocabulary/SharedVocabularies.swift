/// The PROV ontology. https://www.w3.org/TR/prov-o/
public enum PROV {
  /// The namespace.
  public static let namespace = "http://www.w3.org/ns/prov#"
  /// The agent who says so.
  public static let wasAttributedTo = IRI(checked: namespace + "wasAttributedTo")
  /// The source that it was read from.
  public static let wasDerivedFrom = IRI(checked: namespace + "wasDerivedFrom")
}

/// SKOS. https://www.w3.org/TR/skos-reference/
public enum SKOS {
  /// The namespace.
  public static let namespace = "http://www.w3.org/2004/02/skos/core#"
  /// Another name.
  public static let altLabel = IRI(checked: namespace + "altLabel")
}

/// The DCMI metadata terms. https://www.dublincore.org/specifications/dublin-core/dcmi-terms/
public enum DCTerms {
  /// The namespace.
  public static let namespace = "http://purl.org/dc/terms/"
  /// The title.
  public static let title = IRI(checked: namespace + "title")
  /// The date of publication.
  public static let date = IRI(checked: namespace + "date")
  /// The name of the publisher.
  public static let publisher = IRI(checked: namespace + "publisher")
  /// The name of an author.
  public static let creator = IRI(checked: namespace + "creator")
  /// The language tag.
  public static let language = IRI(checked: namespace + "language")
  /// The identifier of the article in the input.
  public static let identifier = IRI(checked: namespace + "identifier")
  /// What something was made from.
  static let source = IRI(checked: namespace + "source")
  /// The number of a version.
  static let hasVersion = IRI(checked: namespace + "hasVersion")
}

/// Wikidata. https://www.wikidata.org/wiki/Wikidata:Data_access
public enum Wikidata {
  /// The namespace of entities.
  public static let namespace = "http://www.wikidata.org/entity/"

  /// The entity with an identifier such as `Q399`, or nothing where it is none.
  public static func entity(_ identifier: String) -> IRI? {
    guard identifier.first == "Q", identifier.utf8.count > 1,
      identifier.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return IRI(checked: namespace + identifier)
  }
}
