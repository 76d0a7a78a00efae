import Extraction
import Foundation
import Testing

@testable import NewsGraph

@Suite struct GraphPieceTests {
  private func graph() throws -> KnowledgeGraph {
    var story = DisputeSample(title: "A day")
    story.sample.state(story.bero, "stated", .literal(Literal("Cafe\u{301}, café.")))
    return try story.graph()
  }

  private func pieces(_ graph: KnowledgeGraph) throws -> [GraphPiece] {
    var pieces: [GraphPiece] = []
    graph.forEachPiece(try GraphPieceCoder(base: IRIMinter.defaultBase)) { pieces.append($0) }
    return pieces
  }

  private func assembled(_ pieces: some Sequence<GraphPiece>) throws -> KnowledgeGraph {
    var assembly = GraphAssembly(try GraphPieceCoder(base: IRIMinter.defaultBase))
    for piece in pieces { try assembly.add(piece.kind, piece.key, piece.content) }
    return assembly.graph()
  }

  @Test func `a graph is put together again as it was, whatever the order of its pieces`() throws {
    let graph = try graph()
    #expect(!graph.conflicts.isEmpty)
    let pieces = try pieces(graph)
    #expect(Set(pieces.map(\.key)).count == pieces.count)
    for order in [pieces, pieces.reversed(), pieces.shuffled()] {
      let again = try assembled(order)
      #expect(again.conflicts == graph.conflicts)
      for format in GraphFormat.allCases {
        #expect(try format.text(again) == format.text(graph), "\(format)")
      }
      #expect(try self.pieces(again).map(\.content) == pieces.map(\.content))
    }
  }

  @Test func `a statement is another piece where it is written otherwise`() throws {
    let graph = try graph()
    var renamed = graph
    renamed.conflicts = []
    let key = try #require(graph.sortedEntities.first { $0.name == "Alma Vanter" }?.iri)
    var more = EntityNode(iri: key, type: .person, nameVoters: ["Alma K. Vanter": ["a1", "a2"]])
    more.mentions = [:]
    renamed.add(more)
    renamed.conflicts = graph.conflicts
    func statements(_ graph: KnowledgeGraph) throws -> [GraphPieceKey: [UInt8]] {
      Dictionary(
        uniqueKeysWithValues: try pieces(graph).filter { $0.kind == .statement }
          .map { ($0.key, $0.hash) })
    }
    let before = try statements(graph)
    let after = try statements(renamed)
    let differing = before.filter { after[$0.key] != $0.value }.count
    // The labels of the two statements about her, and no other's.
    #expect(renamed.entities[key]?.name == "Alma K. Vanter" && differing == 2)
    var calm = graph
    calm.conflicts = []
    #expect(try statements(calm).filter { before[$0.key] != $0.value }.count == 3)
  }

  @Test func `damaged pieces are refused`() throws {
    let coder = try GraphPieceCoder(base: IRIMinter.defaultBase)
    for piece in try pieces(graph()) {
      for count in 0..<piece.content.count {
        #expect(throws: RecordError.self) {
          try coder.part(piece.kind, Array(piece.content.prefix(count)))
        }
      }
      #expect(throws: RecordError.self) { try coder.part(piece.kind, piece.content + [0]) }
    }
    #expect(GraphPieceKey(bytes: [1, 2]) == nil)
    let key = GraphPieceKey.article("a")
    #expect(GraphPieceKey(bytes: key.bytes) == key)
  }
}
