import Extraction

/// Who bears a statement out.
public struct Corroboration: Sendable, Hashable {
  /// The ids of the articles that assert or allege it, sorted.
  public var articles: [String]
  /// The number of sources among them that do not depend on each other, where it is known: copies
  /// of one text are one source.
  public var independentSources: Int?

  /// Makes a corroboration.
  public init(articles: [String], independentSources: Int? = nil) {
    self.articles = articles
    self.independentSources = independentSources
  }

  /// The number to rank by: of independent sources where it is known, else of articles.
  public var weight: Int { independentSources ?? articles.count }
}

extension Statement {
  /// The number of articles that assert or allege it, with articles that print one text counted once.
  public var independentAffirmingSources: Int {
    let affirming = evidence.filter { $0.basis == .read && $0.isAffirming }
    return Set(affirming.map { $0.firstPrintedIn ?? $0.article }).count
  }

  /// The ids of the articles that assert or allege it, sorted; background is no article's word.
  public var affirmingArticles: [String] {
    Set(evidence.filter { $0.basis == .read && $0.isAffirming }.map(\.article))
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
