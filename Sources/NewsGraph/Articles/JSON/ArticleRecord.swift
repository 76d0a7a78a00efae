import Extraction

/// What is said about an article beside its text: in a record, or in the head of a page.
struct KnownFacts: Hashable {
  var id: String?
  var url: String?
  var title: String?
  var published: Timestamp?
  var publisher: String?
  var authors: [String] = []
}

/// A record of a JSON lines file: `{id, url, title, date, author, publisher, text | html}`.
///
/// All fields but `text` or `html` may be missing or null; others are passed over. `published` and
/// `authors`, as the program's own records have them, are read where `date` and `author` are not
/// there.
struct ArticleRecord: Hashable {
  enum Body: Hashable {
    case text(String)
    case html(String)
  }

  var known: KnownFacts
  var body: Body
  /// A `date` that could not be understood.
  var unreadableDate: String?

  /// Reads the fields of a record, and says which has the wrong type.
  init(_ value: JSONValue) throws(RejectedInput.Reason) {
    guard let fields = value.object else { throw .notARecord(found: value.kind) }
    known = KnownFacts()
    known.id = try ArticleRecord.identifier(fields["id"])
    known.url = try ArticleRecord.string("url", fields)
    known.title = try ArticleRecord.string("title", fields)
    known.publisher = try ArticleRecord.string("publisher", fields)
    known.authors = try ArticleRecord.authors(
      fields["author"] ?? fields["authors"], field: fields["author"] == nil ? "authors" : "author")
    let published = try ArticleRecord.string("published", fields)
    if let date = try ArticleRecord.string("date", fields) ?? published {
      known.published = Timestamp(parsing: date)
      unreadableDate = known.published == nil ? date : nil
    }
    if let text = try ArticleRecord.string("text", fields) {
      body = .text(text)
    } else if let html = try ArticleRecord.string("html", fields) {
      body = .html(html)
    } else {
      throw .noText
    }
  }

  /// The article of the record; `fallback` is its id where neither id nor URL is given.
  func article(fallback: String) throws(RejectedInput.Reason) -> Article {
    switch body {
    case .text(let text): try PlainTextArticle.article(text, id: fallback, known: known)
    case .html(let markup): try HTMLArticle.article(markup, id: fallback, known: known)
    }
  }

  // MARK: - Fields

  /// A string that holds more than white space; nothing where it is missing, null or blank.
  private static func string(
    _ name: String, _ fields: [String: JSONValue]
  ) throws(RejectedInput.Reason) -> String? {
    switch fields[name] ?? .null {
    case .null: return nil
    case .string(let text):
      // The text itself keeps its white space, so that offsets into it hold.
      let trimmed = text.trimmingSpace
      return trimmed.isEmpty ? nil : name == "text" || name == "html" ? text : trimmed
    case let other: throw .wrongType(field: name, expected: "a string", found: other.kind)
    }
  }

  private static func identifier(_ value: JSONValue?) throws(RejectedInput.Reason) -> String? {
    if case .integer(let number)? = value { return String(number) }
    guard let value else { return nil }
    return try string("id", ["id": value])
  }

  private static func authors(
    _ value: JSONValue?, field: String
  ) throws(RejectedInput.Reason) -> [String] {
    var authors: [String] = []
    for element in value?.elements ?? [] {
      switch element {
      case .null: continue
      case .string(let text): authors += AuthorNames.names(in: text)
      default:
        throw .wrongType(
          field: field, expected: "a string or an array of strings", found: element.kind)
      }
    }
    return authors
  }
}
