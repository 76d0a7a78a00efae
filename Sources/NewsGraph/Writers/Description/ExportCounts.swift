/// How much of what there is in a graph.
public struct ExportCounts: Sendable, Hashable {
  /// A class or property, and how many entities or triples are of it.
  public struct Share: Sendable, Hashable {
    /// The class or property.
    public var iri: IRI
    /// The number of entities or triples.
    public var count: Int
  }

  /// The number of triples.
  public internal(set) var triples = 0
  /// The number of different subjects; nothing where there are too many to tell.
  public internal(set) var subjects: Int? = 0
  /// The number of different subjects that have an IRI; nothing where there are too many to tell.
  public internal(set) var entities: Int? = 0
  /// The classes of subjects, sorted.
  public internal(set) var classes: [Share] = []
  /// The properties, sorted.
  public internal(set) var properties: [Share] = []
  /// The articles that the graph was read from, sorted.
  public internal(set) var articles: [IRI] = []

  /// Counts of nothing.
  public init() {}
}

extension ExportCounts {
  /// Counts what is in a knowledge graph as RDF without named graphs.
  public init(_ graph: KnowledgeGraph) {
    var counts = RunningCounts(graph.sortedArticles.map(\.iri), areNamesOurs: false)
    graph.forEachDescription { counts.count($0) }
    self = counts.counts
  }

  /// Counts what is in the contents of a graph whose entities, statements and claims we named.
  init(_ contents: some GraphContents) throws {
    var articles: [IRI] = []
    try contents.articles.articles().forEach { articles.append($0.iri) }
    var counts = RunningCounts(articles, areNamesOurs: true)
    try contents.forEachDescription { counts.count($0) }
    self = counts.counts
  }

  /// The counts of descriptions that come one after the other.
  private struct RunningCounts {
    private var triples = 0
    private var subjects = 0
    private var classes: [IRI: Int] = [:]
    private var properties: [IRI: Int] = [:]
    private let articles: [IRI]
    /// Names that can come again: those that we make do not, but those of articles.
    private var seen: Set<IRI> = []
    private let areNamesOurs: Bool

    init(_ articles: [IRI], areNamesOurs: Bool) {
      self.articles = articles
      self.areNamesOurs = areNamesOurs
    }

    mutating func count(_ description: Description) {
      let isArticle = description.properties.first?.object == .iri(NG.article)
      if isArticle || !areNamesOurs {
        if seen.insert(description.subject).inserted { subjects += 1 }
      } else if !seen.contains(description.subject) {
        subjects += 1
      }
      triples += description.properties.count
      for property in description.properties {
        properties[property.predicate, default: 0] += 1
        if property.predicate == RDF.type, case .iri(let type) = property.object {
          classes[type, default: 0] += 1
        }
      }
    }

    var counts: ExportCounts {
      var counts = ExportCounts()
      counts.triples = triples
      counts.subjects = subjects
      counts.entities = subjects
      counts.classes = shares(classes)
      counts.properties = shares(properties)
      counts.articles = articles
      return counts
    }
  }

  private static func shares(_ counts: [IRI: Int]) -> [Share] {
    counts.map { Share(iri: $0.key, count: $0.value) }.sorted { $0.iri < $1.iri }
  }
}

/// A handler that counts quads and hands them on.
final class ExportCounter: QuadHandler {
  private let handler: any QuadHandler
  // Counting calls nothing that could lead back here.
  @exclusivity(unchecked) private var tally = ExportTally()

  /// Makes a counter in front of a handler.
  init(_ handler: any QuadHandler) { self.handler = handler }

  func handle(_ quad: borrowing EncodedQuad) throws {
    try handler.handle(quad)
    tally.count(quad)
  }

  func handlePrefix(_ prefix: String, _ namespace: String) throws {
    try handler.handlePrefix(prefix, namespace)
  }

  func handleRejected(_ rejected: RejectedStatement) throws {
    try handler.handleRejected(rejected)
  }

  /// What was counted so far.
  var counts: ExportCounts { tally.counts }
}

/// The counts of quads that come one after the other.
///
/// Memory is bounded: of subjects only hashes of 64 bits are kept, and those of the first million.
/// A triple that stands in a file twice, or in two graphs of it, counts twice.
private struct ExportTally {
  private var triples = 0
  private var classes = CountedNames()
  /// The first of them is `rdf:type`.
  private var properties = CountedNames()
  private var subjects = HashSet()
  private var blankSubjects = HashSet()
  private var lastSubject: [UInt8] = []
  private var articles: Set<IRI> = []

  init() { properties.add(RDF.type) }

  mutating func count(_ quad: borrowing EncodedQuad) {
    let bytes = quad.bytes.span
    triples += 1
    let property = properties.count(bytes, quad.predicate.text)
    let subject = quad.subject.text
    if !areSame(lastSubject.span, 0..<lastSubject.count, bytes, subject) {
      lastSubject.removeAll(keepingCapacity: true)
      lastSubject.append(bytes, subject)
      if quad.subject.kind == .blank {
        blankSubjects.insert(bytes, subject)
      } else {
        subjects.insert(bytes, subject)
      }
    }
    if property == 0, quad.object.kind == .iri {
      _ = classes.count(bytes, quad.object.text)
      if areSame(bytes, quad.object.text, Self.article.span, 0..<Self.article.count) {
        articles.insert(IRI(checked: quad.text(of: quad.subject)))
      }
    }
  }

  /// What was counted so far.
  var counts: ExportCounts {
    var counts = ExportCounts()
    counts.triples = triples
    counts.entities = subjects.count
    counts.subjects = subjects.count.flatMap { named in blankSubjects.count.map { named + $0 } }
    counts.classes = classes.shares
    counts.properties = properties.shares
    counts.articles = articles.sorted()
    return counts
  }

  private static let article = Array(NG.article.string.utf8)
}

/// Names with the numbers of their uses.
private struct CountedNames {
  private var names = ByteTable()
  private var counts: [Int] = []

  /// Counts a use of a name; the number of the name.
  @inline(__always)
  mutating func count(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let number = names.intern(bytes, range)
    if number == counts.count { counts.append(1) } else { counts[number] += 1 }
    return number
  }

  /// Adds a name that was not used yet.
  mutating func add(_ name: IRI) {
    if names.intern(name.string) == counts.count { counts.append(0) }
  }

  var shares: [ExportCounts.Share] {
    counts.indices.filter { counts[$0] > 0 }
      .map { ExportCounts.Share(iri: IRI(checked: names.string($0)), count: counts[$0]) }
      .sorted { $0.iri < $1.iri }
  }
}

/// A set of byte strings of which only hashes are kept, so that their number can be told.
///
/// Of a million strings two have one hash in one of thirty million files.
private struct HashSet {
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var used = 0
  private var isFull = false

  /// How many strings are told apart, which takes 16 to 32 MiB.
  private static let limit = 1 << 20

  /// The number of different strings; nothing where there were too many.
  var count: Int? { isFull ? nil : used }

  mutating func insert(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard !isFull else { return }
    // Zero marks a free slot.
    let hash = max(1, ByteTable.hash64(bytes, range))
    guard place(hash) else { return }
    used += 1
    if used > Self.limit {
      isFull = true
      slots = []
    } else if used * 2 > slots.count {
      let old = slots
      slots = [UInt64](repeating: 0, count: old.count * 2)
      for hash in old where hash != 0 { _ = place(hash) }
    }
  }

  /// Puts a hash into its slot; whether it is new.
  private mutating func place(_ hash: UInt64) -> Bool {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = hash
    return true
  }
}
