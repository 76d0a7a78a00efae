import Crypto
import Extraction

/// What became of the entities of a corpus's articles, article by article.
///
/// In memory is what several articles can name, each entity once, and four bytes for each that an
/// article names. What only one article can name, such as its talks without a name, is on disk.
final class MappedNames {
  /// What became of an entity of an article.
  struct Entry {
    var name: ResolvedName
    /// Whether an article links it to Wikidata.
    var hasLinks: Bool
  }

  /// What is known of an entity that is in memory.
  private struct Shared {
    var entry: Entry
    var digest: Digest
    var articleCount: Int32
    var isEventOfArticle: Bool
  }

  /// Half of a hash, in two words.
  private typealias Digest = SIMD2<UInt64>

  private static let (ownNumber, noNumber): (Int32, Int32) = (-1, -2)

  private let base: String
  private var shared: [Shared] = []
  private var sharedNumbers: [IRI: Int32] = [:]
  /// For each entity of the articles the number of what it became.
  private var numbers: [Int32]
  private var starts = [0]
  /// By article and entity what is in no other article.
  private let sorter: ExternalSorter
  private let own: SpillFile
  private var places = [0]
  /// The first of the entities by IRI; it stands for a name without a word, which is resolved to
  /// nothing.
  private var first: (entry: Entry, digest: Digest)?

  /// Makes the names of articles.
  ///
  /// - Parameters:
  ///   - base: What the names of nodes begin with.
  ///   - entityCounts: The numbers of the entities of the articles.
  ///   - storage: Where what does not fit into memory goes.
  init(base: String, entityCounts: [Int32], _ storage: TemporaryStorage) {
    self.base = base
    for count in entityCounts { starts.append(starts[starts.count - 1] + Int(count)) }
    numbers = [Int32](repeating: Self.noNumber, count: starts[starts.count - 1])
    sorter = ExternalSorter(storage)
    own = SpillFile(storage)
  }

  /// Adds an entity of the graph; they come sorted.
  func add(_ named: EntityNaming.Named) throws(OutputError) {
    let cluster = named.cluster
    let entry = Entry(name: ResolvedName(named), hasLinks: !cluster.links.isEmpty)
    let digest = Self.digest(of: entry.name)
    if first == nil { first = (entry, digest) }
    guard cluster.soleArticle != nil, isInFolderOfArticle(named.iri) else {
      let number = Int32(shared.count)
      sharedNumbers[named.iri] = number
      shared.append(
        Shared(
          entry: entry, digest: digest, articleCount: Int32(cluster.articles.count),
          isEventOfArticle: cluster.type == .event && cluster.soleArticle != nil))
      for member in cluster.members { numbers[place(of: member)] = number }
      return
    }
    var encoder = RecordEncoder()
    encoder.write(bits: digest[0])
    encoder.write(bits: digest[1])
    encoder.write(entry.hasLinks)
    entry.name.encode(to: &encoder)
    for member in cluster.members {
      numbers[place(of: member)] = Self.ownNumber
      var key = SortKey()
      key.append(Int(member.article) << 32 | Int(member.entity))
      try sorter.add(key: key.bytes, value: encoder.bytes)
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
    let sorted = try sorter.finish()
    for article in starts.indices.dropLast() {
      for number in numbers[starts[article]..<starts[article + 1]] where number == Self.ownNumber {
        guard let record = try sorted.next() else { break }
        try own.append(record: record.value)
      }
      places.append(own.count)
    }
  }

  /// Hands on what became of the entities of an article, by the article's number.
  private func forEach(
    of article: Int, shared body: (Shared) throws -> Void,
    own ownBody: (inout RecordDecoder, Digest) throws -> Void
  ) throws {
    let range = places[article]..<places[article + 1]
    var reader = SpillReader(own, range, chunkSize: range.count)
    for number in numbers[starts[article]..<starts[article + 1]] {
      if number >= 0 {
        try body(shared[Int(number)])
      } else if number == Self.ownNumber, let record = try reader.next() {
        var decoder = RecordDecoder(record)
        let digest = Digest(try decoder.bits(), try decoder.bits())
        try ownBody(&decoder, digest)
      } else if let first {
        try body(
          Shared(
            entry: first.entry, digest: first.digest, articleCount: 0, isEventOfArticle: false))
      }
    }
  }

  /// What became of the entities of an article, by the article's number.
  subscript(article: Int) -> [Entry] {
    get throws {
      var found: [Entry] = []
      found.reserveCapacity(starts[article + 1] - starts[article])
      try forEach(of: article) {
        found.append($0.entry)
      } own: { decoder, _ in
        let hasLinks = try decoder.flag()
        found.append(Entry(name: try ResolvedName(trusted: &decoder), hasLinks: hasLinks))
      }
      return found
    }
  }

  /// Hashes of what became of the entities of an article, one after the other.
  func digests(of article: Int) throws -> [UInt8] {
    var found: [UInt8] = []
    func add(_ digest: Digest) {
      for word in [digest[0], digest[1]] {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
          found.append(UInt8(truncatingIfNeeded: word >> shift))
        }
      }
    }
    try forEach(of: article) {
      add($0.digest)
    } own: {
      add($1)
    }
    return found
  }

  private static func digest(of name: ResolvedName) -> Digest {
    let bytes = TextDigest.bytes([name.iri.string, name.name, name.type.rawValue, name.link ?? ""])
    func word(_ begin: Int) -> UInt64 {
      (0..<8).reversed().reduce(0) { $0 << 8 | UInt64(bytes[begin + $1]) }
    }
    return Digest(word(0), word(8))
  }

  // MARK: - By IRI

  /// Whether an entity is one that several articles can name.
  func isShared(_ iri: IRI) -> Bool {
    sharedNumbers[iri].map { !shared[Int($0)].isEventOfArticle } ?? false
  }

  /// Whether there is an entity of that name which has no article in its name.
  func contains(_ iri: IRI) -> Bool { sharedNumbers[iri] != nil }

  /// What is shown of such an entity.
  func entry(_ iri: IRI) -> Entry? { sharedNumbers[iri].map { shared[Int($0)].entry } }

  /// The number of articles that name an entity.
  func articleCount(of iri: IRI) -> Int {
    sharedNumbers[iri].map { Int(shared[Int($0)].articleCount) } ?? 1
  }
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
