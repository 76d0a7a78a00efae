public import Extraction

/// How articles are read.
public struct ArticleOptions: Hashable, Sendable {
  /// The largest input that is read, in bytes.
  ///
  /// It holds for a file, for what a gzip file unpacks to, and for one line of a JSON lines file;
  /// a JSON lines file as a whole may be of any length.
  public var sizeLimit: Int
  /// The encoding of input that neither begins with a byte order mark nor declares one.
  ///
  /// Without it such input is UTF-8, or windows-1252 where it cannot be UTF-8.
  public var defaultEncoding: TextEncoding?
  /// The day, and where known the time, of publication of articles that state none.
  ///
  /// What an article says of itself comes first.
  public var published: Timestamp?

  /// 16 MiB, in bytes.
  public static let standardSizeLimit = 16 << 20

  /// Makes options; the standard limit is 16 MiB.
  public init(
    sizeLimit: Int = standardSizeLimit, defaultEncoding: TextEncoding? = nil,
    published: Timestamp? = nil
  ) {
    self.sizeLimit = sizeLimit
    self.defaultEncoding = defaultEncoding
    self.published = published
  }
}
