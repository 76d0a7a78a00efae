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
    let naming = EntityNaming(
      gazetteer: knowledge.gazetteer, minter: minter, articles: articles.map(\.node.id))
    return CorpusResolution(
      named(groups.clusters, by: naming), articles: articles, comparison: comparison,
      naming: naming)
  }

  /// Makes the clusters that are joined.
  var clusterMaker: ClusterMaker { ClusterMaker(knowledge: knowledge, bodies: bodies) }

  /// Joins and names clusters in which entities of one key are one; their order does not matter.
  ///
  /// - Parameters:
  ///   - clusters: The clusters of all articles.
  ///   - ids: The ids of the articles by number.
  func named(_ clusters: [EntityCluster], ids: [String]) -> [EntityNaming.Named] {
    named(
      clusters,
      by: EntityNaming(gazetteer: knowledge.gazetteer, minter: minter, articles: ids))
  }

  /// Joins and names clusters of which there may be more than memory holds; they come sorted by IRI.
  ///
  /// Why names were joined is not kept.
  ///
  /// - Parameters:
  ///   - groups: The clusters of all articles.
  ///   - ids: The ids of the articles by number.
  ///   - storage: Where what does not fit into memory goes.
  func named(
    _ groups: StoredClusterGroups, ids: [String], in storage: TemporaryStorage
  ) throws -> GraphCursor<EntityNaming.Named> {
    if let clusters = groups.takeAll() { return GraphCursor(named(clusters, ids: ids)) }
    // Several sorters are at work at a time.
    var storage = storage
    storage.memory = max(1, storage.memory / 4)
    let naming = StoredNaming(
      EntityNaming(gazetteer: knowledge.gazetteer, minter: minter, articles: ids), storage)
    let persons = StoredPersons(comparison, storage)
    let things = StoredThings(knowledge.nameVariants, storage)
    let clusters = try groups.takeStored()
    while let cluster = try clusters.next() {
      if cluster.soleArticle != nil {
        try naming.add(cluster)
      } else if cluster.type == .person {
        try persons.add(cluster)
      } else {
        try things.add(cluster)
      }
    }
    try persons.forEachResolved(naming.add)
    try things.forEachResolved(naming.add)
    return try naming.named()
  }

  private func named(
    _ clusters: [EntityCluster], by naming: EntityNaming
  ) -> [EntityNaming.Named] {
    var persons = PersonResolver(comparison: comparison)
    persons.resolve(clusters.filter { $0.type == .person && $0.soleArticle == nil })
    var things = NamedThingResolver(variants: knowledge.nameVariants)
    things.resolve(clusters.filter { $0.type != .person && $0.soleArticle == nil })
    return naming.named(
      persons.clusters + things.resolved
        + clusters.filter { $0.soleArticle != nil })
  }
}
