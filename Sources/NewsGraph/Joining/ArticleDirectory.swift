import Extraction

/// The articles of a graph in the order of their ids: in memory are the ids and how the IRIs are made of
/// them, on disk all else.
final class ArticleDirectory {
  /// The ids, sorted.
  private(set) var ids = PackedTexts()
  /// How the IRIs are made of the ids.
  private var forms: [Form] = []
  /// The few IRIs that are not made of ids, by the numbers of the articles.
  private var otherIRIs: [Int: IRI] = [:]
  private let nodes: SpillFile
  /// Where the node of each article ends.
  private let ends: StoredNumbers
  /// What the IRIs of articles without a URL begin with.
  private let base: String

  /// How an IRI is made of an id.
  private enum Form: UInt8 {
    case id, baseAndID, other
  }

  /// Makes a directory of nothing.
  init(_ minter: IRIMinter, _ storage: TemporaryStorage) {
    nodes = SpillFile(storage)
    ends = StoredNumbers(storage)
    base = minter.base + "article/"
  }

  /// Adds an article; they come sorted, and no two with one id.
  func add(_ article: ArticleNode) throws(OutputError) {
    let iri = article.iri.string
    if CodePoints.areSame(iri, article.id) {
      forms.append(.id)
    } else if CodePoints.areSame(iri, base + article.id) {
      forms.append(.baseAndID)
    } else {
      forms.append(.other)
      otherIRIs[ids.count] = article.iri
    }
    ids.append(article.id)
    var encoder = RecordEncoder()
    article.encode(to: &encoder)
    try nodes.append(record: encoder.bytes)
    try ends.append(nodes.count)
  }

  /// The number of articles.
  var count: Int { ids.count }

  /// The number of the article with an id.
  func number(of id: String) -> Int? { ids.sortedIndex(of: id) }

  /// The name of the node of an article; nothing where there is none.
  func iri(of id: String) -> IRI? {
    guard let number = number(of: id) else { return nil }
    return switch forms[number] {
    case .id: IRI(checked: id)
    case .baseAndID: IRI(checked: base + id)
    case .other: otherIRIs[number]
    }
  }

  /// An article by its id; nothing where there is none.
  func article(_ id: String) throws -> ArticleNode? {
    guard let number = number(of: id) else { return nil }
    let range = try (number == 0 ? 0 : ends[number - 1])..<ends[number]
    var reader = SpillReader(nodes, range, chunkSize: range.count)
    return try reader.next().map(Self.decoded)
  }

  /// All articles, sorted by id.
  func articles() -> GraphCursor<ArticleNode> {
    var reader = SpillReader(nodes)
    return GraphCursor { try reader.next().map(Self.decoded) }
  }

  private static func decoded(_ bytes: [UInt8]) throws(RecordError) -> ArticleNode {
    var decoder = RecordDecoder(bytes)
    return try ArticleNode(from: &decoder)
  }
}
