import Extraction
import Testing

@testable import NewsGraph

@Suite struct StoredGraphTests {
  private static let pipeline = Result { try Pipeline() }

  /// Papers on two presidents, a denial, talks of two articles and a text that two of them print.
  private static func articles() -> [Article] {
    let wire = """
      Latvian President Egils Vanags met Norwegian Foreign Minister Yelena Tarkhanova in Riga on \
      Friday. Norway and Latvia held talks in Riga on Friday. Tarkhanova said that Chile had \
      attacked Oslo. The two sides agreed to meet again.
      """
    let texts = [
      "anchor": wire,
      "beacon": wire + " The harbour was closed.",
      "comet": """
      Chile denied attacking Oslo. At least 12 people were killed in the attack. Talks between \
      Norway and Latvia were held in Riga on Friday. Ana Rojas is the president of Chile.
      """,
      "daily": """
      Karl Lind is the president of Chile. At least 15 people were killed in an attack on Oslo. \
      Lind plans to visit Riga. “We shall see & <wait>”, Lind said.
      """,
    ]
    return texts.sorted { $0.key < $1.key }.map { id, text in
      Article(
        id: id, title: "News of \(id)",
        published: CalendarDate(iso: "2021-03-05").map { Timestamp(date: $0) },
        text: ArticleText(text))
    }
  }

  /// All that is written of a graph, by the name of the file.
  private func files(
    _ write: (GraphFormat, OutputSink, WritingOptions) throws -> WritingReport,
    counts: ExportCounts, report: MarkdownReport
  ) throws -> [String: String] {
    var files: [String: String] = ["counts": "\(counts)"]
    for format in GraphFormat.allCases {
      let sink = OutputSink.memory()
      let losses = try write(format, sink, .init()).losses
      files[format.rawValue] = sink.text + "\(losses)"
    }
    for profile in GraphMLProfile.allCases {
      let sink = OutputSink.memory()
      let losses = try write(.graphml, sink, .init(profile: profile)).losses
      files["graphml \(profile)"] = sink.text + "\(losses)"
    }
    for (number, drawing) in [
      DrawingOptions(top: 6, clusters: .country), DrawingOptions(clusters: .article),
      DrawingOptions(focus: "Chile", depth: 1), DrawingOptions(rank: .pagerank, showsValues: true),
    ].enumerated() {
      let sink = OutputSink.memory()
      _ = try write(.dot, sink, .init(drawing: drawing))
      files["drawing \(number)"] = sink.text
    }
    let sink = OutputSink.memory()
    try report.write(to: sink)
    files["report"] = sink.text
    return files
  }

  private func files(_ graph: KnowledgeGraph) throws -> [String: String] {
    try files(
      { try $0.write(graph, to: $1, options: $2) }, counts: ExportCounts(graph),
      report: MarkdownReport(graph: graph))
  }

  private func files(_ graph: StoredGraph) throws -> [String: String] {
    try files(
      { try $0.write(graph, to: $1, options: $2) }, counts: ExportCounts(graph),
      report: MarkdownReport(graph: graph))
  }

  private func expectSame(
    _ stored: StoredGraph, _ graph: KnowledgeGraph, _ comment: Comment
  ) throws {
    let (found, expected) = (try files(stored), try files(graph))
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (name, text) in expected {
      #expect(found[name] == text, "\(name), \(comment)")
    }
    #expect(try stored.graph() == graph, comment)
    #expect(stored.articleCount == graph.articles.count)
    #expect(stored.entityCount == graph.entities.count)
    #expect(stored.statementCount == graph.statements.count)
    #expect(stored.claimCount == graph.claimCount)
    let coder = try GraphPieceCoder(base: IRIMinter.defaultBase)
    var (pieces, others): ([[UInt8]], [[UInt8]]) = ([], [])
    try stored.forEachPiece(coder) { pieces.append($0.key.bytes + $0.content) }
    graph.forEachPiece(coder) { others.append($0.key.bytes + $0.content) }
    #expect(pieces == others, comment)
  }

