import Extraction

/// Which entities of a corpus are one, under which names, and why.
public struct CorpusResolution: Sendable {
  /// The entities, sorted by IRI.
  public let entities: [ResolvedEntity]
  /// For each article, the number of the entity that each of its entities belongs to.
  let numbers: [[Int32]]
  private let clusters: [EntityCluster]
  private let comparison: PersonComparison

  init(
    _ named: [EntityNaming.Named], articles: [CorpusArticle], comparison: PersonComparison,
    naming: EntityNaming
  ) {
    var numbers = articles.map { [Int32](repeating: -1, count: $0.entities.count) }
    for (number, entry) in named.enumerated() {
      for member in entry.cluster.members {
        numbers[Int(member.article)][Int(member.entity)] = Int32(number)
      }
    }
    self.numbers = numbers
    self.comparison = comparison
    clusters = named.map { entry in
      var cluster = entry.cluster
      cluster.members = []
      return cluster
    }
    entities = named.map { entry in
      let cluster = entry.cluster
      return ResolvedEntity(
        iri: entry.iri, name: entry.name, type: cluster.type,
        link: cluster.link,
        entryName: cluster.entries.min().map { naming.gazetteer.name(of: $0) },
        names: cluster.names,
        joins: Self.summed(cluster),
        countries: cluster.context.countries.map { naming.gazetteer.name(of: $0) }.sorted(),
        affiliations: cluster.context.offices.sorted())
    }
  }

  /// The joins of two names each once, sorted, each with the first articles that have the names
  /// and the number of those that have the other one.
  private static func summed(_ cluster: EntityCluster) -> [ResolvedEntity.Join] {
    var byNames: [[String]: ResolvedEntity.Join] = [:]
    for join in cluster.joins {
      let key = [join.reason.rawValue, join.name, join.otherName]
      guard var known = byNames[key] else {
        byNames[key] = join
        continue
      }
      let articles = Set([known.article, known.otherArticle, join.article, join.otherArticle])
      if join.name == join.otherName {
        // One name: the first article that has it, and the next.
        let sorted = articles.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        known.article = sorted[0]
        known.otherArticle = sorted.count > 1 ? sorted[1] : sorted[0]
      } else {
        known.article = min(known.article, join.article)
        known.otherArticle = min(known.otherArticle, join.otherArticle)
      }
      byNames[key] = known
    }
    return byNames.values.map { join in
      var join = join
      let articles = cluster.names[join.otherName]?.articles ?? 1
      join.articleCount = max(1, join.name == join.otherName ? articles - 1 : articles)
      return join
    }.sorted { left, right in
      (left.reason, left.name, left.otherName) < (right.reason, right.name, right.otherName)
    }
  }
}

// MARK: - Neighbours

extension CorpusResolution {
  /// An entity with a name that is near another's, and why the two are two.
  public struct Neighbour: Sendable {
    /// The other entity.
    public let entity: ResolvedEntity
    /// Why it is another one.
    public let reason: ApartReason
  }

  /// The entities whose names share a surname, or all but a part, with an entity's.
  public func neighbours(of entity: ResolvedEntity) -> [Neighbour] {
    guard let number = entities.firstIndex(where: { $0.iri == entity.iri }) else { return [] }
    let cluster = clusters[number]
    return entities.indices.compactMap { other in
      guard other != number, let reason = reason(cluster, clusters[other]) else { return nil }
      return Neighbour(entity: entities[other], reason: reason)
    }
  }

  private func reason(_ cluster: EntityCluster, _ other: EntityCluster) -> ApartReason? {
    if !cluster.personNames.isEmpty, !other.personNames.isEmpty {
      return personReason(cluster, other)
    }
    let mine = Set(cluster.names.keys.map { NameFolding.plainWords(of: $0) })
    let others = Set(other.names.keys.map { NameFolding.plainWords(of: $0) })
    guard !mine.isDisjoint(with: others) else { return nil }
    if cluster.type != other.type,
      !NamedThingResolver.areCompatible(cluster.type, other.type)
    {
      return .otherClass
    }
    return cluster.conflict(with: other)
      ?? (cluster.context.isOfOtherCountry(than: other.context) ? .otherCountry : .commonName)
  }

  private func personReason(_ cluster: EntityCluster, _ other: EntityCluster) -> ApartReason? {
    guard sharesSurname(cluster, other) else { return nil }
    if let conflict = cluster.conflict(with: other) { return conflict }
    let names = (cluster.personNames.first, other.personNames.first)
    guard let left = names.0, let right = names.1 else { return nil }
    if left.words.count > 1, right.words.count > 1 {
      return comparison.reason(left, right) == nil ? .otherGivenName : .ambiguous
    }
    if let conflict = cluster.weakConflict(with: other) { return conflict }
    if left.words.count == 1, right.words.count == 1 { return .commonName }
    guard let word = (left.words.count == 1 ? left : right).surname else { return nil }
    let isCommon =
      comparison.variants.isCommonSurname(word.plain) || comparison.isGivenName(word.plain)
    return isCommon ? .commonName : .ambiguous
  }

  private func sharesSurname(_ cluster: EntityCluster, _ other: EntityCluster) -> Bool {
    let mine = surnames(cluster)
    let others = surnames(other)
    return mine.contains { word in
      others.contains { $0.key == word.key || Romanisation.areSpellings($0.key, word.key) }
    }
  }

  private func surnames(_ cluster: EntityCluster) -> Set<PersonName.Word> {
    Set(cluster.personNames.flatMap { $0.surnames(comparison.isGivenName) })
  }
}
