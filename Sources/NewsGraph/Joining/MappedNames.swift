import Crypto
import Extraction

/// What became of the entities of a corpus's articles, article by article.
///
/// It is on disk: what several articles can name once, in the order of the IRIs, and of each article
/// the numbers of these and what only it can name, such as its talks without a name. In memory are
/// eight bytes of an article, and what was looked up lately.
final class MappedNames {
  /// What became of an entity of an article.
  struct Entry {
    var name: ResolvedName
    /// Whether an article links it to Wikidata.
    var hasLinks: Bool
  }

  /// What is known of an entity that several articles can name.
  private struct Shared {
    var entry: Entry
    var digest: [UInt8]
    var articleCount: Int
    var isEventOfArticle: Bool
  }

  /// What stands in the records of an article for each of its entities.
  private enum Kind: Int {
    case nothing, shared, own
  }

  /// About what a name takes in memory, in bytes.
  private static let nameSize = 512

  private let base: String
  /// What several articles can name.
  private let shared: SortedFile
  private var known: RecentValues<Int, Shared?>
  /// Where the entities of each article begin among those of all.
  private var starts = [0]
  /// For each entity that several articles can name its place among all, and the number of what it
  /// became: 32 bits of each, which is room for four thousand million.
  private let numbers: NumberSorter
  /// By article and entity what is in no other article.
  private let sorter: ExternalSorter
  /// What became of the entities, article by article, and where that of each ends.
  private let records: SpillFile
  private let ends: StoredNumbers
  /// The first of the entities by IRI; it stands for a name without a word, which is resolved to
  /// nothing.
  private var first: Shared?

  /// Makes the names of articles.
  ///
  /// - Parameters:
  ///   - base: What the names of nodes begin with.
  ///   - entityCounts: The numbers of the entities of the articles.
  ///   - storage: Where what does not fit into memory goes.
  init(base: String, entityCounts: [Int32], _ storage: TemporaryStorage) {
    self.base = base
    for count in entityCounts { starts.append(starts[starts.count - 1] + Int(count)) }
    // They are filled at a time, while the entities are named.
    var small = storage
    small.memory = max(1, storage.memory / 8)
    shared = SortedFile(small)
    known = RecentValues(limit: storage.memory / 4 / Self.nameSize)
    numbers = NumberSorter(small)
    sorter = ExternalSorter(small)
    records = SpillFile(small)
    ends = StoredNumbers(small)
  }

  /// Adds an entity of the graph; they come sorted.
  func add(_ named: EntityNaming.Named) throws(OutputError) {
    let cluster = named.cluster
    let name = ResolvedName(named)
    let one = Shared(
      entry: Entry(name: name, hasLinks: !cluster.links.isEmpty), digest: Self.digest(of: name),
      articleCount: cluster.articles.count,
      isEventOfArticle: cluster.type == .event && cluster.soleArticle != nil)
    if first == nil {
      first = one
      first?.articleCount = 0
      first?.isEventOfArticle = false
    }
    guard cluster.soleArticle != nil, isInFolderOfArticle(named.iri) else {
      let number = UInt64(shared.count)
      try shared.append(key: Array(named.iri.string.utf8), value: Self.encoded(one))
      for member in cluster.members {
        try numbers.add(UInt64(place(of: member)) << 32 | number)
      }
      return
    }
    var encoder = RecordEncoder()
    encoder.write(Kind.own.rawValue)
    let bytes = encoder.bytes + Self.encoded(one)
    for member in cluster.members {
      var key = SortKey()
      key.append(place(of: member))
      try sorter.add(key: key.bytes, value: bytes)
    }
  }

  private func place(of member: EntityCluster.Member) -> Int {
    starts[Int(member.article)] + Int(member.entity)
  }

  /// Whether the IRI has an article in it, so that no other article can have it: `…/event/a7/talks`.
  private func isInFolderOfArticle(_ iri: IRI) -> Bool {
    iri.string.utf8.dropFirst(base.utf8.count).count { $0 == UInt8(ascii: "/") } == 2
  }

