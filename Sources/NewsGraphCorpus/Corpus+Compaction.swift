import Foundation
import GRDB
public import NewsGraph

/// What became less when a corpus was compacted.
public struct CompactionReport: Sendable, Hashable {
  /// The number of articles that no version has and that are no more.
  public var articles = 0
  /// The number of readings by another program, model or tables than now.
  public var readings = 0
  /// The size of the file before, in bytes.
  public var byteCountBefore = 0
  /// The size of the file now, in bytes.
  public var byteCount = 0
}

extension Corpus {
  /// Drops what nothing needs any more, and gives the room back to the system: articles that are in
  /// no version and no more in the corpus, and what was read of the others with other fingerprints
  /// than that of the latest version and the given one.
  ///
  /// - Throws: `CorpusError`; it takes as much room as the corpus until it is done.
  public func compact(keeping fingerprint: ReadingFingerprint) throws -> CompactionReport {
    var report = CompactionReport()
    report.byteCountBefore = try byteCount()
    try write { db in
      try db.execute(
        sql: """
          DELETE FROM reading WHERE fingerprint NOT IN (
            SELECT id FROM fingerprint WHERE digest = ?
            UNION SELECT fingerprint FROM version
              WHERE number = (SELECT max(number) FROM version))
          """, arguments: [fingerprint.digest])
      report.readings = db.changesCount
      try db.execute(
        sql: """
          DELETE FROM content WHERE id NOT IN (
            SELECT content FROM working UNION SELECT content FROM member)
          """)
      report.articles = db.changesCount
    }
    try writeWithoutTransaction { db in
      try db.execute(sql: "VACUUM")
      _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    report.byteCount = try byteCount()
    return report
  }

  private func byteCount() throws -> Int {
    try read { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      return try pages * (Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
    }
  }
}
