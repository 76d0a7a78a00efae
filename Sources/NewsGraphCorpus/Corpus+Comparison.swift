import Foundation
import GRDB
public import NewsGraph

extension Corpus {
  /// Two versions as far as they differ, with what is needed to tell what changed: in all formats but
  /// drawings, which show unchanged statements too, their comparison is that of the whole versions.
  ///
  /// - Parameters:
  ///   - old: The one, which need not be the older.
  ///   - new: The other.
  ///   - withAllEntities: Whether all entities are there, so that any of them can be looked for.
  public func differing(
    _ old: CorpusVersion, _ new: CorpusVersion, withAllEntities: Bool = false
  ) throws -> (old: GraphVersion, new: GraphVersion) {
    try read { db in
      var sides = try [old, new].map { GraphAssembly(try coder($0, db)) }
      let between = (min(old.number, new.number), max(old.number, new.number))
      // Rows that both have changed neither side; one that came and went between, has neither.
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT kind, key, content, since, until FROM (
            SELECT * FROM piece WHERE since > :first AND since <= :last
            UNION SELECT * FROM piece WHERE until > :first AND until <= :last
          ) WHERE kind <> :mentions
          """,
        arguments: [
          "first": between.0, "last": between.1,
          "mentions": Int(GraphPiece.Kind.mentions.rawValue),
        ])
      while let row = try rows.next() {
        for (side, version) in [old, new].enumerated() where Self.has(version, row) {
          try add(row, to: &sides[side])
        }
      }
      try addContext(to: &sides, [old, new], db)
      if withAllEntities { try addAll(.entity, to: &sides, between, limit: nil, db) }
      // What tells a knowledge graph from others is an article or a statement.
      try addAll(.article, to: &sides, between, limit: 1, db)
      return (
        .graph(sides[0].graph(), name: name(old)), .graph(sides[1].graph(), name: name(new))
      )
    }
  }

  /// The whole of a version for a comparison.
  public func whole(_ version: CorpusVersion) throws -> GraphVersion {
    .graph(try graph(of: version), name: name(version))
  }

  /// What a comparison calls a version.
  public func name(_ version: CorpusVersion) -> String { "\(path)@\(version.number)" }

  private static func has(_ version: CorpusVersion, _ row: Row) -> Bool {
    let until: Int? = row[4]
    return (row[3] as Int) <= version.number && until.map { $0 > version.number } ?? true
  }

  /// Adds what the differing pieces name, until nothing more is named.
  private func addContext(
    to sides: inout [GraphAssembly], _ versions: [CorpusVersion], _ db: Database
  ) throws {
    let statement = try db.makeStatement(
      sql: "SELECT kind, key, content FROM piece WHERE key = :key AND \(Self.isMember)")
    var asked: Set<GraphPieceKey> = []
    while true {
      let wanted = GraphAssembly.wanted(sides[0], sides[1]).subtracting(asked)
      if wanted.isEmpty { return }
      asked.formUnion(wanted)
      for key in wanted {
        for (side, version) in versions.enumerated() where !sides[side].keys.contains(key) {
          let row = try Row.fetchOne(
            statement, arguments: ["key": Data(key.bytes), "version": version.number])
          if let row { try add(row, to: &sides[side]) }
        }
      }
    }
  }

  /// Adds pieces that both versions have; the others are there.
  private func addAll(
    _ kind: GraphPiece.Kind, to sides: inout [GraphAssembly], _ between: (Int, Int), limit: Int?,
    _ db: Database
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT kind, key, content FROM piece
        WHERE kind = ? AND since <= ? AND (until IS NULL OR until > ?) LIMIT ?
        """,
      arguments: [Int(kind.rawValue), between.0, between.1, limit ?? -1])
    while let row = try rows.next() {
      for side in sides.indices { try add(row, to: &sides[side]) }
    }
  }
}
