public import Extraction

/// The vocabulary of `Ontology/newsgraph.ttl`.
///
/// Only the terms that give a claim its shape stand here as constants; the properties that articles
/// are read for are data, and `Ontology` reads them.
public enum NG {
  /// The namespace of the ontology.
  public static let namespace = "https://w3id.org/newsgraph/ontology#"
  /// The class of propositions: a `rdf:Statement` that is not asserted by being written.
  public static let statement = term("Statement")
  /// The class of pieces of evidence.
  public static let claim = term("Claim")
  /// The class of articles.
  public static let article = term("Article")
  /// From a claim to its proposition.
  public static let proposition = term("proposition")
  /// From a claim to the standing that its source gives it.
  public static let modality = term("modality")
  /// When what is claimed happened.
  public static let eventDate = term("eventDate")
  /// Where what is claimed happened.
  public static let eventPlace = term("eventPlace")
  /// How often such readings were right, 0 to 1.
  public static let confidence = term("confidence")
  /// The construction that a claim was read from.
  public static let rule = term("rule")
  /// From a claim to where it comes from: the words of an article or background.
  public static let basis = term("basis")
  /// What the gazetteer or the ontology knows and the article does not say.
  public static let background = term("background")
  /// From a claim to its article.
  public static let inArticle = term("inArticle")
  /// From a claim to those to whom it was said.
  public static let addressee = term("addressee")
  /// The words that complete a claim.
  public static let content = term("content")
  /// What the number of a claim counts.
  public static let unit = term("unit")
  /// The number of claims for a statement.
  public static let evidenceCount = term("evidenceCount")
  /// The number of articles with a claim for a statement.
  public static let sourceCount = term("sourceCount")
  /// The same, with articles that print one text counted once.
  public static let independentSourceCount = term("independentSourceCount")
  /// From a claim to the first article that prints the same passage, where that is another one.
  public static let firstPrintedIn = term("firstPrintedIn")
  /// How exact the number of a claim is: at least, at most, about.
  public static let bound = term("bound")
  /// Between two claims that cannot both be true; inferred.
  public static let conflictsWith = term("conflictsWith")
  /// Between two claims that do not agree, for which there may be a reason; inferred.
  public static let differsFrom = term("differsFrom")
  /// From an article to an entity that it names.
  public static let mentions = term("mentions")

  /// The term with a local name.
  public static func term(_ localName: String) -> IRI {
    IRI(checked: namespace + localName)
  }

  /// The namespace of predicates that no ontology defines.
  public static let openNamespace = "https://w3id.org/newsgraph/open#"

  /// The IRI of a predicate as claims have it: a property's local name or an open predicate.
  public static func predicate(_ name: String) -> IRI {
    OpenPredicate.isOpen(name)
      ? IRI(checked: openNamespace + name.dropFirst(OpenPredicate.prefix.count)) : term(name)
  }

  /// The individual of a modality.
  public static func modality(_ modality: Modality) -> IRI { term(modality.rawValue) }

  /// The class of a type of entities.
  public static func entityClass(_ type: EntityType) -> IRI { term(type.rawValue) }
}