  @Test func `what is written is the same however little memory there is`() async throws {
    let pipeline = try Self.pipeline.get()
    let whole = await pipeline.read(Self.articles().map { .article($0) })
    #expect(!whole.graph.conflicts.isEmpty)
    #expect(
      whole.graph.statements.values.contains { $0.evidence.contains { $0.firstPrintedIn != nil } })
    for memory in [1, 5000, TemporaryStorage.standardMemory] {
      let folder = try SpillFolder()
      let storage = TemporaryStorage(folder: folder.path, memory: memory)
      let stored = try await pipeline.store(
        Self.articles().reversed().map { .article($0) }, in: storage)
      try expectSame(stored.graph, whole.graph, "\(memory) bytes")
      #expect(try folder.names() == [])
    }
  }

  @Test func `graphs in which much is inferred come out the same`() throws {
    let pipeline = try Self.pipeline.get()
    for seed in 900..<930 as Range<UInt64> {
      let graph = RandomStory(seed: seed).graph
      var random = SeededGenerator(seed: seed)
      let storage = TemporaryStorage(memory: [1, 400, 1 << 20].randomElement(using: &random) ?? 1)
      var parts = GraphParts(storage)
      for article in graph.articles.keys.sorted() { try parts.add(graph.part(of: article)) }
      let copies = KnownCopies(CopyTable(articleCount: 0), ids: [])
      let articles = ArticleDirectory(pipeline.builder.minter, storage)
      for article in graph.sortedArticles { try articles.add(article) }
      var merger = GraphPartMerger(
        pipeline, articles: articles, copies: copies.marker, denied: parts.denied, storage)
      try merger.merge(entities: parts.entities.finish())
      try merger.merge(statements: parts.statements.finish())
      let disk = try merger.finish()
      let completed = pipeline.completed(graph)
      let (found, expected) = (
        try files(StoredGraph(disk, storage)), try files(completed)
      )
      for (name, text) in expected { #expect(found[name] == text, "\(name), seed \(seed)") }
    }
  }

  @Test func `what nothing contradicts does not stay in memory`() async throws {
    let pipeline = try Self.pipeline.get()
    let presidents = [
      "Chile": "Ana Rojas", "Norway": "Karl Lind", "Latvia": "Egils Vanags", "Kenya": "Joy Otieno",
    ]
    let articles = presidents.sorted { $0.key < $1.key }.map { country, name in
      Article(
        id: "paper-\(country)", title: "News",
        published: CalendarDate(iso: "2021-03-05").map { Timestamp(date: $0) },
        text: ArticleText(
          """
          \(name) is the president of \(country). The talks in \(country) went on. \
          \(country) denied attacking Oslo.
          """))
    }
    let stored = try await pipeline.store(
      articles.map { .article($0) }, in: TemporaryStorage(memory: 1))
    let whole = await pipeline.read(articles.map { .article($0) })
    #expect(whole.graph.statements.values.contains { $0.key.predicate == "presidentOf" })
    #expect(whole.graph.statements.values.contains { $0.isDenied })
    #expect(stored.graph.contents.frame.statements.isEmpty)
    #expect(stored.graph.contents.frame.entities.isEmpty)
    #expect(stored.graph.contents.frame.articles.isEmpty)
    try expectSame(stored.graph, whole.graph, "of four papers")
  }

  @Test func `records give the graph of their articles`() async throws {
    let pipeline = try Self.pipeline.get()
    let whole = await pipeline.read(Self.articles().map { .article($0) })
    let records = await pipeline.records(of: Self.articles().reversed())
    let stored = try pipeline.storedGraph(of: records, in: TemporaryStorage(memory: 1))
    #expect(try stored.graph() == whole.graph)
  }

  @Test func `of no articles comes an empty graph`() async throws {
    let stored = try await Self.pipeline.get().store([], in: TemporaryStorage(memory: 1))
    #expect(stored.graph.articleCount == 0)
    #expect(try stored.graph.graph() == KnowledgeGraph())
  }

  @Test func `a full disk ends the work with an error and leaves nothing`() async throws {
    let pipeline = try Self.pipeline.get()
    for room in [0, 2000, 4000] {
      let error = await #expect(throws: OutputError.self) {
        _ = try await pipeline.store(
          Self.articles().map { .article($0) }, in: .small(room: room))
      }
      #expect(try #require(error).operation == .write)
    }
  }

  @Test func `a claim that stands in one article twice is written once`() async throws {
    // The same id and text, as a caller may hand over: the graph is that of both at once.
    let pipeline = try Self.pipeline.get()
    let twice = Self.articles() + Self.articles()
    let whole = await pipeline.read(twice.map { .article($0) })
    let stored = try await pipeline.store(
      twice.map { .article($0) }, in: TemporaryStorage(memory: 1))
    #expect(try stored.graph.graph() == whole.graph)
  }
}
