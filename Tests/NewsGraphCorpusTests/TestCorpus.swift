import Extraction
import Foundation
import NewsGraph
import NewsGraphCorpus
import Testing

/// A corpus in a folder that is removed when the test is over.
final class TestCorpus {
  let folder: String
  var path: String { folder + "/test.ngcorpus" }

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("newsgraph-corpus-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func open(_ access: Corpus.Access = .creating, seconds: Double = 0) throws -> Corpus {
    try Corpus(path: path, access: access, waiting: Corpus.Waiting(seconds: seconds))
  }

  private static let loaded = Result { try Pipeline() }

  /// A pipeline with the standard tables.
  static func pipeline() throws -> Pipeline { try loaded.get() }

  /// An article of some sentences.
  static func article(_ id: String, _ text: String, day: String = "2021-03-01") -> Article {
    Article(
      id: id, title: "Title of \(id)",
      published: CalendarDate(iso: day).map { Timestamp(date: $0) },
      publisher: "The Paper", text: ArticleText(text))
  }

  /// Articles as a reader hands them on.
  static func input(_ articles: [Article]) -> [ArticleReading] { articles.map { .article($0) } }
}

extension Corpus {
  /// Makes the articles those that are given, reads them and makes a version.
  func commit(
    _ articles: [Article], _ message: String = "", time: String? = nil
  ) async throws -> CorpusVersion? {
    try store(TestCorpus.input(articles), mirrors: true)
    try await readUnread(with: try TestCorpus.pipeline())
    return try commit(message, with: try TestCorpus.pipeline(), time: time)
  }
}

extension KnowledgeGraph {
  /// The graph in a format.
  func text(_ format: GraphFormat) throws -> String {
    let sink = OutputSink.memory()
    try format.write(self, to: sink)
    return sink.text
  }
}

/// Short articles about few people, so that they have much in common; of each there are two versions.
enum SmallNews {
  private static let sentences = [
    "Alma Vanter, the president of Chile, met Bero Massimi in Paris on Monday.",
    "Bero Massimi denied that he met Alma Vanter.",
    "President Vanter said that France would support Chile.",
    "Bero Massimi is the president of Chile, officials said.",
    "Alma Vanter visited Berlin. Vanter spoke with Ute Brandt there.",
    "The foreign minister of Peru, Ute Brandt, criticized Alma Vanter.",
    "Brandt said: \"We support the talks in Geneva.\"",
    "France accused Peru of supporting Bero Massimi.",
    "Peru denied supporting Massimi.",
    "Four people were killed in an explosion in Lima on Monday.",
    "Six people were killed in an explosion in Lima on Monday, police said.",
    "Talks between Chile and Peru were held in Geneva on Monday.",
    "Ute Brandt and Alma Vanter took part in the talks in Geneva on Monday.",
    "Alma K. Vanter founded the Chilean Forum in Santiago.",
    "The Chilean Forum, led by Bero Massimi, supports Peru.",
    "Germany supports Chile, and Chile supports Germany.",
  ]

  /// The `number`-th article, in its first or its corrected version.
  static func article(_ number: Int, corrected: Bool = false) -> Article {
    let count = sentences.count
    let shift = corrected ? 7 : 0
    let text = [number, number * 5 + 3 + shift, number * 3 + 1 + shift].map {
      sentences[$0 % count]
    }.joined(separator: " ")
    return TestCorpus.article(
      "news-\(number)", text, day: "2021-03-0\(1 + (number + shift) % 7)")
  }
}
