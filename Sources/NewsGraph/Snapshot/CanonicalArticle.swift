import Crypto
public import Extraction

/// The form in which articles are kept and by which they are told apart: one JSON object whose
/// members stand in a fixed order.
///
///     {"id":…,"title":…|null,"url":…|null,"published":ISO|null,"time":…|null,"inferred":ISO|null,
///      "publisher":…|null,"authors":[…],"language":…|null,"text":…,"blocks":[[KIND,BEGIN,END]…]}
///
/// Equal articles give equal bytes; all that reading depends on is in them.
public enum CanonicalArticle {
  /// The canonical form of an article, in UTF-8.
  public static func encode(_ article: Article) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.member("id", article.id)
    json.member("title", article.title)
    json.member("url", article.url)
    json.member("published", article.published?.date.description)
    json.member("time", article.published?.time)
    json.member("inferred", article.inferredDate?.description)
    json.member("publisher", article.publisher)
    json.member("authors", article.authors)
    json.member("language", article.language)
    json.member("text", article.text.string)
    json.key("blocks")
    json.beginArray()
    for block in article.blocks {
      json.beginArray()
      json.value(block.kind.rawValue)
      json.value(block.range.begin)
      json.value(block.range.end)
      json.endArray()
    }
    json.endArray()
    json.endObject()
    return json.buffer.bytes
  }

  /// Reads the canonical form.
  ///
  /// - Throws: `CanonicalArticleError` where the bytes are none.
  public static func decode(_ bytes: [UInt8]) throws(CanonicalArticleError) -> Article {
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw CanonicalArticleError(description: "no JSON: \(error)")
    }
    guard let fields = value.object else { throw .missing("an object") }
    guard let id = fields["id"]?.string else { throw .missing("'id'") }
    guard let text = fields["text"]?.string.map(ArticleText.init) else { throw .missing("'text'") }
    let blocks = try (fields["blocks"] ?? .array([])).elements.map {
      value throws(CanonicalArticleError) in try block(value, in: text)
    }
    var article = Article(id: id, text: text, blocks: blocks)
    article.title = fields["title"]?.string
    article.url = fields["url"]?.string
    if let date = try day("published", fields) {
      article.published = Timestamp(date: date, time: fields["time"]?.string)
    }
    article.inferredDate = try day("inferred", fields)
    article.publisher = fields["publisher"]?.string
    article.authors = (fields["authors"] ?? .array([])).elements.compactMap(\.string)
    article.language = fields["language"]?.string
    return article
  }

  /// The hash of a canonical form (SHA-256), 32 bytes.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  private static func day(
    _ name: String, _ fields: [String: JSONValue]
  ) throws(CanonicalArticleError) -> CalendarDate? {
    guard let text = fields[name]?.string else { return nil }
    guard let day = CalendarDate(iso: text) else { throw .missing("a day in '\(name)'") }
    return day
  }

  private static func block(
    _ value: JSONValue, in text: ArticleText
  ) throws(CanonicalArticleError) -> Block {
    let parts = value.elements
    guard parts.count == 3, let kind = parts[0].string.flatMap(Block.Kind.init(rawValue:)),
      case .integer(let begin) = parts[1], case .integer(let end) = parts[2],
      0 <= begin, begin <= end, end <= text.count
    else { throw .missing("a block as [KIND,BEGIN,END]") }
    return Block(kind, TextRange(begin, end))
  }
}

/// Bytes that are not the canonical form of an article.
public struct CanonicalArticleError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with them, as the end of a sentence.
  public var description: String

  fileprivate static func missing(_ expected: String) -> CanonicalArticleError {
    CanonicalArticleError(description: "no article: expected \(expected)")
  }
}
