public import Extraction

/// An entity of the graph: one node for all mentions in all articles.
public struct EntityNode: Sendable, Hashable {
  /// The name of the node.
  public var iri: IRI
  /// The class.
  public var type: EntityType
  /// Every name seen, with the ids of the articles that give it as the entity's fullest name.
  public var nameVoters: [String: Set<String>]
  /// Other names, seen in articles or known from the gazetteer.
  public var aliases: Set<String>
  /// The Wikidata identifiers that articles were linked to; more than one is a contradiction.
  public var links: Set<String>
  /// The mentions by article id, in text order.
  public var mentions: [String: [Mention]]

  /// Makes an entity node.
  public init(
    iri: IRI, type: EntityType, nameVoters: [String: Set<String>], aliases: Set<String> = [],
    links: Set<String> = [], mentions: [String: [Mention]] = [:]
  ) {
    self.iri = iri
    self.type = type
    self.nameVoters = nameVoters
    self.aliases = aliases
    self.links = links
    self.mentions = mentions
  }

  /// The name to show: the one that most articles use; of two the shorter, then the first in code
  /// point order, so that the choice does not depend on the order of the articles.
  public var name: String {
    nameVoters.min { left, right in
      if left.value.count != right.value.count { return left.value.count > right.value.count }
      let lengths = (left.key.unicodeScalars.count, right.key.unicodeScalars.count)
      if lengths.0 != lengths.1 { return lengths.0 < lengths.1 }
      return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }?.key ?? ""
  }

  /// All names but the one to show, sorted by code points.
  public var otherNames: [String] {
    if aliases.isEmpty, nameVoters.count < 2 { return [] }
    let shown = name
    return aliases.union(nameVoters.keys).filter { $0 != shown }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The Wikidata identifier, where all articles agree on one.
  public var link: String? { links.count == 1 ? links.first : nil }

  /// The number of mentions in all articles.
  public var mentionCount: Int { mentions.values.reduce(0) { $0 + $1.count } }
}
