import Extraction

/// What the head of a page says about its article.
///
/// Each fact is taken from the first of these that states it: schema.org JSON-LD; Open Graph and
/// `article:` properties; other `meta` names and microdata; `<time>`; `<title>` and `<link>`. Only
/// the canonical URL is asked of `<link rel="canonical">` first, which is its standard place (RFC
/// 6596).
struct PageMetadata: Hashable {
  var url: String?
  var title: String?
  var published: Timestamp?
  var publisher: String?
  var authors: [String] = []
  var language: String?
  /// The text of the article, where the head holds it.
  var body: String?

  init(_ document: HTMLDocument) {
    let head = PageHead(document)
    let data = LinkedData(document, canonical: head.canonical)
    let meta = head.meta
    url = head.canonical ?? PageHead.absolute(meta["og:url"]) ?? data.url
    publisher =
      data.publisher
      ?? meta.first(
        "og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
    title =
      data.headline ?? meta.first(
        "og:title", "twitter:title", "dc.title", "dcterms.title", "headline")
      ?? head.title
    title = title.map { PageTitle.withoutOutlet($0, outlet: publisher, headings: head.headings) }
    published =
      data.published
      ?? meta.date(
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
        "article.published", "publish-date", "publish_date", "publication_date", "pubdate",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
        "dc.date", "dcterms.date", "date", "article:modified_time", "last-modified")
      ?? head.time ?? data.modified
    authors = data.authors
    if authors.isEmpty { authors = head.authors }
    authors.removeAll { $0 == publisher }
    language =
      PageHead.languageTag(head.language) ?? PageHead.languageTag(meta.first("og:locale"))
      ?? PageHead.languageTag(data.language)
      ?? PageHead.languageTag(meta.first("content-language", "dc.language"))
    body = data.body
  }
}

extension KnownFacts {
  /// What a record says, completed by what the page says.
  func completed(by page: PageMetadata) -> KnownFacts {
    var facts = self
    facts.url = url ?? page.url
    facts.title = title ?? page.title
    facts.published = published ?? page.published
    facts.publisher = publisher ?? page.publisher
    facts.authors = authors.isEmpty ? page.authors : authors
    return facts
  }
}

/// Cuts the outlet's name off a page's title.
enum PageTitle {
  /// `Talks begin in Geneva | The Morning Paper` without its end.
  ///
  /// The end goes where it is the outlet's name, where the rest is a heading of the page, or behind
  /// a bar; a hyphen alone may belong to the headline.
  static func withoutOutlet(_ title: String, outlet: String?, headings: [String]) -> String {
    let known = Set(headings.map { Folding.fold($0) })
    if known.contains(Folding.fold(title)) { return title }
    for separator in [" | ", " – ", " — ", " - ", " « ", " :: ", " · "] {
      guard let range = title.lastRange(of: separator) else { continue }
      let start = String(title[..<range.lowerBound])
      let end = Folding.fold(title[range.upperBound...])
      let isOutlet = outlet.map { Folding.fold($0) == end } ?? false
      let isBar = separator == " | " && start.split(separator: " ").count >= 2
      if isOutlet || isBar || known.contains(Folding.fold(start)) { return start.trimmingSpace }
    }
    return title
  }
}

extension String {
  /// The last place of a short text.
  fileprivate func lastRange(of text: String) -> Range<Index>? {
    ranges(of: text).last
  }
}
