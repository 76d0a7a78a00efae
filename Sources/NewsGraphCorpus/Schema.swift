import GRDB

/// The tables of a corpus.
///
/// - `content`: articles in canonical form, packed, by their hashes.
/// - `reading`: what was read of a content, by the fingerprint of what it was read with.
/// - `working`: the articles as they are now; a version is made of them.
/// - `version`: the versions; `member` and `piece` say from which version on and until before which
///   an article had a content, and the graph a piece, so that each version costs what it changed.
/// - `trace`, `joined`, `moving`, `opposed`: how the articles of the latest version were joined, by
///   which the next one finds what changes (see `JoinedVersion`). They can be made again.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: "PRAGMA application_id = \(Corpus.applicationID)")
      try db.execute(sql: first)
    }
    migrator.registerMigration("2") { db in try db.execute(sql: second) }
    return migrator
  }

  private static let first = """
    CREATE TABLE setting (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE fingerprint (
      id INTEGER PRIMARY KEY,
      digest TEXT NOT NULL UNIQUE,
      parts TEXT NOT NULL
    );
    CREATE TABLE content (
      id INTEGER PRIMARY KEY,
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      packed BLOB NOT NULL
    );
    CREATE TABLE reading (
      content INTEGER NOT NULL REFERENCES content ON DELETE CASCADE,
      fingerprint INTEGER NOT NULL REFERENCES fingerprint,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      packed BLOB NOT NULL,
      PRIMARY KEY (content, fingerprint)
    );
    CREATE TABLE working (
      article TEXT NOT NULL PRIMARY KEY,
      content INTEGER NOT NULL REFERENCES content
    ) WITHOUT ROWID;
    CREATE INDEX working_content ON working(content);
    CREATE TABLE version (
      number INTEGER PRIMARY KEY,
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      time TEXT NOT NULL,
      message TEXT NOT NULL,
      fingerprint INTEGER NOT NULL REFERENCES fingerprint,
      counts TEXT NOT NULL
    );
    CREATE TABLE member (
      article TEXT NOT NULL,
      content INTEGER NOT NULL REFERENCES content,
      since INTEGER NOT NULL,
      until INTEGER,
      PRIMARY KEY (article, since)
    ) WITHOUT ROWID;
    CREATE INDEX member_content ON member(content);
    CREATE INDEX member_since ON member(since);
    CREATE INDEX member_until ON member(until) WHERE until IS NOT NULL;
    CREATE TABLE piece (
      id INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL,
      key BLOB NOT NULL CHECK (length(key) = 16),
      hash BLOB NOT NULL CHECK (length(hash) = 16),
      since INTEGER NOT NULL,
      until INTEGER,
      content BLOB NOT NULL
    );
    CREATE UNIQUE INDEX piece_key ON piece(key, since);
    CREATE INDEX piece_since ON piece(since, kind);
    CREATE INDEX piece_until ON piece(until, kind) WHERE until IS NOT NULL;
    CREATE UNIQUE INDEX piece_latest ON piece(key, hash) WHERE until IS NULL;
    CREATE TRIGGER version_stays BEFORE UPDATE ON version
      BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END;
    CREATE TRIGGER version_remains BEFORE DELETE ON version
      BEGIN SELECT RAISE(ABORT, 'a version is never removed'); END;
    CREATE TRIGGER piece_stays BEFORE UPDATE ON piece
      WHEN OLD.until IS NOT NULL OR OLD.content IS NOT NEW.content OR OLD.since <> NEW.since
      BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END;
    CREATE TRIGGER member_stays BEFORE UPDATE ON member
      WHEN OLD.until IS NOT NULL OR OLD.content <> NEW.content OR OLD.since <> NEW.since
      BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END;
    """

  private static let second = """
    CREATE TABLE trace (
      content INTEGER PRIMARY KEY REFERENCES content ON DELETE CASCADE,
      names BLOB NOT NULL,
      roles BLOB NOT NULL,
      wording BLOB NOT NULL
    );
    CREATE TABLE joined (
      article TEXT NOT NULL PRIMARY KEY,
      content INTEGER NOT NULL,
      mapping BLOB NOT NULL,
      copies BLOB NOT NULL,
      pieces BLOB NOT NULL,
      moving BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE moving (
      piece BLOB NOT NULL,
      article TEXT NOT NULL,
      PRIMARY KEY (piece, article)
    ) WITHOUT ROWID;
    CREATE TABLE opposed (
      hash INTEGER NOT NULL,
      piece BLOB NOT NULL,
      PRIMARY KEY (hash, piece)
    ) WITHOUT ROWID;
    """

  /// Looks whether a database is a corpus that this release knows.
  static func check(_ db: Database, path: String, access: Corpus.Access) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    if isEmpty {
      // Made, and ended before it was filled.
      guard access == .reading else { return }
      throw CorpusError.empty(path: path)
    }
    guard application == Corpus.applicationID else { throw CorpusError.notACorpus(path: path) }
    if try migrator.hasBeenSuperseded(db) { throw CorpusError.newer(path: path) }
  }
}
