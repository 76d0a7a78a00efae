public import Extraction

/// The texts of the articles that pass by, so that a report can quote them.
///
/// A graph keeps all of an article but its text. The texts are kept as UTF-8, and taken apart only
/// where a sentence is quoted.
public final class ArticleTexts {
  private var texts: [String: String] = [:]

  /// Makes an empty store.
  public init() {}

  /// The articles of a sequence, unchanged, each of them noted as it goes by.
  public func noting<Base: Sequence<ArticleReading>>(
    _ readings: Base
  ) -> some Sequence<ArticleReading> {
    readings.lazy.map { reading in
      if case .article(let article) = reading { self.note(article) }
      return reading
    }
  }

  /// Keeps the text of an article.
  public func note(_ article: Article) { texts[article.id] = article.text.string }

  /// The text of a range of an article on one line; nothing where the article is not known or is
  /// shorter.
  public func passage(of article: String, _ range: TextRange) -> String? {
    guard let scalars = texts[article]?.unicodeScalars,
      let begin = scalars.index(
        scalars.startIndex, offsetBy: range.begin, limitedBy: scalars.endIndex),
      let end = scalars.index(begin, offsetBy: range.count, limitedBy: scalars.endIndex)
    else { return nil }
    return String(scalars[begin..<end]).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
