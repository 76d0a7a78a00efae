import Extraction

/// The schema.org article that a page describes in JSON-LD.
struct LinkedData {
  private(set) var headline: String?
  private(set) var url: String?
  private(set) var published: Timestamp?
  private(set) var modified: Timestamp?
  private(set) var publisher: String?
  private(set) var authors: [String] = []
  private(set) var language: String?
  private(set) var body: String?

  /// The objects by their `@id`, for references.
  private var named: [String: [String: JSONValue]] = [:]

  /// Reads all JSON-LD scripts; of several articles the one at `canonical` counts, else the first.
  init(_ document: HTMLDocument, canonical: String?) {
    var objects: [[String: JSONValue]] = []
    for index in document.nodes.indices
    where document.name(index) == "script"
      && (document.attribute("type", of: index)?.lowercased().hasPrefix("application/ld+json")
        ?? false)
    {
      guard let value = LinkedData.value(document, index) else { continue }
      LinkedData.collect(value, depth: 0, into: &objects)
    }
    for object in objects {
      if let id = object["@id"]?.string, object.count > 1 { named[id] = object }
    }
    let articles = objects.filter { LinkedData.isArticle($0) }
    guard
      let article = articles.first(where: { address($0) == canonical && canonical != nil })
        ?? articles.first
    else { return }
    read(article)
  }

  private mutating func read(_ article: [String: JSONValue]) {
    headline = text(article["headline"]) ?? text(article["name"])
    url = PageHead.absolute(address(article))
    published = date(article["datePublished"]) ?? date(article["dateCreated"])
    modified = date(article["dateModified"])
    publisher = name(article["publisher"]) ?? name(article["sourceOrganization"])
    authors =
      (article["author"]?.elements ?? article["creator"]?.elements ?? [])
      .compactMap { name($0) }.flatMap { AuthorNames.names(in: $0) }.uniqued
    language = article["inLanguage"].flatMap { $0.string ?? $0.object?["alternateName"]?.string }
    body = text(article["articleBody"])
  }

  // MARK: - Objects

  private static func value(_ document: HTMLDocument, _ index: Int) -> JSONValue? {
    var script = ""
    for place in document.subtree(index) {
      if case .text(let text) = document.nodes[place].content { script += text }
    }
    // Comments and CDATA marks from the days of XHTML stand around the data.
    guard let begin = script.firstIndex(where: { $0 == "{" || $0 == "[" }),
      let end = script.lastIndex(where: { $0 == "}" || $0 == "]" }), begin <= end
    else { return nil }
    let bytes = Array(script[begin...end].utf8)
    if let value = try? JSONValue(parsing: bytes) { return value }
    // Line breaks inside strings are the most common fault.
    return try? JSONValue(parsing: bytes.map { $0 < 0x20 ? 0x20 : $0 })
  }

  private static func collect(
    _ value: JSONValue, depth: Int, into objects: inout [[String: JSONValue]]
  ) {
    guard depth < 8 else { return }
    for element in value.elements {
      guard let object = element.object else { continue }
      objects.append(object)
      for key in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "author", "publisher"] {
        if let inner = object[key] { collect(inner, depth: depth + 1, into: &objects) }
      }
    }
  }

  /// Whether the object's type is one of schema.org's kinds of article.
  private static func isArticle(_ object: [String: JSONValue]) -> Bool {
    (object["@type"]?.elements ?? []).contains { type in
      guard let name = type.string?.split(whereSeparator: { $0 == "/" || $0 == ":" }).last else {
        return false
      }
      return name.hasSuffix("Article") || name.hasSuffix("BlogPosting") || name == "Report"
    }
  }

  private func address(_ article: [String: JSONValue]) -> String? {
    let page = article["mainEntityOfPage"]
    return article["url"]?.string ?? page?.string ?? page?.object?["@id"]?.string
      ?? page?.object?["url"]?.string
  }

  // MARK: - Values

  /// The name of a person or organization: a string, or an object, or a reference to one.
  private func name(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    if value.string != nil { return text(value) }
    for element in value.elements {
      guard let object = element.object else { continue }
      let target = object["name"] == nil ? object["@id"]?.string.flatMap { named[$0] } : object
      if let name = text((target ?? object)["name"]?.elements.first) { return name }
    }
    return nil
  }

  /// A string without markup: values are often written as HTML.
  private func text(_ value: JSONValue?) -> String? {
    guard var text = value?.string else { return nil }
    if text.contains("&") || text.contains("<"), let document = try? HTMLParser.document(of: text),
      !document.nodes.isEmpty
    {
      text = document.text(0)
    }
    let trimmed = text.trimmingSpace
    return trimmed.isEmpty ? nil : trimmed
  }

  private func date(_ value: JSONValue?) -> Timestamp? {
    value?.elements.first?.string.flatMap { Timestamp(parsing: $0) }
  }
}
