/// A news article: what is known about it, and one text with typed ranges.
public struct Article: Sendable, Hashable {
  /// A stable name: the canonical URL's, the record's `id`, or the file's stem.
  public var id: String
  /// The headline.
  public var title: String?
  /// The canonical URL, where the input says one.
  public var url: String?
  /// The day, and where known the time, of publication.
  public var published: Timestamp?
  /// A day near publication that the article does not state as such: of a picture, or in its URL.
  ///
  /// It serves to anchor words like "Friday" where `published` is not known, and is never shown as
  /// the day of publication.
  public var inferredDate: CalendarDate?
  /// The name of the paper, agency or broadcaster.
  public var publisher: String?
  /// The names of the authors, in the order of the by-line.
  public var authors: [String]
  /// The BCP 47 tag of the article's language, where the input says one.
  public var language: String?
  /// The text as it was read; all offsets count its code points.
  public var text: ArticleText
  /// What the parts of the text are: in text order, without overlap.
  public var blocks: [Block]

  /// Makes an article; without blocks, the whole text is one paragraph.
  public init(
    id: String, title: String? = nil, url: String? = nil, published: Timestamp? = nil,
    inferredDate: CalendarDate? = nil, publisher: String? = nil, authors: [String] = [],
    language: String? = nil, text: ArticleText, blocks: [Block]? = nil
  ) {
    self.id = id
    self.title = title
    self.url = url
    self.published = published
    self.inferredDate = inferredDate
    self.publisher = publisher
    self.authors = authors
    self.language = language
    self.text = text
    self.blocks = blocks ?? [Block(.paragraph, text.range)]
  }
}
