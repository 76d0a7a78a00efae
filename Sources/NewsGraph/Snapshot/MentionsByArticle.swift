import Extraction

/// The mentions of a graph, article by article.
final class MentionsByArticle {
  private let sorted: SortedRecords
  private var head: SortedRecords.Record?

  /// Sorts the mentions of all entities.
  init(_ contents: some GraphContents, _ storage: TemporaryStorage) throws {
    let sorter = ExternalSorter(storage)
    var number = 0
    try contents.entities().forEach { entity in
      for (article, mentions) in entity.mentions {
        var key = SortKey()
        key.append(article)
        key.append(number)
        var encoder = RecordEncoder()
        encoder.write(article)
        encoder.write(entity.iri.string)
        encoder.write(mentions) { $1.encode(to: &$0) }
        try sorter.add(key: key.bytes, value: encoder.bytes)
      }
      number += 1
    }
    sorted = try sorter.finish()
    head = try sorted.next()
  }

  /// The mentions in the next article; nothing at the end.
  func next() throws -> ArticleMentions? {
    guard let first = head else { return nil }
    // All but the number of the entity at its end.
    let article = first.key.dropLast(8)
    var found = ArticleMentions(article: "", entities: [])
    while let record = head, record.key.dropLast(8) == article {
      var decoder = RecordDecoder(record.value)
      found.article = try decoder.text()
      found.entities.append(
        (
          try IRI(from: &decoder),
          try decoder.array { decoder throws(RecordError) in try Mention(from: &decoder) }
        ))
      head = try sorted.next()
    }
    return found
  }
}
