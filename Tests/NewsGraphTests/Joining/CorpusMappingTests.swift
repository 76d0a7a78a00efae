import Extraction
import Testing

@testable import NewsGraph

@Suite struct CorpusMappingTests {
  private static let pipeline = Result { try Pipeline() }

  /// Papers that tell of the same talks, of talks of their own, of people with and without a given
  /// name, and in which a text stands twice.
  private static func articles() -> [Article] {
    let wire =
      "Norway and Latvia held talks in Riga on Friday. The minister denied that the talks had failed."
    return (0..<24).map { number in
      let country = ["Chile", "Norway", "Latvia"][number % 3]
      return Article(
        id: "paper-\(number % 10)-\(number)", title: "News \(number)",
        published: CalendarDate(iso: "2021-03-0\(1 + number % 9)").map { Timestamp(date: $0) },
        text: ArticleText(
          """
          \(number % 4 == 0 ? wire : "") President Ana Rojas\(number) of \(country) visited Riga. \
          Rojas\(number) met a spokesman after the strike in Oslo. An earthquake hit \(country) on \
          March 3, 2021. The United Nations called on \(country) to open the talks. \
          \(number % 2 == 0 ? "Karl Lind" : "Lind") spoke to the European Union in Brussels.
          """))
    }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  private func mapping(of records: [ReadingRecord], memory: Int) throws -> CorpusMapping {
    let pipeline = try Self.pipeline.get()
    let mapping = CorpusMapping(pipeline, in: TemporaryStorage(memory: memory))
    let traces = records.map(pipeline.joiningTraces)
    for trace in traces { try mapping.add(names: trace.names, wording: trace.wording) }
    try mapping.resolve()
    for trace in traces { try mapping.add(roles: trace.roles) }
    try mapping.findEvents()
    return mapping
  }

  @Test func `articles become the same however little memory there is`() async throws {
    let pipeline = try Self.pipeline.get()
    let records = await pipeline.records(of: Self.articles())
    let whole = pipeline.result(of: records).graph
    let expected = try mapping(of: records, memory: TemporaryStorage.standardMemory)
    #expect(!expected.eventNodes.isEmpty && expected.isUnambiguous)
    for entity in whole.entities.values {
      let found = try #require(try expected.entity(entity.iri), "\(entity.iri)")
      #expect(found.name == entity.name && found.otherNames == entity.otherNames)
      #expect(found.type == entity.type && found.links == entity.links)
      let reference = try #require(try expected.reference(entity.iri))
      #expect(reference.name == entity.name && reference.type == entity.type)
      #expect(reference.link == entity.link)
    }
    for statement in whole.statements.values {
      #expect(try expected.label(of: statement) == whole.label(of: statement))
    }
    for memory in [1, 3000] {
      let found = try mapping(of: records, memory: memory)
      #expect(Array(found.ids) == Array(expected.ids))
      for (number, record) in records.enumerated() {
        #expect(try found.digest(of: number) == expected.digest(of: number))
        #expect(found.copyDigest(of: number) == expected.copyDigest(of: number))
        #expect(try found.graph(of: record, number) == expected.graph(of: record, number))
        #expect(try found.sharedEvents(in: number) == expected.sharedEvents(in: number))
      }
      #expect(found.eventNodes.map(\.iri) == expected.eventNodes.map(\.iri))
      #expect(try found.sharedMadeNames() == expected.sharedMadeNames())
      for entity in whole.entities.keys {
        #expect(try found.entity(entity) == expected.entity(entity))
      }
    }
  }
}
