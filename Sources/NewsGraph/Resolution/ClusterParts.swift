import Extraction

/// Clusters on disk that are put together as far as they may have to do with each other.
///
/// Four bytes of each are in memory.
final class ClusterParts {
  private let storage: TemporaryStorage
  private let clusters: SpillFile
  /// For each cluster one of its part, which may be itself.
  ///
  /// B. Galler, M. Fischer, "An improved equivalence algorithm", Communications of the ACM 7, 1964
  private var parents: [Int32] = []

  init(_ storage: TemporaryStorage) {
    self.storage = storage
    clusters = SpillFile(storage)
  }

  /// Adds a cluster; its number.
  ///
  /// - Parameter order: Its place among the clusters of a part, of which those that are equal come in
  ///   the order in which they were added.
  func add(_ cluster: EntityCluster, order: [UInt8] = []) throws(OutputError) -> Int32 {
    var encoder = RecordEncoder()
    cluster.encode(to: &encoder)
    try clusters.append(key: order[...], value: encoder.bytes[...])
    let number = Int32(parents.count)
    parents.append(number)
    return number
  }

  /// The number by which a part is known as it is now.
  func part(of number: Int32) -> Int32 {
    var number = number
    while parents[Int(number)] != number {
      parents[Int(number)] = parents[Int(parents[Int(number)])]
      number = parents[Int(number)]
    }
    return number
  }

  /// Puts two clusters into one part.
  func join(_ left: Int32, _ right: Int32) {
    let ends = (part(of: left), part(of: right))
    parents[Int(max(ends.0, ends.1))] = min(ends.0, ends.1)
  }

  /// Puts clusters into one part.
  func join(_ numbers: some Sequence<Int32>) {
    var first: Int32?
    for number in numbers {
      if let first { join(first, number) } else { first = number }
    }
  }

  /// Hands on the clusters part by part; nothing may be added afterwards.
  func forEachPart(_ body: ([EntityCluster]) throws -> Void) throws {
    let sorter = ExternalSorter(storage)
    var reader = SpillReader(clusters)
    for number in parents.indices {
      guard let order = try reader.next(), let bytes = try reader.next() else { break }
      var key = SortKey()
      key.append(Int(part(of: Int32(number))))
      try sorter.add(key: key.bytes + order, value: bytes)
    }
    parents = []
    let sorted = try sorter.finish()
    var part: [EntityCluster] = []
    var number: ArraySlice<UInt8> = []
    while let record = try sorted.next() {
      if record.key.prefix(8) != number {
        if !part.isEmpty { try body(part) }
        part = []
        number = record.key.prefix(8)
      }
      var decoder = RecordDecoder(record.value)
      part.append(try EntityCluster(from: &decoder))
    }
    if !part.isEmpty { try body(part) }
  }
}

/// Texts that are noted of clusters, so that those with one text are looked at together.
final class ClusterNotes {
  /// What was noted of a cluster.
  struct Note {
    /// The number of the cluster.
    var cluster: Int32
    /// What the text is of it, as whoever notes it says.
    var role: Int
    /// More that was noted.
    var value: RecordDecoder
  }

  private let sorter: ExternalSorter

  init(_ storage: TemporaryStorage) { sorter = ExternalSorter(storage) }

  /// Notes a text of a cluster.
  func add(
    _ text: String, of cluster: Int32, role: Int, _ write: (inout RecordEncoder) -> Void = { _ in }
  ) throws(OutputError) {
    var encoder = RecordEncoder()
    encoder.write(Int(cluster))
    encoder.write(role)
    write(&encoder)
    try sorter.add(key: HashKey.bytes(of: text), value: encoder.bytes)
  }

  /// Hands on what has one text, and seldom what has two of one hash; nothing may be added afterwards.
  func forEachGroup(_ body: ([Note]) throws -> Void) throws {
    let sorted = try sorter.finish()
    var notes: [Note] = []
    var key: [UInt8] = []
    while let record = try sorted.next() {
      if record.key != key {
        if notes.count > 1 { try body(notes) }
        notes.removeAll(keepingCapacity: true)
        key = record.key
      }
      var decoder = RecordDecoder(record.value)
      notes.append(
        Note(cluster: Int32(try decoder.number()), role: try decoder.number(), value: decoder))
    }
    if notes.count > 1 { try body(notes) }
  }
}
