import Extraction

/// The `meta`, `link`, `title` and `time` elements of a page.
struct PageHead {
  /// The contents of `meta` elements by their name or property in lower case.
  struct Meta {
    fileprivate(set) var values: [String: [String]] = [:]

    subscript(name: String) -> String? { values[name]?.first }

    /// The first value that one of the names has.
    func first(_ names: String...) -> String? {
      names.lazy.compactMap { values[$0]?.first }.first
    }

    /// The first value of the names that is a date.
    func date(_ names: String...) -> Timestamp? {
      names.lazy.compactMap { values[$0]?.first }.compactMap { Timestamp(parsing: $0) }.first
    }
  }

  private(set) var meta = Meta()
  private(set) var canonical: String?
  private(set) var title: String?
  private(set) var language: String?
  /// The first `<time datetime>`, one that says it is of publication before others.
  private(set) var time: Timestamp?
  /// The texts of the page's `h1` elements.
  private(set) var headings: [String] = []
  private var markedAuthors: [String] = []

  init(_ document: HTMLDocument) {
    var otherTime: Timestamp?
    for index in document.nodes.indices {
      switch document.name(index) {
      case "meta": addMeta(document, index)
      case "link": addLink(document, index)
      case "title": title = title ?? nonEmpty(document.text(index))
      case "html":
        language =
          document.attribute("lang", of: index) ?? document.attribute("xml:lang", of: index)
      case "h1": headings.append(document.text(index))
      case "time":
        let (timestamp, isPublication) = PageHead.time(document, index)
        if isPublication { time = time ?? timestamp } else { otherTime = otherTime ?? timestamp }
      case .some: addAuthor(document, index)
      case nil: break
      }
    }
    time = time ?? otherTime
  }

  /// The authors that `meta` elements name, else those that the text marks as such.
  var authors: [String] {
    for name in [
      "author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
      "dcterms.creator", "byl",
    ] {
      let names = (meta.values[name] ?? []).flatMap { AuthorNames.names(in: $0) }
      if !names.isEmpty { return names.uniqued }
    }
    return markedAuthors.flatMap { AuthorNames.names(in: $0) }.uniqued
  }

  // MARK: - Elements

  private mutating func addMeta(_ document: HTMLDocument, _ index: Int) {
    guard let content = document.attribute("content", of: index).flatMap({ nonEmpty($0) }) else {
      return
    }
    for attribute in ["property", "name", "itemprop", "http-equiv"] {
      guard let name = document.attribute(attribute, of: index)?.lowercased() else { continue }
      meta.values[name, default: []].append(content)
    }
  }

  private mutating func addLink(_ document: HTMLDocument, _ index: Int) {
    guard canonical == nil, document.attribute("rel", of: index)?.lowercased() == "canonical" else {
      return
    }
    canonical = PageHead.absolute(document.attribute("href", of: index))
  }

  private mutating func addAuthor(_ document: HTMLDocument, _ index: Int) {
    guard !document.nodes[index].attributes.isEmpty, markedAuthors.count < 10 else { return }
    let isAuthor =
      document.attribute("rel", of: index) == "author"
      || document.attribute("itemprop", of: index) == "author"
    guard isAuthor else { return }
    let name = document.subtree(index).first { document.attribute("itemprop", of: $0) == "name" }
    let text = document.text(name ?? index)
    if text.utf8.count <= 80, !text.isEmpty { markedAuthors.append(text) }
  }

  private static func time(_ document: HTMLDocument, _ index: Int) -> (
    Timestamp?, isPublication: Bool
  ) {
    let value = document.attribute("datetime", of: index) ?? document.text(index)
    let words = HTMLElements.words(document.nodes[index].attributes)
    let isPublication =
      document.attribute("pubdate", of: index) != nil
      || document.attribute("itemprop", of: index) == "datePublished"
      || words.contains("published") || words.contains("pubdate")
    return (Timestamp(parsing: value), isPublication)
  }

  // MARK: - Values

  /// A URL that says its scheme and host; others mean nothing without the page's own address.
  static func absolute(_ url: String?) -> String? {
    guard let url = url?.trimmingSpace, url.utf8.count <= 2_000,
      url.hasPrefix("https://") || url.hasPrefix("http://"), !url.contains(where: \.isWhitespace)
    else { return nil }
    return url
  }

  /// A language tag as BCP 47 writes it: `en_us` is `en-US`.
  static func languageTag(_ text: String?) -> String? {
    guard let parts = text?.trimmingSpace.split(whereSeparator: { $0 == "-" || $0 == "_" }),
      let first = parts.first, (2...3).contains(first.utf8.count),
      parts.allSatisfy({
        $0.utf8.count <= 8 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else { return nil }
    let rest = parts.dropFirst().map { part in
      switch part.utf8.count {
      case 2: part.uppercased()
      case 4: part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: part.lowercased()
      }
    }
    return ([first.lowercased()] + rest).joined(separator: "-")
  }

  private func nonEmpty(_ text: String) -> String? {
    let trimmed = text.trimmingSpace
    return trimmed.isEmpty ? nil : trimmed
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in order.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
