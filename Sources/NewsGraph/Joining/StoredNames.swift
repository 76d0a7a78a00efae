import Extraction

/// What became of the entities of a corpus's articles, on disk.
final class StoredNames {
  private let sorter: ExternalSorter
  private let file: SpillFile
  /// Where what became of the entities of each article ends.
  private let ends: StoredNumbers
  /// The first of the entities by IRI.
  private var first: [UInt8]?

  init(_ storage: TemporaryStorage) {
    sorter = ExternalSorter(storage)
    file = SpillFile(storage)
    ends = StoredNumbers(storage)
  }

  /// Adds an entity of the graph; they come sorted.
  func add(_ named: EntityNaming.Named) throws(OutputError) {
    var encoder = RecordEncoder()
    ResolvedName(named).encode(to: &encoder)
    if first == nil { first = encoder.bytes }
    for member in named.cluster.members {
      var key = SortKey()
      key.append(Int(member.article) << 32 | Int(member.entity))
      try sorter.add(key: key.bytes, value: encoder.bytes)
    }
  }

  /// Ends the adding.
  ///
  /// - Parameter entityCounts: The numbers of the entities of the articles.
  func finish(entityCounts: some Sequence<Int>) throws {
    let sorted = try sorter.finish()
    var next = try sorted.next()
    for (article, count) in entityCounts.enumerated() {
      for entity in 0..<count {
        var key = SortKey()
        key.append(article << 32 | entity)
        if let record = next, record.key == key.bytes {
          try file.append(record: record.value)
          next = try sorted.next()
        } else {
          // A name without a word is resolved to nothing; what it stands for is as good as any.
          try file.append(record: first ?? [])
        }
      }
      try ends.append(file.count)
    }
  }

  /// The nodes of the entities of an article, by the article's number.
  func names(of article: Int) throws -> [ResolvedName] {
    var names: [ResolvedName] = []
    let range = try (article == 0 ? 0 : ends[article - 1])..<ends[article]
    var reader = SpillReader(file, range, chunkSize: range.count)
    while let bytes = try reader.next() {
      var decoder = RecordDecoder(bytes)
      names.append(try ResolvedName(from: &decoder))
    }
    return names
  }
}
