import Extraction
import Testing

@testable import NewsGraph

@Suite struct WorkerStepTests {
  private static let pipeline = Result { try Pipeline() }

  /// Papers on one minister in two spellings and a namesake, with a copy, an event of two articles, a
  /// denial and two presidents.
  private static let texts = [
    "coast": """
    Norwegian Foreign Minister Yelena Tarkhanova met Chilean President Ana Rojas in Riga on Friday. \
    Norway and Chile held talks in Riga on Friday. Tarkhanova said that Latvia had attacked Oslo.
    """,
    "fjord": """
    Foreign Minister Elena Tarkhanova of Norway flew to Riga. Norway and Chile held talks in Riga \
    on Friday. Latvia denied attacking Oslo. At least 12 people were killed in the attack.
    """,
    "ledger": """
    Singer John Smith, who lives in Cork, opened the festival. Irish President John Smith stayed \
    away, the Irish government said. Police arrested a man in Cork on Monday.
    """,
    "mirror": """
    Norwegian Foreign Minister Yelena Tarkhanova met Chilean President Ana Rojas in Riga on Friday. \
    Norway and Chile held talks in Riga on Friday. Tarkhanova said that Latvia had attacked Oslo. \
    The embassy had no comment.
    """,
    "north": """
    Karl Lind is the president of Chile. The International Coastal Relief Agency sent doctors to \
    Arica. Lind thanked ICRA. At least 15 people were killed in an attack on Oslo on Friday.
    """,
  ]

  private static func articles() -> [Article] {
    texts.sorted { $0.key < $1.key }.map { id, text in
      Article(
        id: id, title: "News of \(id)",
        published: CalendarDate(iso: "2021-03-05").map { Timestamp(date: $0) },
        text: ArticleText(text))
    }
  }

  @Test func `the steps give the quads of all articles at once`() async throws {
    let pipeline = try Self.pipeline.get()
    let read = await pipeline.read(Self.articles().map { .article($0) })
    let expected = try WorkerRun.quads(of: read.graph)
    #expect(
      read.graph.statements.values.contains { $0.evidence.contains { $0.firstPrintedIn != nil } })
    #expect(!read.graph.conflicts.isEmpty)
    for seed in 1...3 as ClosedRange<UInt64> {
      let quads = try WorkerRun(pipeline: pipeline).quads(of: Self.articles(), shuffledBy: seed)
      #expect(quads == expected)
    }
  }

  @Test func `a damaged line is an error with its place`() throws {
    let run = WorkerRun(pipeline: try Self.pipeline.get())
    for line in ["", "0", "0\tnot Base64!", "x\tTkdS", "0\tTkdS"] {
      #expect(throws: WorkerError.self) {
        try run.lines(of: EntitiesFilter(run.pipeline), [line])
      }
    }
    let error = #expect(throws: WorkerError.self) {
      try run.lines(of: GroupFilter(), ["key\tAAAA"])
    }
    #expect(try #require(error).description.hasPrefix("standard input:1: "))
  }

  @Test func `clusters come back from their lines`() throws {
    let pipeline = try Self.pipeline.get()
    var maker = pipeline.resolver.clusterMaker
    for (number, article) in Self.articles().enumerated() {
      let content = pipeline.record(of: article).content
      for keyed in maker.clusters(of: content, number: Int32(number)) {
        var encoder = RecordEncoder()
        keyed.cluster.encode(to: &encoder)
        var decoder = RecordDecoder(encoder.bytes)
        var again = RecordEncoder()
        try EntityCluster(from: &decoder).encode(to: &again)
        #expect(decoder.isAtEnd)
        #expect(again.bytes == encoder.bytes)
      }
    }
  }

  @Test func `keys do not depend on the place of an article among others`() throws {
    let pipeline = try Self.pipeline.get()
    let content = pipeline.record(of: Self.articles()[2]).content
    var maker = pipeline.resolver.clusterMaker
    let first = maker.clusters(of: content, number: 0).map(\.key)
    #expect(first == maker.clusters(of: content, number: 77).map(\.key))
    #expect(Set(first).count > 1)
  }
}
