import Extraction
import Foundation
import NewsGraph
import NewsGraphCorpus
import Testing

@Suite struct VersionTests {
  /// The sample corpus of this project, in its first or second version.
  static func sample(_ version: Int) -> [Article] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("Exports/articles/v\(version)").path
    return ArticleInput(paths: [path]).compactMap { reading in
      if case .article(let article) = reading { article } else { nil }
    }
  }

  @Test func `a version has the same bytes in every format as its articles at once`() async throws {
    let test = try TestCorpus()
    let corpus = try test.open()
    let pipeline = try TestCorpus.pipeline()
    for number in [1, 2, 1] {
      // In the order of another day, one after the other.
      for article in Self.sample(number).reversed() {
        try corpus.store(TestCorpus.input([article]))
      }
      let committed = try await corpus.commit(Self.sample(number), "v\(number)")
      let version = try #require(committed)
      let result = await pipeline.read(TestCorpus.input(Self.sample(number)))
      let graph = try corpus.graph(of: version)
      for format in GraphFormat.allCases {
        #expect(try graph.text(format) == result.graph.text(format), "\(format) of v\(number)")
      }
      #expect(try corpus.graph(of: version, chosenBy: pipeline) == result.graph)
      let stored = try corpus.storedGraph(of: version, in: TemporaryStorage(memory: 1))
      for format in GraphFormat.allCases {
        let sink = OutputSink.memory()
        try format.write(stored, to: sink)
        #expect(try sink.text == result.graph.text(format), "\(format) of v\(number)")
      }
      #expect(version.counts.articles.all == result.graph.articles.count)
      #expect(version.counts.entities.all == result.graph.entities.count)
      #expect(version.counts.statements.all == result.graph.statements.count)
    }
    let versions = try corpus.versions()
    #expect(versions.map(\.number) == [1, 2, 3] && versions.map(\.message) == ["v1", "v2", "v1"])
    // What is made once more is the same graph, and another version.
    let graphs = try versions.map { try corpus.graph(of: $0).text(.nquads) }
    #expect(graphs[0] == graphs[2] && graphs[0] != graphs[1])
    #expect(Set(versions.map(\.hash)).count == 3)
    #expect(try corpus.verify().problems == [])
  }

  @Test func `claims are chosen from a version as from articles`() async throws {
    let test = try TestCorpus()
    let corpus = try test.open()
    let committed = try await corpus.commit(Self.sample(2))
    let version = try #require(committed)
    var configuration = Pipeline.Configuration()
    configuration.relations = .schema
    configuration.minimumConfidence = 0.8
    let choosy = try Pipeline(configuration: configuration)
    let result = await choosy.read(TestCorpus.input(Self.sample(2)))
    #expect(try corpus.graph(of: version, chosenBy: choosy) == result.graph)
  }

  @Test func `nothing is committed where nothing changed`() async throws {
    let test = try TestCorpus()
    let corpus = try test.open()
    #expect(try await corpus.commit([]) == nil)
    let first = try await corpus.commit([SmallNews.article(1), SmallNews.article(2)])
    #expect(first?.number == 1)
    #expect(try await corpus.commit([SmallNews.article(1), SmallNews.article(2)]) == nil)
    let second = try await corpus.commit(
      [SmallNews.article(1, corrected: true), SmallNews.article(3)])
    let counts = try #require(second).counts.articles
    #expect(counts.description == "2 (+1 ~1 -1)")
    // A corpus that has become empty is a version too.
    let third = try await corpus.commit([])
    #expect(third?.counts.articles.description == "0 (-2)")
    #expect(try corpus.graph(of: #require(third)).text(.nquads) == "")
    #expect(try corpus.verify().problems == [])
  }

  @Test func `versions are found by number and time`() async throws {
    let test = try TestCorpus()
    let corpus = try test.open()
    for (number, time) in ["2021-03-01T10:00:00Z", "2021-03-01T14:30:10Z", "2021-03-04T00:00:00Z"]
      .enumerated()
    {
      _ = try await corpus.commit([SmallNews.article(number)], time: time)
    }
    func number(_ text: String) throws -> Int? {
      let reference = try #require(VersionReference(text))
      return try? corpus.version(reference).number
    }
    #expect(try number("2") == 2 && number("latest") == 3 && number("4") == nil)
    #expect(try number("2021-02-28") == nil && number("2021-03-01") == 2)
    #expect(try number("2021-03-03") == 2 && number("2021-03-04") == 3)
    #expect(try number("2021-03-01T10:00") == 1 && number("2021-03-01T14:29") == 1)
    #expect(try number("2021-03-01T14:30") == 2 && number("2021-03-01T14:30:09Z") == 1)
    for text in ["", "0", "-1", "first", "2021-13-01", "2021-03-01T25:00", "2021-03-01T9:00"] {
      #expect(VersionReference(text) == nil, "\(text)")
    }
    #expect(CorpusAddress(test.path)?.version == .latest)
    #expect(CorpusAddress(test.path + "@2")?.version == .number(2))
    #expect(CorpusAddress(test.path + "@x") == nil && CorpusAddress("absent@2") == nil)
    do {
      _ = try corpus.version(.number(9))
    } catch let error as CorpusError {
      #expect(error.description.contains("no version 9; the versions are 1 to 3"))
    }
  }

  @Test func `lists and numbers`() async throws {
    let test = try TestCorpus()
    let corpus = try test.open()
    let committed = try await corpus.commit([SmallNews.article(1), SmallNews.article(2)])
    let version = try #require(committed)
    try corpus.store(
      TestCorpus.input([SmallNews.article(2, corrected: true), SmallNews.article(3)]))
    _ = try corpus.remove(["news-1"])
    var then: [Article] = []
    var now: [Article] = []
    try corpus.forEachArticle(of: version) { then.append($0.article) }
    try corpus.forEachArticle { now.append($0.article) }
    #expect(then == [SmallNews.article(1), SmallNews.article(2)])
    #expect(now == [SmallNews.article(2, corrected: true), SmallNews.article(3)])
    let status = try corpus.status(try TestCorpus.pipeline().fingerprint())
    #expect(status.articles.description == "2 (+1 ~1 -1)" && status.unread == 2)
    #expect(status.latest == version && status.byteCount > 0)
  }
}
