import Extraction

/// Names clusters as `EntityNaming` does, however many there are.
final class StoredNaming {
  /// What names the clusters; the ids of all articles have to be there when the names are asked for.
  var naming: EntityNaming
  private let storage: TemporaryStorage
  /// The clusters by the IRIs that they would have alone.
  private let sorter: ExternalSorter

  init(_ naming: EntityNaming, _ storage: TemporaryStorage) {
    self.naming = naming
    self.storage = storage
    sorter = ExternalSorter(storage)
  }

  /// Adds a cluster of articles that the naming knows.
  func add(_ cluster: EntityCluster) throws(OutputError) { try add(naming.alone(cluster)) }

  /// Adds a cluster of one article.
  func add(_ cluster: EntityCluster, ofArticle id: String) throws(OutputError) {
    try add(naming.alone(cluster, ofArticle: id))
  }

  private func add(_ named: EntityNaming.Named) throws(OutputError) {
    try sorter.add(key: SortKey(named.iri).bytes, value: Self.encoded(named))
  }

  /// The clusters with their names, sorted by IRI; nothing may be added afterwards.
  func named() throws -> GraphCursor<EntityNaming.Named> {
    let all = SpillFile(storage)
    let sorted = try sorter.finish()
    while let record = try sorted.next() {
      try all.append(key: record.key[...], value: record.value[...])
    }
    let choices = try choices(all)
    let renamed = ExternalSorter(storage)
    // The places of the clusters that get another name, in ascending order.
    var moved: [Int] = []
    var chosen: Set<IRI> = []
    try forEachGroup(all) { first, group in
      var inGroup: Set<IRI> = []
      for (index, qualifiers) in naming.alternatives(group) {
        for qualifier in qualifiers {
          var named = group[index]
          named.iri = naming.iri(of: named, qualifier: qualifier)
          guard !choices.taken.contains(named.iri), inGroup.insert(named.iri).inserted,
            !choices.shared.contains(named.iri) || chosen.insert(named.iri).inserted
          else { continue }
          try renamed.add(key: SortKey(named.iri).bytes, value: Self.encoded(named))
          moved.append(first + index)
          break
        }
      }
    }
    return try Self.merged(all, without: moved.sorted(), renamed.finish())
  }

  /// The IRIs that several groups may choose, and those that clusters have already.
  private func choices(_ all: SpillFile) throws -> (taken: Set<IRI>, shared: Set<IRI>) {
    let candidates = ExternalSorter(storage)
    var number = 0
    try forEachGroup(all) { _, group in
      for (index, qualifiers) in naming.alternatives(group) {
        for qualifier in qualifiers {
          var encoder = RecordEncoder()
          let iri = naming.iri(of: group[index], qualifier: qualifier)
          encoder.write(number)
          encoder.write(iri)
          try candidates.add(key: SortKey(iri).bytes, value: encoder.bytes)
        }
      }
      number += 1
    }
    var (taken, shared): (Set<IRI>, Set<IRI>) = ([], [])
    var (last, lastGroup): ([UInt8], Int) = ([], 0)
    let sorted = try candidates.finish()
    var reader = SpillReader(all)
    var known = try reader.next()
    while let candidate = try sorted.next() {
      var decoder = RecordDecoder(candidate.value)
      let (group, iri) = (try decoder.number(), try decoder.iri())
      if candidate.key == last, group != lastGroup { shared.insert(iri) }
      (last, lastGroup) = (candidate.key, group)
      while let key = known, ByteOrder.compare(key, candidate.key) < 0 {
        _ = try reader.next()
        known = try reader.next()
      }
      if known == candidate.key { taken.insert(iri) }
    }
    return (taken, shared)
  }

  /// Hands on the clusters of each IRI that several have, and the place of the first of them.
  private func forEachGroup(
    _ all: SpillFile, _ body: (Int, [EntityNaming.Named]) throws -> Void
  ) throws {
    var reader = SpillReader(all)
    var key: [UInt8] = []
    var values: [[UInt8]] = []
    var place = 0
    func finish() throws {
      if values.count > 1 { try body(place - values.count, values.map(Self.decoded)) }
    }
    while let next = try reader.next(), let value = try reader.next() {
      if next != key {
        try finish()
        (key, values) = (next, [])
      }
      values.append(value)
      place += 1
    }
    try finish()
  }

  private static func merged(
    _ all: SpillFile, without moved: [Int], _ renamed: SortedRecords
  ) throws -> GraphCursor<EntityNaming.Named> {
    var reader = SpillReader(all)
    var place = 0
    var moved = moved[...]
    func nextKept() throws -> (key: [UInt8], value: [UInt8])? {
      while let key = try reader.next(), let value = try reader.next() {
        place += 1
        guard moved.first == place - 1 else { return (key, value) }
        moved.removeFirst()
      }
      return nil
    }
    var kept = try nextKept()
    var other = try renamed.next()
    return GraphCursor {
      if let next = other, kept.map({ ByteOrder.compare(next.key, $0.key) < 0 }) ?? true {
        other = try renamed.next()
        return try Self.decoded(next.value)
      }
      guard let next = kept else { return nil }
      kept = try nextKept()
      return try Self.decoded(next.value)
    }
  }

  private static func encoded(_ named: EntityNaming.Named) -> [UInt8] {
    var encoder = RecordEncoder()
    encoder.write(named.iri)
    encoder.write(named.name)
    named.cluster.encode(to: &encoder)
    return encoder.bytes
  }

  private static func decoded(_ bytes: [UInt8]) throws(RecordError) -> EntityNaming.Named {
    var decoder = RecordDecoder(bytes)
    let (iri, name) = (try decoder.iri(), try decoder.text())
    return EntityNaming.Named(
      cluster: try EntityCluster(from: &decoder), name: name, iri: iri)
  }
}
