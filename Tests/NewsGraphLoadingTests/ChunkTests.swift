import NewsGraph
import Testing

@testable import NewsGraphLoading

/// Documents that statements are put together in.
@Suite struct ChunkTests {
  private func chunks(_ text: String, _ plan: ChunkPlan) throws -> [Chunk] {
    var chunks: [Chunk] = []
    let maker = ChunkMaker(plan) { chunks.append($0) }
    try GraphReader().read(Array(text.utf8), as: .nquads, into: maker)
    try maker.finish()
    return chunks
  }

  @Test func `positions are places to go on from`() throws {
    let text = statements(0..<100)
    let plan = ChunkPlan(byteLimit: 1000, separatesGraphs: true)
    for chunk in try chunks(text, plan) {
      for part in [chunk] + chunk.split(limit: 200) {
        var rest = plan
        rest.skip = part.position
        let left = try chunks(text, rest).map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        #expect(left == statements(part.position..<100))
      }
    }
  }

  @Test func `positions skip nothing where graphs alternate`() throws {
    let text = (0..<60).map { statements($0..<$0 + 1, graph: "https://example.org/\($0 % 2)") }
      .joined()
    let all = try chunks(text, ChunkPlan(byteLimit: 1500, separatesGraphs: true))
    var sent: Set<String> = []
    for chunk in all {
      for part in chunk.split(limit: 300) {
        for line in String(decoding: part.bytes, as: UTF8.self).split(separator: "\n") {
          sent.insert(String(line))
        }
        let done = statements(0..<part.position).split(separator: "\n").map(String.init)
        #expect(done.allSatisfy(sent.contains), "up to \(part.position) all is sent")
      }
    }
    #expect(sent.count == 60 && all.last?.position == 60)
  }

  @Test func `a document falls into parts at the ends of lines`() throws {
    let chunk = try #require(
      chunks(statements(0..<50), ChunkPlan(byteLimit: 1 << 20, separatesGraphs: true)).first)
    for limit in [1, 100, 333, 2000, 1 << 20] {
      let parts = chunk.split(limit: limit)
      #expect(parts.flatMap(\.bytes) == chunk.bytes)
      #expect(parts.map(\.count).reduce(0, +) == 50)
      #expect(parts.allSatisfy { $0.bytes.count <= limit || $0.count == 1 })
      #expect(parts.filter { !$0.newGraphs.isEmpty }.count == 1)
      #expect(parts.filter(\.isLast).count == 1 && parts.last?.isLast == true)
    }
  }
}
