public import Extraction

/// An entity of a corpus: which entities of the articles it joins, under which name, and why.
public struct ResolvedEntity: Sendable {
  /// A name and the articles that use it as the entity's fullest.
  public struct NameUse: Sendable {
    /// The number of articles.
    public var articles: Int
    /// The id of the first of them in the order of ids.
    public var firstArticle: String
  }

  /// The joining of two names.
  public struct Join: Sendable, Hashable {
    /// Why.
    public var reason: MergeReason
    /// A name that the entity had.
    public var name: String
    /// An article with that name.
    public var article: String
    /// The name that joined it.
    public var otherName: String
    /// An article with the other name.
    public var otherArticle: String
    /// The number of articles with the other name.
    public var articleCount: Int
  }

  /// The name of the node.
  public internal(set) var iri: IRI
  /// The name to show.
  public internal(set) var name: String
  /// The class that most articles give it.
  public internal(set) var type: EntityType
  /// The Wikidata identifier.
  public internal(set) var link: String?
  /// The name of its entry in the gazetteer.
  public internal(set) var entryName: String?
  /// The names that articles use, with their numbers.
  public internal(set) var names: [String: NameUse]
  /// What joined them, the surest first.
  public internal(set) var joins: [Join]
  /// The names of the countries that it belongs to, sorted.
  public internal(set) var countries: [String]
  /// The offices and organizations that articles give it, sorted.
  public internal(set) var affiliations: [String]
}

/// What the graph needs to know of an entity of a corpus.
struct ResolvedName: Sendable, Hashable {
  /// The name of the node.
  var iri: IRI
  /// The name to show.
  var name: String
  /// The class that most articles give it.
  var type: EntityType
  /// The Wikidata identifier.
  var link: String?

  init(iri: IRI, name: String, type: EntityType, link: String?) {
    self.iri = iri
    self.name = name
    self.type = type
    self.link = link
  }

  init(_ entity: ResolvedEntity) {
    self.init(iri: entity.iri, name: entity.name, type: entity.type, link: entity.link)
  }

  init(_ named: EntityNaming.Named) {
    self.init(
      iri: named.iri, name: named.name, type: named.cluster.type, link: named.cluster.link)
  }
}
