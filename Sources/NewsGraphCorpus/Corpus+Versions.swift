public import Extraction
import Foundation
import GRDB
public import NewsGraph

extension Corpus {
  /// The versions, the first one first.
  public func versions() throws -> [CorpusVersion] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM version ORDER BY number").map(CorpusVersion.init)
    }
  }

  /// A version.
  ///
  /// - Throws: `CorpusError.unknownVersion`.
  public func version(_ reference: VersionReference) throws -> CorpusVersion {
    try read { db in try version(reference, db) }
  }

  func version(_ reference: VersionReference, _ db: Database) throws -> CorpusVersion {
    let row =
      switch reference {
      case .latest:
        try Row.fetchOne(db, sql: "SELECT * FROM version ORDER BY number DESC LIMIT 1")
      case .number(let number):
        try Row.fetchOne(db, sql: "SELECT * FROM version WHERE number = ?", arguments: [number])
      case .before(let instant, _):
        try Row.fetchOne(
          db, sql: "SELECT * FROM version WHERE time < ? ORDER BY number DESC LIMIT 1",
          arguments: [instant])
      }
    guard let row else {
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM version") ?? 0
      throw CorpusError.unknownVersion(
        path: path, reference: reference.description, count: count)
    }
    return try CorpusVersion(row)
  }

  func latest(_ db: Database) throws -> CorpusVersion? {
    try Row.fetchOne(db, sql: "SELECT * FROM version ORDER BY number DESC LIMIT 1")
      .map(CorpusVersion.init)
  }

  /// The fingerprint of what a version was read with.
  public func fingerprint(of version: CorpusVersion) throws -> ReadingFingerprint {
    try read { db in try fingerprint(version.fingerprint, db) }
  }

  static let isMember = "since <= :version AND (until IS NULL OR until > :version)"
}

// MARK: - Lists and numbers

extension Corpus {
  /// An article of a list.
  public struct Listed: Sendable, Hashable {
    /// The article, without the claims of its text.
    public var article: Article
    /// The hash of its canonical form (SHA-256), in hexadecimal digits.
    public var hash: String
  }

  /// Hands on the articles of a version, or as they are now, in the order of their ids.
  public func forEachArticle(
    of version: CorpusVersion? = nil, _ body: (Listed) throws -> Void
  ) throws {
    let source =
      version == nil
      ? "SELECT article, content FROM working"
      : "SELECT article, content FROM member WHERE \(Self.isMember)"
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT content.id, hash, packed FROM (\(source)) AS listed
          JOIN content ON content.id = listed.content ORDER BY listed.article
          """, arguments: version.map { ["version": $0.number] } ?? [])
      while let row = try rows.next() {
        let hash: Data = row[1]
        try body(Listed(article: try article(row[2], row[0]), hash: hash.hexadecimal))
      }
    }
  }

  /// How the articles are now, against the latest version.
  public struct Status: Sendable, Hashable {
    /// The latest version.
    public var latest: CorpusVersion?
    /// The articles, and how they differ from those of the latest version.
    public var articles = CorpusVersion.Counts.Change()
    /// The number of articles that are still to be read.
    public var unread = 0
    /// The size of the file in bytes.
    public var byteCount = 0
  }

  /// How the articles are now, against the latest version.
  ///
  /// - Parameter fingerprint: What they are to be read with.
  public func status(_ fingerprint: ReadingFingerprint) throws -> Status {
    var status = Status()
    status.unread = try unreadCount(fingerprint)
    try read { db in
      status.latest = try latest(db)
      status.articles = try pendingChange(db)
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      status.byteCount = try pages * (Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
    }
    return status
  }

  /// How the articles differ from those of the latest version.
  func pendingChange(_ db: Database) throws -> CorpusVersion.Counts.Change {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT
          (SELECT count(*) FROM working) AS every,
          (SELECT count(*) FROM working WHERE NOT EXISTS (
            SELECT 1 FROM member
            WHERE member.article = working.article AND until IS NULL)) AS added,
          (SELECT count(*) FROM working JOIN member USING (article)
            WHERE until IS NULL AND member.content <> working.content) AS changed,
          (SELECT count(*) FROM member WHERE until IS NULL AND NOT EXISTS (
            SELECT 1 FROM working WHERE working.article = member.article)) AS removed
        """)
    var change = CorpusVersion.Counts.Change()
    guard let row else { return change }
    (change.all, change.added) = (row["every"], row["added"])
    (change.changed, change.removed) = (row["changed"], row["removed"])
    return change
  }
}
