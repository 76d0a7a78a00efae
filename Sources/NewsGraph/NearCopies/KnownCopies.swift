import Extraction

/// The copies of a corpus without the articles that have none: small enough for every worker.
struct KnownCopies: Sendable {
  /// The ids of the articles by number, in their order.
  private let ids: [String]
  private let table: CopyTable

  /// Leaves out the articles that neither are nor have copies.
  ///
  /// - Parameters:
  ///   - table: The copies among all articles.
  ///   - ids: The ids of all articles by number, in their order.
  init<IDs: RandomAccessCollection<String>>(_ table: CopyTable, ids: IDs) where IDs.Index == Int {
    var involved = Set(table.passages.keys)
    for (article, passages) in table.passages where !passages.isEmpty {
      involved.insert(article)
      involved.formUnion(passages.map(\.other))
    }
    for article in ids.indices where table.story(of: article) != article {
      involved.formUnion([article, table.story(of: article)])
    }
    let kept = involved.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    var small = CopyTable(articleCount: kept.count)
    for (number, article) in kept.enumerated() {
      if let story = numbers[table.story(of: article)] { small.joinArticles(story, number) }
      for passage in table.passages[article] ?? [] {
        if let other = numbers[passage.other] {
          small.addPassage(CopyTable.Passage(range: passage.range, other: other), of: number)
        }
      }
    }
    self.ids = kept.map { ids[$0] }
    self.table = small
  }

  /// What marks the evidence of statements.
  var marker: CopyMarker { CopyMarker(table: table, ids: ids) }

  func encode(to encoder: inout RecordEncoder) {
    encoder.write(Array(ids.enumerated())) { encoder, article in
      encoder.write(article.element)
      encoder.write(table.story(of: article.offset))
      encoder.write(table.passages[article.offset] ?? []) { encoder, passage in
        passage.range.encode(to: &encoder)
        encoder.write(passage.other)
      }
    }
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    let articles = try decoder.array { decoder throws(RecordError) in
      (
        id: try decoder.text(), story: try decoder.number(),
        passages: try decoder.array { decoder throws(RecordError) in
          CopyTable.Passage(
            range: try TextRange(from: &decoder), other: try decoder.number())
        }
      )
    }
    var table = CopyTable(articleCount: articles.count)
    for (number, article) in articles.enumerated() {
      guard article.story < articles.count,
        article.passages.allSatisfy({ $0.other < articles.count })
      else { throw decoder.error("numbers of articles") }
      table.joinArticles(article.story, number)
      for passage in article.passages { table.addPassage(passage, of: number) }
    }
    ids = articles.map(\.id)
    self.table = table
  }
}
