import Extraction

/// An entity of the corpus while it grows: what the articles' entities in it have in common.
struct EntityCluster: Sendable {
  /// The votes of the articles for classes.
  var types: [EntityType: Int]
  /// The fullest names in articles.
  var names: [String: ResolvedEntity.NameUse]
  /// Names that articles give besides, with the first article of each.
  var aliases: [String: String] = [:]
  /// The names of a person, each spelling once.
  var personNames: [PersonName] = []
  var links: Set<String> = []
  var entries: Set<Int> = []
  var context: EntityContext
  /// The numbers of the articles.
  var articles: Set<Int32>
  /// The entities in it: the number of the article and of the entity in it.
  var members: [Member]
  var joins: [ResolvedEntity.Join] = []
  /// The article that has to stand in the IRI, as the name alone may mean another one elsewhere.
  var soleArticle: Int32?
  /// A name that a pattern gives it.
  var canonicalName: String?

  struct Member: Sendable, Hashable {
    var article: Int32
    var entity: Int32
  }

  /// The class that most articles give; of two the first by name.
  var type: EntityType {
    types.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? .thing
  }

  /// The Wikidata identifier, where all articles agree on one.
  var link: String? { links.count == 1 ? links.first : nil }

  /// The name that tells most, for a join to be shown with: most articles, then the first.
  var mostUsedName: (name: String, use: ResolvedEntity.NameUse) {
    let best = names.min { left, right in
      if left.value.articles != right.value.articles {
        return left.value.articles > right.value.articles
      }
      return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
    return best.map { ($0.key, $0.value) }
      ?? ("", ResolvedEntity.NameUse(articles: 0, firstArticle: ""))
  }

  /// Takes in another cluster and notes why.
  mutating func absorb(_ other: EntityCluster, _ reason: MergeReason) {
    let mine = mostUsedName
    let theirs = other.mostUsedName
    joins += other.joins
    joins.append(
      ResolvedEntity.Join(
        reason: reason, name: mine.name, article: mine.use.firstArticle, otherName: theirs.name,
        otherArticle: theirs.use.firstArticle, articleCount: other.articles.count))
    absorb(other)
  }

  /// Takes in another cluster without a word about why.
  mutating func absorb(_ other: EntityCluster) {
    types.merge(other.types, uniquingKeysWith: +)
    names.merge(other.names) { left, right in
      ResolvedEntity.NameUse(
        articles: left.articles + right.articles,
        firstArticle: min(left.firstArticle, right.firstArticle))
    }
    aliases.merge(other.aliases) { min($0, $1) }
    for name in other.personNames where !personNames.contains(name) { personNames.append(name) }
    links.formUnion(other.links)
    entries.formUnion(other.entries)
    context.formUnion(other.context)
    articles.formUnion(other.articles)
    members += other.members
    soleArticle = nil
    canonicalName = canonicalName ?? other.canonicalName
  }
}

extension EntityCluster {
  /// What speaks against two full names being one, if anything does.
  func conflict(with other: EntityCluster) -> ApartReason? {
    if !links.isEmpty, !other.links.isEmpty, links.isDisjoint(with: other.links) {
      return .otherLink
    }
    if !entries.isEmpty, !other.entries.isEmpty, entries.isDisjoint(with: other.entries) {
      return .otherLink
    }
    if context.isOfOtherGender(than: other.context) { return .otherGender }
    let marks = Set(personNames.compactMap(\.generation))
    let others = Set(other.personNames.compactMap(\.generation))
    if !marks.isEmpty, !others.isEmpty, marks != others { return .otherGeneration }
    if context.isOfOtherCountry(than: other.context), context.isOfOtherOffice(than: other.context) {
      return .otherCountryAndOffice
    }
    return nil
  }

  /// What speaks against a name that is only a part of another, or a name of two bodies, meaning
  /// the same: all the above, another country alone, and an article that names both.
  func weakConflict(with other: EntityCluster) -> ApartReason? {
    if let conflict = conflict(with: other) { return conflict }
    if context.isOfOtherCountry(than: other.context) { return .otherCountry }
    return articles.isDisjoint(with: other.articles) ? nil : .sameArticle
  }
}
