public import Extraction

/// An entity as one version has it.
public struct ComparedEntity: Sendable, Hashable {
  /// The name of the node.
  public var iri: IRI
  /// The name to show.
  public var name: String
  /// The class.
  public var type: EntityType
  /// The Wikidata identifier.
  public var link: String?

  init(_ entity: EntityNode) {
    (iri, name, type, link) = (entity.iri, entity.name, entity.type, entity.link)
  }
}

/// What became of an entity.
public struct EntityChange: Sendable, Hashable {
  /// A way in which an entity can change.
  public enum Kind: String, Sendable, CaseIterable {
    /// The old version does not know it.
    case appeared
    /// The new version does not know it.
    case gone
    /// It has another name.
    case renamed
    /// Several old ones are one.
    case merged
    /// One old one is several.
    case split
    /// It has another class.
    case retyped
    /// It is linked to something else in Wikidata, or no more, or for the first time.
    case relinked
    /// Its node has another IRI, and all else is as it was.
    case readdressed
    /// It got or lost names besides the one to show.
    case aliases
  }

  /// The ways in which it changed, in the order of `Kind`.
  public var kinds: [Kind]
  /// What it was; nothing where it appeared.
  public var old: [ComparedEntity]
  /// What it is; nothing where it is gone.
  public var new: [ComparedEntity]
  /// Other names that it got.
  public var gainedAliases: [String] = []
  /// Other names that it lost.
  public var lostAliases: [String] = []

  /// The name to show.
  public var name: String { new.first?.name ?? old.first?.name ?? "" }

  /// What it is called in the newer of the versions that know it.
  public var iri: IRI? { new.first?.iri ?? old.first?.iri }
}

extension EntityChange.Kind: Comparable {
  /// Orders as the cases stand.
  public static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// What became of an article.
public struct ArticleChange: Sendable, Hashable {
  /// What it was; nothing where it is new.
  public var old: ArticleNode?
  /// What it is; nothing where it is gone.
  public var new: ArticleNode?

  /// The article's id.
  public var id: String { new?.id ?? old?.id ?? "" }
  /// The headline, or the id where there is none.
  public var title: String { new?.title ?? old?.title ?? id }
}
