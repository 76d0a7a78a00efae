import Extraction

/// Decides which entities of a corpus's articles are one, and what each node is called.
///
/// The result depends on the articles alone: not on their order, nor on how they came.
struct CorpusResolver: Sendable {
  private let knowledge: Knowledge
  private let minter: IRIMinter
  private let bodies: CountryBodyReader
  private let comparison: PersonComparison

  /// Makes a resolver.
  init(knowledge: Knowledge, minter: IRIMinter = .standard) {
    self.knowledge = knowledge
    self.minter = minter
    bodies = CountryBodyReader(gazetteer: knowledge.gazetteer)
    comparison = PersonComparison(
      variants: knowledge.nameVariants, gazetteer: knowledge.gazetteer)
  }

  /// What an article says of its entities that tells them from their namesakes.
  func contexts(of entities: [Entity], claims: [Claim]) -> [EntityContext] {
    ContextReader(ontology: knowledge.ontology, gazetteer: knowledge.gazetteer)
      .contexts(of: entities, claims: claims)
  }

  /// Joins the entities of articles, which are in the order of their ids.
  func resolve(_ articles: [CorpusArticle]) -> CorpusResolution {
    var maker = clusterMaker
    var groups = ClusterGroups()
    for (number, article) in articles.enumerated() {
      for keyed in maker.clusters(of: article, number: Int32(number)) { groups.add(keyed) }
    }
    let naming = naming(articles.map(\.node.id))
    return CorpusResolution(
      named(groups.clusters, by: naming), articles: articles, comparison: comparison,
      naming: naming)
  }

  /// Makes the clusters that are joined.
  var clusterMaker: ClusterMaker { ClusterMaker(knowledge: knowledge, bodies: bodies) }

  /// What names the clusters of articles with ids.
  func naming(_ ids: some Sequence<String>) -> EntityNaming {
    EntityNaming(gazetteer: knowledge.gazetteer, minter: minter, articles: ids)
  }

  /// Joins and names clusters in which entities of one key are one; their order does not matter.
  ///
  /// - Parameters:
  ///   - clusters: The clusters of all articles.
  ///   - ids: The ids of the articles by number.
  func named(_ clusters: [EntityCluster], ids: [String]) -> [EntityNaming.Named] {
    named(clusters, by: naming(ids))
  }

  private func named(
    _ clusters: [EntityCluster], by naming: EntityNaming
  ) -> [EntityNaming.Named] {
    naming.named(joined(clusters))
  }

  /// Joins clusters in which entities of one key are one; their order does not matter.
  func joined(_ clusters: [EntityCluster]) -> [EntityCluster] {
    var persons = PersonResolver(comparison: comparison)
    persons.resolve(clusters.filter { $0.type == .person && $0.soleArticle == nil })
    var things = NamedThingResolver(variants: knowledge.nameVariants)
    things.resolve(clusters.filter { $0.type != .person && $0.soleArticle == nil })
    return persons.clusters + things.resolved + clusters.filter { $0.soleArticle != nil }
  }

  /// What joins persons of whom there are more than memory holds.
  func storedPersons(in storage: TemporaryStorage) -> StoredPersons {
    StoredPersons(comparison, storage)
  }

  /// What joins other things of which there are more than memory holds.
  func storedThings(in storage: TemporaryStorage) -> StoredThings {
    StoredThings(knowledge.nameVariants, storage)
  }
}
