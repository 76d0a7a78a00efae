public import Extraction

/// All that can be said of how an entity came about: its names, its mentions, what was joined in
/// it and why, and which entities with near names were not.
public struct EntityExplanation: Sendable {
  /// A name of the entity.
  public struct Alias: Sendable {
    /// The name.
    public let name: String
    /// How many mentions use it, by name or adjective.
    public let mentions: Int
    /// The number of articles that use it as the fullest name.
    public let articles: Int
  }

  /// A mention in an article.
  public struct Occurrence: Sendable {
    /// The place, the form and the reason.
    public let mention: Mention
    /// The words of the text.
    public let text: String
  }

  /// The mentions in one article.
  public struct Source: Sendable {
    /// The id of the article.
    public let article: String
    /// The headline.
    public let title: String?
    /// The mentions in text order.
    public let mentions: [Occurrence]
  }

  /// The entity.
  public let entity: ResolvedEntity
  /// The IRI of the Wikidata item.
  public let sameAs: IRI?
  /// Why the entity is linked to it; nothing without a link.
  public let linkReason: String?
  /// The names, the most used first.
  public let aliases: [Alias]
  /// The articles by id.
  public let sources: [Source]
  /// The entities with near names, sorted by IRI.
  public let neighbours: [CorpusResolution.Neighbour]

  /// Explains an entity of what a pipeline read.
  ///
  /// The words of the mentions are there where the pipeline's configuration has
  /// `keepsExplanations`.
  public init(_ entity: ResolvedEntity, in result: Pipeline.Result) {
    self.entity = entity
    let node = result.graph.entities[entity.iri]
    sameAs = entity.link.flatMap(Wikidata.entity)
    linkReason = entity.link.map { _ in
      entity.entryName.map { "the gazetteer's entry “\($0)”" }
        ?? "the full name of one statesman in the gazetteer"
    }
    var counts: [String: Int] = [:]
    var sources: [Source] = []
    let mentions = node?.mentions ?? [:]
    for id in mentions.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let found = (mentions[id] ?? []).map { mention in
        Occurrence(mention: mention, text: result.mentionTexts[id]?[mention.range] ?? "")
      }
      for occurrence in found
      where occurrence.mention.form == .name || occurrence.mention.form == .adjective {
        counts[occurrence.text, default: 0] += 1
      }
      sources.append(
        Source(article: id, title: result.graph.articles[id]?.title, mentions: found))
    }
    self.sources = sources
    let names = Set(counts.keys).union(node?.otherNames ?? []).union([entity.name])
      .filter { !$0.isEmpty }
    aliases = names.map { name in
      Alias(
        name: name, mentions: counts[name] ?? 0, articles: entity.names[name]?.articles ?? 0)
    }.sorted { left, right in
      left.mentions != right.mentions
        ? left.mentions > right.mentions
        : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
    neighbours = result.resolution?.neighbours(of: entity) ?? []
  }
}
