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

  /// The graph of a version, as it was committed, on disk where it is large.
  ///
  /// - Parameters:
  ///   - version: The version.
  ///   - storage: Where what does not fit into memory goes; beside the corpus where nothing is said.
  public func storedGraph(
    of version: CorpusVersion, in storage: TemporaryStorage? = nil
  ) throws -> StoredGraph {
    try read { db in
      let assembly = StoredGraphAssembly(try coder(version, db), in: storage ?? self.storage)
      let rows = try Row.fetchCursor(
        db, sql: "SELECT kind, key, content FROM piece WHERE \(Self.isMember)",
        arguments: ["version": version.number])
      while let row = try rows.next() {
        let (kind, key) = try name(row)
        do {
          try assembly.add(kind, Packing.unpack(row[2]))
        } catch let error as OutputError {
          throw error
        } catch {
          throw damaged("the piece \(Data(key.bytes).hexadecimal) of the graph: \(error)")
        }
      }
      return try assembly.graph()
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
    try storedGraph(of: version, chosenBy: pipeline).graph()
  }

  /// The graph of a version with a choice of its claims, on disk where it is large.
  ///
  /// - Parameters:
  ///   - version: The version.
  ///   - pipeline: Its configuration says which claims are kept; it has to read as the version was
  ///     read.
  ///   - storage: Where what does not fit into memory goes; beside the corpus where nothing is said.
  /// - Throws: `CorpusError.otherReading` where it does not.
  public func storedGraph(
    of version: CorpusVersion, chosenBy pipeline: Pipeline, in storage: TemporaryStorage? = nil
  ) throws -> StoredGraph {
    let now = try pipeline.fingerprint()
    return try read { db in
      let then = try fingerprint(version.fingerprint, db)
      guard then == now else {
        throw CorpusError.otherReading(
          path: path, version: version.number, parts: now.differences(from: then))
      }
      return try joined(
        "SELECT article, content FROM member WHERE \(Self.isMember)",
        ["version": version.number], fingerprint: version.fingerprint, pipeline, db,
        in: storage)
    }
  }

  func coder(_ version: CorpusVersion, _ db: Database) throws -> GraphPieceCoder {
    try GraphPieceCoder(base: try fingerprint(version.fingerprint, db).base)
  }

  /// Adds a row of kind, key and content.
  func add(_ row: Row, to assembly: inout GraphAssembly) throws {
    let (kind, key) = try name(row)
    do {
      try assembly.add(kind, key, Packing.unpack(row[2]))
    } catch {
      throw damaged("the piece \(Data(key.bytes).hexadecimal) of the graph: \(error)")
    }
  }

  /// The kind and key of a piece.
  func name(_ row: Row) throws -> (kind: GraphPiece.Kind, key: GraphPieceKey) {
    let number: Int = row[0]
    guard let kind = UInt8(exactly: number).flatMap(GraphPiece.Kind.init(rawValue:)),
      let key = GraphPieceKey(bytes: Array(row[1] as Data))
    else { throw damaged("a piece of the graph is of no known kind") }
    return (kind, key)
  }
}
