import Extraction

/// The articles of a graph in the order of their ids: in memory are ids and IRIs, on disk all else.
final class ArticleDirectory {
  /// The ids, sorted.
  private(set) var ids = PackedTexts()
  /// How the IRIs are made of the ids, and where they are not, the IRIs.
  private var iris = PackedTexts()
  private var places: [Int] = []
  private let nodes: SpillFile
  /// What the IRIs of articles without a URL begin with.
  private let base: String

  /// Stands for an IRI that is the id, and for one that is the base and the id.
  private static let (isID, hasBase) = ("=", "+")

  /// Makes a directory of nothing.
  init(_ minter: IRIMinter, _ storage: TemporaryStorage) {
    nodes = SpillFile(storage)
    base = minter.base + "article/"
  }

  /// Adds an article; they come sorted, and no two with one id.
  func add(_ article: ArticleNode) throws(OutputError) {
    ids.append(article.id)
    let iri = article.iri.string
    if CodePoints.areSame(iri, article.id) {
      iris.append(Self.isID)
    } else if CodePoints.areSame(iri, base + article.id) {
      iris.append(Self.hasBase)
    } else {
      iris.append(iri)
    }
    var encoder = RecordEncoder()
    article.encode(to: &encoder)
    places.append(nodes.count)
    try nodes.append(record: encoder.bytes)
  }

  /// The number of articles.
  var count: Int { ids.count }

  /// The number of the article with an id.
  func number(of id: String) -> Int? { ids.sortedIndex(of: id) }

  /// The name of the node of an article; nothing where there is none.
  func iri(of id: String) -> IRI? {
    guard let number = number(of: id) else { return nil }
    return switch iris[number] {
    case Self.isID: IRI(checked: id)
    case Self.hasBase: IRI(checked: base + id)
    case let iri: IRI(checked: iri)
    }
  }

  /// An article by its id; nothing where there is none.
  func article(_ id: String) throws -> ArticleNode? {
    guard let number = number(of: id) else { return nil }
    let end = number + 1 < places.count ? places[number + 1] : nodes.count
    var reader = SpillReader(nodes, places[number]..<end, chunkSize: end - places[number])
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