  /// Ends the adding.
  func finish() throws {
    let (own, numbers) = (try sorter.finish(), try self.numbers.finish())
    var (nextOwn, nextNumber) = (try own.next(), try numbers.next())
    for article in starts.indices.dropLast() {
      for place in starts[article]..<starts[article + 1] {
        var key = SortKey()
        key.append(place)
        var encoder = RecordEncoder()
        if let number = nextNumber, number >> 32 == UInt64(place) {
          encoder.write(Kind.shared.rawValue)
          encoder.write(Int(number & 0xFFFF_FFFF))
          try records.append(record: encoder.bytes)
          nextNumber = try numbers.next()
        } else if let record = nextOwn, record.key == key.bytes {
          try records.append(record: record.value)
          nextOwn = try own.next()
        } else {
          encoder.write(Kind.nothing.rawValue)
          try records.append(record: encoder.bytes)
        }
      }
      try ends.append(records.count)
    }
  }

  // MARK: - By article

  /// The number of the entities of an article, by the article's number.
  func entityCount(of article: Int) -> Int { starts[article + 1] - starts[article] }

  /// What became of the entities of an article, by the article's number, and hashes of that.
  func entries(of article: Int) throws -> (entries: [Entry], digests: [UInt8]) {
    let range = try (article == 0 ? 0 : ends[article - 1])..<ends[article]
    var entries: [Entry] = []
    var digests: [UInt8] = []
    func add(_ one: Shared?) {
      guard let one else { return }
      entries.append(one.entry)
      digests += one.digest
    }
    var reader = SpillReader(records, range, chunkSize: range.count)
    while let record = try reader.next() {
      var decoder = RecordDecoder(record)
      switch Kind(rawValue: try decoder.number()) {
      case .shared: add(try sharedName(try decoder.number()))
      case .own: add(try Self.decoded(&decoder))
      case .nothing, nil: add(first)
      }
    }
    return (entries, digests)
  }

  /// What became of the entities of an article, by the article's number.
  subscript(article: Int) -> [Entry] {
    get throws { try entries(of: article).entries }
  }

  private func sharedName(_ number: Int) throws -> Shared? {
    try known.value(of: number) {
      guard let record = try shared.record(number) else { return nil }
      var decoder = RecordDecoder(record.value)
      return try Self.decoded(&decoder)
    }
  }

  private static func encoded(_ one: Shared) -> [UInt8] {
    var encoder = RecordEncoder()
    one.entry.name.encode(to: &encoder)
    encoder.write(one.entry.hasLinks)
    encoder.write(one.articleCount)
    encoder.write(one.isEventOfArticle)
    return encoder.bytes + one.digest
  }

  private static func decoded(_ decoder: inout RecordDecoder) throws(RecordError) -> Shared {
    let name = try ResolvedName(trusted: &decoder)
    let hasLinks = try decoder.flag()
    let articleCount = try decoder.number()
    let isEventOfArticle = try decoder.flag()
    return Shared(
      entry: Entry(name: name, hasLinks: hasLinks), digest: decoder.rest,
      articleCount: articleCount, isEventOfArticle: isEventOfArticle)
  }

  private static func digest(of name: ResolvedName) -> [UInt8] {
    TextDigest.bytes([name.iri.string, name.name, name.type.rawValue, name.link ?? ""])
  }

  // MARK: - By IRI

  private func sharedName(_ iri: IRI) throws -> Shared? {
    try shared.find(Array(iri.string.utf8)).map { found in
      var decoder = RecordDecoder(found.value)
      return try Self.decoded(&decoder)
    }
  }

  /// Whether an entity is one that several articles can name.
  func isShared(_ iri: IRI) throws -> Bool {
    try sharedName(iri).map { !$0.isEventOfArticle } ?? false
  }

  /// Whether there is an entity of that name which has no article in its name.
  func contains(_ iri: IRI) throws -> Bool { try sharedName(iri) != nil }

  /// What is shown of such an entity.
  func entry(_ iri: IRI) throws -> Entry? { try sharedName(iri)?.entry }

  /// The number of articles that name an entity.
  func articleCount(of iri: IRI) throws -> Int { try sharedName(iri)?.articleCount ?? 1 }
}

extension ResolvedName {
  /// Reads what was written in this process.
  fileprivate init(trusted decoder: inout RecordDecoder) throws(RecordError) {
    self.init(
      iri: IRI(checked: try decoder.text()), name: try decoder.text(),
      type: try decoder.value(of: EntityType.self), link: try decoder.optionalText())
  }
}

/// Hashes of texts, to see whether they are the same.
enum TextDigest {
  /// Sixteen bytes that are the same for the same texts.
  static func bytes(_ texts: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in texts {
      bytes += Array(text.utf8)
      bytes.append(0xFF)
    }
    return Array(SHA256.hash(data: bytes).prefix(16))
  }
}
