/// A person, place, organization or other thing that an article speaks of.
public struct Entity: Sendable, Hashable {
  /// The name to show: the fullest one that the article or the gazetteer gives.
  public var name: String
  /// The class.
  public var type: EntityType
  /// Other names for it in the article or the gazetteer, sorted, without `name`.
  public var aliases: [String]
  /// The Wikidata identifier, such as `Q58217`, where there is no doubt about it.
  public var link: String?
  /// The index of its entry in the gazetteer, where a name of the gazetteer named it.
  public var entry: Int?
  /// Whether a person is a woman or a man, where a name or a title says so.
  public var gender: Gender?
  /// The mentions in text order.
  public var mentions: [Mention]
  /// Whether the entity is known by a common noun of this article alone (`residents`), so that
  /// the same words in another article mean another one.
  public var isArticleSpecific: Bool

  /// Makes an entity.
  public init(
    name: String, type: EntityType, aliases: [String] = [], link: String? = nil,
    entry: Int? = nil, gender: Gender? = nil, mentions: [Mention] = [],
    isArticleSpecific: Bool = false
  ) {
    self.name = name
    self.type = type
    self.aliases = aliases
    self.link = link
    self.entry = entry
    self.gender = gender
    self.mentions = mentions
    self.isArticleSpecific = isArticleSpecific
  }
}
