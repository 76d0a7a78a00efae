import Extraction
import Foundation
import GRDB
import NewsGraph
import NewsGraphCorpus
import Testing

@Suite struct IncrementTests {
  /// A corpus with nothing but articles that were read, to be copied.
  private struct Library {
    let corpus: TestCorpus
    let articles: [String: [Article]]

    init(_ seed: UInt64, ids: Int, forms: Int) async throws {
      var news = GrowingNews(seed: seed)
      var articles: [String: [Article]] = [:]
      for number in 0..<ids {
        let id = "news-\(number)"
        articles[id] = (0..<forms).map { _ in news.article(id) }
      }
      corpus = try TestCorpus()
      let store = try corpus.open()
      for form in 0..<forms {
        try store.store(TestCorpus.input(articles.values.map { $0[form] }))
        try await store.readUnread(with: try TestCorpus.pipeline())
      }
      _ = try store.remove(Array(articles.keys))
      self.articles = articles
    }

    func copy() throws -> TestCorpus {
      let test = try TestCorpus()
      try FileManager.default.copyItem(atPath: corpus.path, toPath: test.path)
      return test
    }
  }

  /// What is kept of how the latest version was joined.
  private func state(_ test: TestCorpus) throws -> [String] {
    let queue = try DatabaseQueue(path: test.path)
    return try queue.read { db in
      try [
        "SELECT article, hex(mapping), hex(copies), hex(pieces), hex(moving) FROM joined ORDER BY 1",
        "SELECT hex(piece), article FROM moving ORDER BY 1, 2",
        "SELECT hash, hex(piece) FROM opposed ORDER BY 1, 2",
        "SELECT content FROM trace ORDER BY 1",
      ].flatMap { query in
        try Row.fetchAll(db, sql: query).map { row in
          row.databaseValues.map(\.description).joined(separator: " ")
        }
      }
    }
  }

  private func tamper(_ test: TestCorpus, _ sql: String) throws {
    let queue = try DatabaseQueue(path: test.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  private func commit(_ corpus: Corpus) throws -> (version: CorpusVersion?, steps: [CommitStep]) {
    var steps: [CommitStep] = []
    let version = try corpus.commit("", with: TestCorpus.pipeline(), time: "2021-03-10T00:00:00Z") {
      steps.append($0)
    }
    return (version, steps)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `what is made of the version before is the graph of all articles`(
    _ seed: UInt64
  ) async throws {
    let library = try await Library(seed, ids: 14, forms: 3)
    let ids = library.articles.keys.sorted()
    var seen = Seen()
    for run in 0..<3 as Range<UInt64> {
      let (test, other) = (try library.copy(), try library.copy())
      let (corpus, whole) = (try test.open(), try other.open())
      var news = GrowingNews(seed: seed * 100 + run)
      for round in 0..<10 {
        let changes = round == 0 ? 6 : 1 + news.below(3)
        for _ in 0..<changes {
          let id = ids[news.below(ids.count)]
          let form = news.below(4)
          if form == 3 {
            for store in [corpus, whole] { _ = try store.remove([id]) }
          } else {
            let article = try #require(library.articles[id])[form]
            for store in [corpus, whole] { try store.store(TestCorpus.input([article])) }
          }
        }
        let made = try commit(corpus)
        let name: Comment = "seed \(seed), run \(run), round \(round)"
        if made.version != nil {
          #expect(made.steps == [round == 0 ? .joining : .comparing, .storing], name)
        }
        // Without what is kept of the latest version all articles are joined.
        try tamper(other, "DELETE FROM setting WHERE name = 'joined'")
        let joined = try commit(whole)
        #expect(joined.version == made.version, name)
        if joined.version != nil { #expect(joined.steps == [.joining, .storing], name) }
        #expect(
          try corpus.verify(joining: TestCorpus.pipeline()).problems == [], name)
        let (kept, expected) = (try state(test), try state(other))
        #expect(kept == expected, name)
        if let version = made.version, joined.version != version {
          // What differs, to be looked into.
          let lines = try [corpus, whole].map {
            Set(try $0.graph(of: version).text(.nquads).split(separator: "\n"))
          }
          let differing = lines[0].symmetricDifference(lines[1]).sorted()
          Issue.record("\(differing.prefix(20).joined(separator: "\n"))")
          return
        }
        if kept != expected { return }
      }
      let version = try corpus.version(.latest)
      try seen.add(corpus.graph(of: version), test)
      let texts = try [corpus, whole].map { try $0.graph(of: version).text(.nquads) }
      #expect(texts[0] == texts[1])
      var articles: [Article] = []
      try corpus.forEachArticle { articles.append($0.article) }
      let result = try await TestCorpus.pipeline().read(TestCorpus.input(articles))
      #expect(try texts[0] == result.graph.text(.nquads))
    }
    // The articles have to be such that the question is asked at all.
    #expect(seen.conflicts > 0 && seen.copies > 0 && seen.events > 0 && seen.denials > 0)
    #expect(seen.moving > 0, "no event was named by several articles before it became another node")
  }

  /// What was inferred in the graphs of a test.
  private struct Seen {
    var (conflicts, copies, events, denials, moving) = (0, 0, 0, 0, 0)

    mutating func add(_ graph: KnowledgeGraph, _ test: TestCorpus) throws {
      let evidence = graph.statements.values.flatMap(\.evidence)
      conflicts += graph.conflicts.count
      copies += evidence.count { $0.firstPrintedIn != nil }
      events += evidence.count { $0.rule.hasPrefix("event-node:") }
      denials += evidence.count { $0.modality == .denied }
      moving += try DatabaseQueue(path: test.path).read { db in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM moving") ?? 0
      }
    }
  }
}
