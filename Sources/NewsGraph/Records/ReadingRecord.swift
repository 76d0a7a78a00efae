/// What one article gave, without its text: all that is needed to join it with others to a graph.
///
/// A record is independent of every other article. It is what a corpus keeps on disk and what
/// workers on several machines hand on; the graph of records is the graph of their articles, byte
/// for byte. It names entries of the gazetteer by number, so that records go together only where
/// their `ReadingFingerprint` is the same.
public struct ReadingRecord: Sendable {
  /// The first bytes of a record: its kind and the version of its form.
  private static let signature: [UInt8] = Array("NGR".utf8) + [1]

  let content: CorpusArticle

  init(_ content: CorpusArticle) { self.content = content }

  /// What the graph keeps of the article.
  public var article: ArticleNode { content.node }

  /// The number of entities.
  public var entityCount: Int { content.entities.count }

  /// The number of claims.
  public var claimCount: Int { content.claims.count }

  /// The record of the same article with another id, where another article has its own.
  func renamed(_ id: String, minter: IRIMinter) -> ReadingRecord {
    var renamed = content
    renamed.node.id = id
    // An IRI that is made of the id follows it; a URL stays.
    if renamed.node.iri == minter.article(id: content.node.id) {
      renamed.node.iri = minter.article(id: id)
    }
    return ReadingRecord(renamed)
  }

  /// Reads a record.
  ///
  /// - Throws: `RecordError` where the bytes are none; indices are checked, so that a record that
  ///   is read can be used.
  public init(decoding bytes: [UInt8]) throws(RecordError) {
    guard bytes.starts(with: Self.signature) else {
      throw RecordError(offset: 0, expected: "the record of an article, form 1")
    }
    var decoder = RecordDecoder(Array(bytes.dropFirst(Self.signature.count)))
    content = try CorpusArticle(from: &decoder)
    guard decoder.isAtEnd else { throw decoder.error("the end") }
  }

  /// The record as bytes; the same record gives the same bytes.
  public func encoded() -> [UInt8] {
    var encoder = RecordEncoder()
    content.encode(to: &encoder)
    return Self.signature + encoder.bytes
  }
}
