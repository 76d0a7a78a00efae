import Foundation
import GRDB
import NewsGraph

/// How the articles of the latest version were joined: what is kept of it to find what the next one
/// changes.
///
/// - `trace`: traces of what was read of a content.
/// - `joined`: by article the hashes of what its entities and events became and of its copies, and the
///   keys of the pieces to which it contributes.
/// - `moving`: see `GraphIncrement.Part.moving`.
/// - `opposed`: the statements by the groups in which they may conflict.
///
/// The setting `joined` names the version and the fingerprint that this is true of.
final class JoinedVersion {
  private let corpus: Corpus
  private let commit: Corpus.Commit
  private let db: Database
  private let groups: ConflictGroups
  /// The keys of the pieces to which each article contributes, by its id.
  private let contributions: ExternalSorter
  /// The statements by their groups; both stand in the key.
  private let opposed: ExternalSorter

  init(_ corpus: Corpus, _ commit: Corpus.Commit, _ db: Database) {
    self.corpus = corpus
    self.commit = commit
    self.db = db
    groups = commit.pipeline.conflictGroups
    // Beside them the graph is taken apart.
    var storage = corpus.storage
    storage.memory = max(1, storage.memory / 4)
    contributions = ExternalSorter(storage)
    opposed = ExternalSorter(storage)
  }

  private static func name(_ version: Int, _ fingerprint: Int64) -> String {
    "\(version) \(fingerprint)"
  }

  /// Whether what is kept is true of a version.
  func isOf(_ version: CorpusVersion) throws -> Bool {
    let kept = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'joined'")
    return version.fingerprint == commit.identifier
      && kept == Self.name(version.number, version.fingerprint)
  }

  /// Notes of which version it is true.
  func keep(as version: Int) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('joined', ?)",
      arguments: [Self.name(version, commit.identifier)])
  }

  // MARK: - All

  /// Forgets all.
  func removeAll() throws {
    for table in ["trace", "joined", "moving", "opposed"] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
  }

  /// Keeps the traces of what was read of a content.
  func keepTraces(_ content: Int64, _ record: ReadingRecord) throws {
    let traces = commit.pipeline.joiningTraces(of: record)
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO trace (content, names, roles, wording) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [content, Data(traces.names), Data(traces.roles), Data(traces.wording)])
  }

  /// Notes who contributes to a piece of a whole graph.
  func note(_ piece: GraphPiece) throws {
    let key = piece.key.bytes
    for article in piece.articles {
      try contributions.add(key: Array(article.utf8), value: key)
    }
    guard let statement = piece.statement else { return }
    for group in groups.groups(of: statement) {
      // As the table has them: in the order of signed numbers.
      let place = group ^ 1 << 63
      let bytes = stride(from: UInt64(56), through: 0, by: -8).map {
        UInt8(truncatingIfNeeded: place >> $0)
      }
      try opposed.add(key: bytes + key, value: [])
    }
  }

  /// Keeps how all articles were joined, after all pieces were noted.
  func keepAll(of version: Int) throws {
    try keepOpposed()
    let mapping = try mapping()
    let contents = try Int64.fetchCursor(db, sql: "SELECT content FROM working ORDER BY article")
    let contributed = try contributions.finish()
    var next = try contributed.next()
    for number in mapping.ids.indices {
      guard let content = try contents.next() else { break }
      let article = mapping.ids[number]
      var part = GraphIncrement.Part()
      // Articles come in the order of the bytes of their ids here and there.
      while let row = next, !article.utf8.lexicographicallyPrecedes(row.key) {
        if row.key.elementsEqual(article.utf8), let key = GraphPieceKey(bytes: row.value) {
          part.contributions.append(key)
        }
        next = try contributed.next()
      }
      part.contributions.sort()
      if try mapping.hasSharedEvents(number) {
        part.moving = try mapping.moving(of: try record(of: article), number)
      }
      try keep(part, article, content, mapping, number)
    }
    try keep(as: version)
  }

  private func keepOpposed() throws {
    let sorted = try opposed.finish()
    while let row = try sorted.next() {
      let group = row.key.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } ^ 1 << 63
      if let piece = GraphPieceKey(bytes: Array(row.key.dropFirst(8))) {
        try insert(group, piece)
      }
    }
  }

  private func insert(_ group: UInt64, _ piece: GraphPieceKey) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO opposed (hash, piece) VALUES (?, ?)")
      .execute(arguments: [Int64(bitPattern: group), Data(piece.bytes)])
  }

  private func keep(
    _ part: GraphIncrement.Part, _ article: String, _ content: Int64, _ mapping: CorpusMapping,
    _ number: Int
  ) throws {
    for piece in part.moving {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO moving (piece, article) VALUES (?, ?)")
        .execute(arguments: [Data(piece.bytes), article])
    }
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO joined (article, content, mapping, copies, pieces, moving)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article, content, Data(try mapping.digest(of: number)), Data(mapping.copyDigest(of: number)),
      Data(part.contributions.flatMap(\.bytes)), Data(part.moving.flatMap(\.bytes)),
    ])
  }

  // MARK: - The mapping

  /// What the entities and events of all articles are now.
  func mapping() throws -> CorpusMapping {
    let mapping = CorpusMapping(commit.pipeline, in: corpus.storage)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT names, wording FROM working LEFT JOIN trace ON trace.content = working.content
        ORDER BY working.article
        """)
    while let row = try rows.next() {
      guard let names = row[0] as Data?, let wording = row[1] as Data? else { throw NoIncrement() }
      try mapping.add(names: Array(names), wording: Array(wording))
    }
    try mapping.resolve()
    let roles = try Row.fetchCursor(
      db,
      sql: """
        SELECT roles FROM working JOIN trace ON trace.content = working.content
        ORDER BY working.article
        """)
    while let row = try roles.next() { try mapping.add(roles: Array(row[0] as Data)) }
    try mapping.findEvents()
    return mapping
  }

  /// The articles of which the content or what their entities and events are is another than was
  /// joined, and of the others those of which other texts are copies.
  ///
  /// - Parameter limit: The number of the former from which on no more are looked for.
  func changes(
    _ mapping: CorpusMapping, limit: Int
  ) throws -> (changed: [String], copied: [String]) {
    var (changed, copied): ([String], [String]) = ([], [])
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT working.content, joined.content, mapping, copies
        FROM working LEFT JOIN joined USING (article) ORDER BY working.article
        """)
    for number in mapping.ids.indices {
      guard changed.count < limit, let row = try rows.next() else { break }
      let digest = Data(try mapping.digest(of: number))
      if (row[0] as Int64) != (row[1] as Int64?) || (row[2] as Data?) != digest {
        changed.append(mapping.ids[number])
      } else if (row[3] as Data?) != Data(mapping.copyDigest(of: number)) {
        copied.append(mapping.ids[number])
      }
    }
    return (changed, copied)
  }

  /// Keeps how the articles are joined now that an increment changes, or that came or changed besides.
  ///
  /// - Parameters:
  ///   - change: The increment.
  ///   - mapping: What the entities and events of all articles are.
  ///   - copied: Other articles of which other texts are copies than before.
  ///   - removed: The articles that are no more.
  ///   - version: The number of the version.
  func keep(
    _ change: GraphIncrement.Change, _ mapping: CorpusMapping, copied: [String],
    removed: [String], version: Int
  ) throws {
    for article in removed {
      try db.execute(sql: "DELETE FROM moving WHERE article = ?", arguments: [article])
      try db.execute(sql: "DELETE FROM joined WHERE article = ?", arguments: [article])
    }
    for (article, part) in change.parts.sorted(by: { $0.key < $1.key }) {
      let content = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT content FROM working WHERE article = ?"),
        arguments: [article])
      guard let content, let number = mapping.number(of: article) else { continue }
      for piece in try moving(of: article) {
        try db.cachedStatement(sql: "DELETE FROM moving WHERE piece = ? AND article = ?")
          .execute(arguments: [Data(piece.bytes), article])
      }
      try keep(part, article, content, mapping, number)
    }
    for article in copied where change.parts[article] == nil {
      guard let number = mapping.number(of: article) else { continue }
      try db.cachedStatement(sql: "UPDATE joined SET copies = ? WHERE article = ?")
        .execute(arguments: [Data(mapping.copyDigest(of: number)), article])
    }
    for (piece, groups) in change.groupsBefore.sorted(by: { $0.key < $1.key }) {
      for group in groups {
        try db.cachedStatement(sql: "DELETE FROM opposed WHERE hash = ? AND piece = ?")
          .execute(arguments: [Int64(bitPattern: group), Data(piece.bytes)])
      }
    }
    for (piece, groups) in change.groups.sorted(by: { $0.key < $1.key }) {
      for group in groups { try insert(group, piece) }
    }
    try db.execute(
      sql: "DELETE FROM trace WHERE content NOT IN (SELECT content FROM joined)")
    try keep(as: version)
  }
}

