import Extraction

/// Clusters by their keys, as `ClusterGroups` has them, however many there are.
final class StoredClusterGroups {
  private let storage: TemporaryStorage
  private var groups = StoredClusterGroups.empty
  private var memberCount = 0
  /// By a hash of the key the key and its cluster, as far as it was known when it went there.
  private let sorter: ExternalSorter
  private var isOnDisk = false

  /// About what a cluster and a member of one take, in bytes.
  private static let sizes = (cluster: 1500, member: 24)

  private static var empty: ClusterGroups {
    var groups = ClusterGroups()
    groups.keepsJoins = false
    return groups
  }

  init(_ storage: TemporaryStorage) {
    self.storage = storage
    // Beside it are the clusters in memory.
    var small = storage
    small.memory = max(1, storage.memory / 4)
    sorter = ExternalSorter(small)
  }

  /// Adds a cluster of one entity to those of its key.
  func add(_ keyed: ClusterMaker.Keyed) throws(OutputError) {
    groups.add(keyed)
    memberCount += 1
    let size = groups.clusters.count * Self.sizes.cluster + memberCount * Self.sizes.member
    if size >= storage.memory { try flush() }
  }

  private func flush() throws(OutputError) {
    for (key, cluster) in groups.keyed {
      var encoder = RecordEncoder()
      encoder.write(key)
      cluster.encode(to: &encoder)
      try sorter.add(key: HashKey.bytes(of: key), value: encoder.bytes)
    }
    groups = Self.empty
    memberCount = 0
    isOnDisk = true
  }

  /// The clusters where they are in memory, in the order in which they came; nothing may be added
  /// afterwards.
  func takeAll() -> [EntityCluster]? {
    guard !isOnDisk else { return nil }
    defer { groups = Self.empty }
    return groups.clusters
  }

  /// The clusters that are on disk, in no order that means anything; nothing may be added afterwards.
  func takeStored() throws -> GraphCursor<EntityCluster> {
    try flush()
    let sorted = try sorter.finish()
    var head = try sorted.next()
    var ready: ArraySlice<EntityCluster> = []
    return GraphCursor {
      if let cluster = ready.popFirst() { return cluster }
      guard let hash = head?.key else { return nil }
      // Keys of one hash are few, and mostly one.
      var found = Self.empty
      while let record = head, record.key == hash {
        var decoder = RecordDecoder(record.value)
        let key = try decoder.text()
        let cluster = try EntityCluster(from: &decoder)
        found.add(ClusterMaker.Keyed(key: key, cluster: cluster, isOfArticle: false))
        head = try sorted.next()
      }
      ready = found.clusters[...]
      return ready.popFirst()
    }
  }
}

/// Keys by which texts that are equal sort beside each other, in an order that is another one in each
/// process.
enum HashKey {
  /// Eight bytes that are the same for equal texts.
  static func bytes(of text: String) -> [UInt8] {
    let hash = UInt64(bitPattern: Int64(text.hashValue))
    return stride(from: UInt64(56), through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: hash >> $0)
    }
  }
}
