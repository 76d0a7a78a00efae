import Foundation
import GRDB
public import NewsGraph

extension Corpus {
  /// The graph of a version, as it was committed: all formats are the same bytes as of its articles
  /// at once.
  public func graph(of version: CorpusVersion) throws -> KnowledgeGraph {
    try read { db in
      var assembly = GraphAssembly(try coder(version, db))
      let rows = try Row.fetchCursor(
        db, sql: "SELECT kind, key, content FROM piece WHERE \(Self.isMember)",
        arguments: ["version": version.number])
      while let row = try rows.next() { try add(row, to: &assembly) }
      return assembly.graph()
    }
  }

  /// The graph of a version with a choice of its claims.
  ///
  /// - Parameter pipeline: Its configuration says which claims are kept; it has to read as the
  ///   version was read.
  /// - Throws: `CorpusError.otherReading` where it does not.
  public func graph(
    of version: CorpusVersion, chosenBy pipeline: Pipeline
  ) throws -> KnowledgeGraph {
    let now = try pipeline.fingerprint()
    return try read { db in
      let then = try fingerprint(version.fingerprint, db)
      guard then == now else {
        throw CorpusError.otherReading(
          path: path, version: version.number, parts: now.differences(from: then))
      }
      return try joined(
        "SELECT article, content FROM member WHERE \(Self.isMember)",
        ["version": version.number], fingerprint: version.fingerprint, pipeline, db
      ).graph()
    }
  }

  func coder(_ version: CorpusVersion, _ db: Database) throws -> GraphPieceCoder {
    try GraphPieceCoder(base: try fingerprint(version.fingerprint, db).base)
  }

  /// Adds a row of kind, key and content.
  func add(_ row: Row, to assembly: inout GraphAssembly) throws {
    let number: Int = row[0]
    let bytes: Data = row[1]
    guard let kind = UInt8(exactly: number).flatMap(GraphPiece.Kind.init(rawValue:)),
      let key = GraphPieceKey(bytes: Array(bytes))
    else { throw damaged("a piece of the graph is of no known kind") }
    do {
      try assembly.add(kind, key, Packing.unpack(row[2]))
    } catch {
      throw damaged("the piece \(bytes.hexadecimal) of the graph: \(error)")
    }
  }
}
