import Foundation
import GRDB
import NewsGraph

/// That a version cannot be made of the one before, so that all articles have to be joined.
struct NoIncrement: Error {}

extension Corpus {
  /// Stores the next version by what it changes of the latest one.
  ///
  /// - Throws: `NoIncrement` where there is none, where it was read with something else, or where so
  ///   much changes that it is cheaper to join all articles.
  func storeIncrement(
    _ commit: Commit, _ db: Database, _ progress: (CommitStep) -> Void
  ) throws -> CorpusVersion {
    let state = JoinedVersion(self, commit, db)
    guard let latest = try latest(db), try state.isOf(latest) else { throw NoIncrement() }
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM working") ?? 0
    let limit = min(Self.incrementLimit, max(64, count / 5))
    let pending = try pendingChange(db)
    guard pending.added + pending.changed + pending.removed <= limit else { throw NoIncrement() }
    progress(.comparing)
    try keepNewTraces(state, db)
    let mapping = try state.mapping()
    guard mapping.isUnambiguous else { throw NoIncrement() }
    let (changed, copied) = try state.changes(mapping, limit: limit + 1)
    let removed = try String.fetchAll(
      db,
      sql: """
        SELECT article FROM joined WHERE NOT EXISTS (
          SELECT 1 FROM working WHERE working.article = joined.article) ORDER BY article
        """)
    let increment = GraphIncrement(commit.pipeline, commit.coder, mapping, state)
    guard
      let change = try increment.change(changed, copied: copied, removed: removed, limit: limit)
    else { throw NoIncrement() }
    progress(.storing)
    let (number, articles) = try beginVersion(db)
    let writer = try PieceWriter(number, db)
    try write(change, writer, db)
    var counts = CorpusVersion.Counts()
    counts.articles = articles
    counts.entities = try writer.change(.entity, after: latest.counts.entities)
    counts.statements = try writer.change(.statement, after: latest.counts.statements)
    try state.keep(change, mapping, copied: copied, removed: removed, version: number)
    return try finishVersion(commit, number, counts, db)
  }

  /// The number of articles that are made anew at most: they are in memory at once.
  private static let incrementLimit = 4000

  /// Keeps the traces of articles that came or changed.
  private func keepNewTraces(_ state: JoinedVersion, _ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT article, content FROM working WHERE NOT EXISTS (
          SELECT 1 FROM trace WHERE trace.content = working.content)
        """)
    for row in rows { try state.keepTraces(row[1], state.record(of: row[0])) }
  }

  private func write(
    _ change: GraphIncrement.Change, _ writer: PieceWriter, _ db: Database
  ) throws {
    let finding = try db.makeStatement(
      sql: "SELECT id, hash FROM piece WHERE key = ? AND until IS NULL")
    for key in change.gone.sorted() {
      let row = try Row.fetchOne(finding, arguments: [Data(key.bytes)])
      if let row { try writer.end(row[0]) }
    }
    for piece in change.pieces {
      let row = try Row.fetchOne(finding, arguments: [Data(piece.key.bytes)])
      try writer.write(piece, inPlaceOf: row.map { ($0[0], $0[1]) })
    }
  }
}