// MARK: - What the increment asks

extension JoinedVersion: JoinedGraph {
  func piece(_ key: GraphPieceKey) throws -> (kind: GraphPiece.Kind, content: [UInt8])? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT kind, key, content FROM piece WHERE key = ? AND until IS NULL"),
      arguments: [Data(key.bytes)])
    guard let row else { return nil }
    return (try corpus.name(row).kind, try Packing.unpack(row[2]))
  }

  func statements(inGroup group: UInt64) throws -> [GraphPieceKey] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT piece FROM opposed WHERE hash = ?"),
      arguments: [Int64(bitPattern: group)])
    var found: [GraphPieceKey] = []
    while let row = try rows.next() { found += keys(row[0]) }
    return found
  }

  func articles(moving statement: GraphPieceKey) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(sql: "SELECT article FROM moving WHERE piece = ?"),
      arguments: [Data(statement.bytes)])
  }

  func contributions(of article: String) throws -> [GraphPieceKey] {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT pieces FROM joined WHERE article = ?"), arguments: [article])
    return row.map { keys($0[0]) } ?? []
  }

  func moving(of article: String) throws -> [GraphPieceKey] {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT moving FROM joined WHERE article = ?"), arguments: [article])
    return row.map { keys($0[0]) } ?? []
  }

  func record(of article: String) throws -> ReadingRecord {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT packed FROM working JOIN reading ON reading.content = working.content
          WHERE article = ? AND fingerprint = ?
          """), arguments: [article, commit.identifier])
    return try corpus.record(row.map { $0[0] as Data }, of: article)
  }

  private func keys(_ data: Data) -> [GraphPieceKey] {
    let bytes = Array(data)
    return stride(from: 0, to: bytes.count, by: 16).compactMap { begin in
      GraphPieceKey(bytes: Array(bytes[begin..<min(begin + 16, bytes.count)]))
    }
  }
}
