import Extraction

/// Tells which entities of articles are one and what they are called, however many there are.
///
/// What no other article can name, such as the talks of an article without a name, is compared with
/// nothing: it goes to where the names are sorted at once.
final class StoredResolution {
  private let resolver: CorpusResolver
  private var maker: ClusterMaker
  private let groups: StoredClusterGroups
  private let naming: StoredNaming
  private let storage: TemporaryStorage
  /// The ids of the articles by number.
  private(set) var ids = PackedTexts()
  /// What only the article can name that came last, which may come twice, and its id.
  private var own = StoredResolution.nothing
  private var lastID = ""

  private static var nothing: ClusterGroups {
    var groups = ClusterGroups()
    groups.keepsJoins = false
    return groups
  }

  /// Makes a resolution of nothing.
  init(_ resolver: CorpusResolver, in storage: TemporaryStorage) {
    self.resolver = resolver
    maker = resolver.clusterMaker
    groups = StoredClusterGroups(storage)
    // Several sorters are at work at a time.
    var small = storage
    small.memory = max(1, storage.memory / 4)
    self.storage = small
    naming = StoredNaming(resolver.naming([]), small)
  }

  /// Adds the entities of the next article in the order of ids.
  func add(_ article: CorpusArticle) throws(OutputError) {
    if !CodePoints.areSame(article.node.id, lastID) { try addOwn() }
    lastID = article.node.id
    let number = Int32(ids.count)
    ids.append(lastID)
    for keyed in maker.clusters(of: article, number: number) {
      if keyed.isOfArticle { own.add(keyed) } else { try groups.add(keyed) }
    }
  }

  private func addOwn() throws(OutputError) {
    for (key, cluster) in own.keyedInOrder {
      if cluster.soleArticle != nil {
        try naming.add(cluster, ofArticle: lastID)
      } else {
        try groups.add(ClusterMaker.Keyed(key: key, cluster: cluster, isOfArticle: true))
      }
    }
    own = Self.nothing
  }

  /// The clusters with their names, sorted by IRI; nothing may be added afterwards.
  ///
  /// Why names were joined is not kept.
  func named() throws -> GraphCursor<EntityNaming.Named> {
    try addOwn()
    naming.naming = resolver.naming(ids)
    if let clusters = groups.takeAll() {
      for cluster in resolver.joined(clusters) { try naming.add(cluster) }
      return try naming.named()
    }
    let persons = resolver.storedPersons(in: storage)
    let things = resolver.storedThings(in: storage)
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
    FreedMemory.giveBack()
    try persons.forEachResolved(naming.add)
    try things.forEachResolved(naming.add)
    return try naming.named()
  }
}
