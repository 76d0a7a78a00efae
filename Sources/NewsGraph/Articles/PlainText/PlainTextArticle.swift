import Extraction

/// Makes articles of plain text.
enum PlainTextArticle {
  /// Structures `string` as an article; `id` is its name unless `known` says better.
  ///
  /// The offsets count the code points of `string` itself.
  static func article(
    _ string: String, id: String, known: KnownFacts = KnownFacts()
  ) throws(RejectedInput.Reason) -> Article {
    let text = ArticleText(string)
    let structure = PlainTextStructure(text, title: known.title)
    guard !structure.blocks.isEmpty else { throw .empty }
    guard structure.blocks.contains(where: \.isRead) else { throw .noText }
    return Article(text, structure, known: known, id: id)
  }
}

extension Article {
  /// Makes an article of its structure and of what is known; the latter is trusted more.
  init(_ text: ArticleText, _ structure: PlainTextStructure, known: KnownFacts, id: String) {
    let facts = structure.facts
    let inferred =
      known.url.flatMap { CalendarDate(inURL: $0) } ?? facts.captionDate
      ?? CalendarDate(inFileName: id)
    self.init(
      id: known.id ?? known.url.flatMap(ArticleIdentifier.name) ?? id,
      title: known.title ?? facts.title,
      url: known.url,
      published: known.published ?? facts.published ?? facts.updated
        ?? facts.completedDate(by: inferred),
      inferredDate: inferred,
      publisher: known.publisher ?? facts.publisher,
      authors: known.authors.isEmpty ? facts.authors : known.authors,
      text: text, blocks: structure.blocks)
  }
}

extension TextFacts {
  /// The day of a dateline without a year, in the year of another date that lies near it.
  func completedDate(by other: CalendarDate?) -> Timestamp? {
    guard let partial = dateWithoutYear, let other else { return nil }
    let near = [other.year - 1, other.year, other.year + 1].compactMap { partial.date(in: $0) }
      .filter { abs($0.dayNumber - other.dayNumber) <= 60 }
    return near.min { abs($0.dayNumber - other.dayNumber) < abs($1.dayNumber - other.dayNumber) }
      .map { Timestamp(date: $0) }
  }
}

extension CalendarDate {
  /// The day that a file's name begins with: `2020-10-09-talks`.
  init?(inFileName name: String) {
    let scanner = DateScanner(DateToken.tokens(of: Array(name.prefix(10).unicodeScalars)))
    guard scanner.number(0, digits: 4...4) != nil, let date = scanner.date(at: 0)?.0.date else {
      return nil
    }
    self = date
  }
}
