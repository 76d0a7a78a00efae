public import Extraction

/// What an `ArticleReader` yields: an article, or a word about an input that gave none.
public enum ArticleReading: Hashable, Sendable {
  /// An article.
  case article(Article)
  /// An input that is no article, and why.
  case rejected(RejectedInput)
  /// A path inside a folder that is of no known kind, or hidden, and was not looked at.
  case skipped(path: String)
  /// A word about the article that comes next.
  case note(ReadingNote)
}
