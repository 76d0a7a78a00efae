import Extraction
import NewsGraph
import Testing

@Suite struct ReadingRecordTests {
  private static let pipeline = Result { try Pipeline() }

  private static let articles = [
    Article(
      id: "talks", title: "Morel in Bonn",
      published: CalendarDate(iso: "2021-03-04").map { Timestamp(date: $0, time: "08:15Z") },
      text: ArticleText(
        """
        French President Anne Morel met Mayor Ute Brandt in Bonn on Tuesday, the French foreign \
        ministry said. "We agreed on nothing," Brandt told reporters. At least 12 people protested.
        """)),
    Article(
      id: "strike",
      text: ArticleText(
        "Morel denied that France had attacked the port of Brest. Police arrested Karl Weiß.")),
  ]

  @Test func `a record comes back from its bytes`() throws {
    let pipeline = try Self.pipeline.get()
    for article in Self.articles {
      let record = pipeline.record(of: article)
      let bytes = record.encoded()
      let read = try ReadingRecord(decoding: bytes)
      #expect(read.encoded() == bytes)
      #expect(read.article == record.article)
      #expect(read.claimCount == record.claimCount)
      #expect(read.claimCount > 0 && read.entityCount > 1)
    }
  }

  @Test func `the graph of records is the graph of their articles`() async throws {
    let pipeline = try Self.pipeline.get()
    let read = await pipeline.read(Self.articles.map { .article($0) })
    let records = try await pipeline.records(of: Self.articles).map {
      try ReadingRecord(decoding: $0.encoded())
    }
    #expect(!read.graph.statements.isEmpty)
    #expect(pipeline.result(of: records).graph == read.graph)
    #expect(pipeline.result(of: records.reversed()).graph == read.graph)
  }

  @Test func `a record has all claims, a graph those that are wanted`() throws {
    var configuration = Pipeline.Configuration()
    configuration.minimumConfidence = 2
    let choosy = try Pipeline(configuration: configuration)
    let record = choosy.record(of: Self.articles[0])
    #expect(record.claimCount > 0)
    #expect(choosy.result(of: [record]).graph.statements.isEmpty)
  }

  @Test func `a record that is cut anywhere is refused with the place`() throws {
    let bytes = try Self.pipeline.get().record(of: Self.articles[1]).encoded()
    for count in bytes.indices {
      let error = #expect(throws: RecordError.self) {
        try ReadingRecord(decoding: Array(bytes[..<count]))
      }
      #expect(try #require(error).offset <= count)
    }
  }

  @Test func `whatever byte is wrong, a record is read or refused`() throws {
    let pipeline = try Self.pipeline.get()
    let bytes = pipeline.record(of: Self.articles[0]).encoded()
    var refused = 0
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x55
      do {
        let record = try ReadingRecord(decoding: damaged)
        // What is read can be used: its indices are within bounds.
        _ = pipeline.result(of: [record])
      } catch {
        refused += 1
      }
    }
    #expect(refused > bytes.count / 10)
  }
}
