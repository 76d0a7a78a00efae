import Extraction
import Foundation
import NewsGraph
import NewsGraphCorpus
import Testing

@Suite struct CorpusTests {
  private let one = TestCorpus.article("one", "Alma Vanter met Bero Massimi in Paris.")
  private let two = TestCorpus.article("two", "Ute Brandt visited Berlin on Monday.")

  @Test func `new, changed and unchanged articles are told apart, and only the first two are read`()
    async throws
  {
    let test = try TestCorpus()
    let corpus = try test.open()
    let pipeline = try TestCorpus.pipeline()
    var report = try corpus.store(TestCorpus.input([one, two]))
    #expect(report.added == 2 && report.count == 2)
    #expect(try await corpus.readUnread(with: pipeline) == 2)
    var other = two
    other.title = "Another title"
    report = try corpus.store(TestCorpus.input([one, other]))
    #expect(report.added == 0 && report.changed == 1 && report.unchanged == 1)
    #expect(try await corpus.readUnread(with: pipeline) == 1)
    // The form from before is known.
    report = try corpus.store(TestCorpus.input([two]))
    #expect(report.changed == 1)
    #expect(try await corpus.readUnread(with: pipeline) == 0)
    #expect(try corpus.articleIDs() == ["one", "two"])
  }

  @Test func `articles are removed by id, or as the input has them no more`() throws {
    let test = try TestCorpus()
    let corpus = try test.open()
    try corpus.store(TestCorpus.input([one, two]))
    let (removed, unknown) = try corpus.remove(["one", "none"])
    #expect(removed == 1 && unknown == ["none"])
    try corpus.store(TestCorpus.input([one]))
    #expect(try corpus.articleIDs() == ["one", "two"])
    let rejected = ArticleReading.rejected(RejectedInput(path: "x", reason: .empty))
    var report = try corpus.store(TestCorpus.input([one]) + [rejected], mirrors: true)
    #expect(report.removed == 0 && report.rejected == 1)
    report = try corpus.store(TestCorpus.input([one]), mirrors: true)
    #expect(report.removed == 1)
    #expect(try corpus.articleIDs() == ["one"])
  }

  @Test func `work that is ended goes on where it was`() async throws {
    let test = try TestCorpus()
    let corpus = try test.open()
    let articles = (0..<20).map { SmallNews.article($0) }
    try corpus.store(TestCorpus.input(articles))
    var asked = 0
    await #expect(throws: CorpusError.interrupted(unread: 4)) {
      try await corpus.readUnread(
        with: try TestCorpus.pipeline(),
        isCancelled: {
          defer { asked += 1 }
          return asked == 1
        })
    }
    #expect(throws: CorpusError.interrupted(unread: 4)) {
      try corpus.commit("", with: try TestCorpus.pipeline())
    }
    var seen: [Int] = []
    try await corpus.readUnread(
      with: try TestCorpus.pipeline(),
      progress: { done, total in seen += [done, total] })
    #expect(seen == [0, 4, 4, 4])
    #expect(try corpus.commit("", with: try TestCorpus.pipeline())?.counts.articles.all == 20)
  }

  @Test func `settings are kept`() throws {
    let test = try TestCorpus()
    var settings = ReadingSettings()
    settings.gazetteers = ["/somewhere/names.tsv"]
    settings.base = "https://example.org/id/"
    try test.open().keep(settings)
    #expect(try test.open(.reading).settings() == settings)
  }

  @Test func `what was read with other tables is read again before a version is made`() async throws
  {
    let test = try TestCorpus()
    let corpus = try test.open()
    let first = try await corpus.commit([one, two])
    let version = try #require(first)
    var configuration = Pipeline.Configuration()
    configuration.base = "https://example.org/id/"
    let other = try Pipeline(configuration: configuration)
    #expect(try corpus.unreadCount(try other.fingerprint()) == 2)
    // Nothing is new: what is there is left for the next version.
    #expect(try await corpus.readUnread(with: other, .new) == 0)
    #expect(try await corpus.readUnread(with: other) == 2)
    let second = try #require(try corpus.commit("another base", with: other))
    #expect(second.number == 2 && second.counts.articles.changed == 0)
    let text = try corpus.graph(of: second).text(.ntriples)
    #expect(text.contains("<https://example.org/id/") && !text.contains("w3id.org/newsgraph/id"))
    #expect(!(try corpus.graph(of: version).text(.ntriples).contains("example.org")))
    #expect(throws: CorpusError.self) { try corpus.graph(of: version, chosenBy: other) }
    let report = try corpus.compact(keeping: try other.fingerprint())
    #expect(report.readings == 2 && report.articles == 0)
    #expect(try corpus.verify().problems == [])
  }
}
