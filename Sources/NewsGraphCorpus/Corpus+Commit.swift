import Crypto
import Foundation
import GRDB
public import NewsGraph

/// What a commit is doing.
public enum CommitStep: String, Sendable, CaseIterable {
  /// It joins the articles.
  case joining
  /// It writes what changed of the graph.
  case storing
}

extension Corpus {
  /// Makes a version of the articles as they are now.
  ///
  /// All of them have to be read (see `readUnread`). The version is there as a whole or not at all.
  ///
  /// - Parameters:
  ///   - message: What is said of it.
  ///   - pipeline: It joins the articles; what it keeps of claims has to be all.
  ///   - time: When it is made, in ISO 8601 and UTC; now, where nothing is said.
  ///   - progress: Called before each step.
  /// - Returns: The version, or nothing where nothing changed since the latest one.
  /// - Throws: `CorpusError.interrupted` where some articles are not read.
  public func commit(
    _ message: String, with pipeline: Pipeline, time: String? = nil,
    progress: (CommitStep) -> Void = { _ in }
  ) throws -> CorpusVersion? {
    let fingerprint = try pipeline.fingerprint()
    let unread = try unreadCount(fingerprint)
    guard unread == 0 else { throw CorpusError.interrupted(unread: unread) }
    let coder = try GraphPieceCoder(base: fingerprint.base)
    let identifier = try write { db in try self.identifier(of: fingerprint, db) }
    // No other process writes, so that what is joined is still what there is when it is stored.
    let graph: StoredGraph? = try read { db in
      let change = try pendingChange(db)
      let latest = try latest(db)
      let isSame = change.added == 0 && change.changed == 0 && change.removed == 0
      if isSame, latest?.fingerprint == identifier || change.all == 0 { return nil }
      progress(.joining)
      return try joined(
        "SELECT article, content FROM working", [], fingerprint: identifier, pipeline, db)
    }
    guard let graph else { return nil }
    progress(.storing)
    return try write { db in
      let latest = try latest(db)
      let number = (latest?.number ?? 0) + 1
      var counts = CorpusVersion.Counts()
      counts.articles = try pendingChange(db)
      try storeMembers(number, db)
      try store(graph, coder, number, &counts, db)
      let time = time ?? Self.now
      let hash = try hash(
        of: number, after: latest?.hash, time: time, message: message,
        fingerprint: fingerprint.digest, db)
      try db.execute(
        sql: """
          INSERT INTO version (number, hash, time, message, fingerprint, counts)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          number, hash, time, message, identifier,
          String(decoding: try JSONEncoder.sorted.encode(counts), as: UTF8.self),
        ])
      return try version(.number(number), db)
    }
  }

  private static var now: String {
    Date.now.formatted(.iso8601)
  }

  private func storeMembers(_ number: Int, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE member SET until = :number WHERE until IS NULL AND NOT EXISTS (
          SELECT 1 FROM working
          WHERE working.article = member.article AND working.content = member.content);
        """, arguments: ["number": number])
    try db.execute(
      sql: """
        INSERT INTO member (article, content, since)
        SELECT article, content, :number FROM working WHERE NOT EXISTS (
          SELECT 1 FROM member
          WHERE member.article = working.article AND member.until IS NULL)
        """, arguments: ["number": number])
  }
}

// MARK: - The graph

extension Corpus {
  /// Writes the pieces of a graph in which it differs from the latest version.
  private func store(
    _ graph: StoredGraph, _ coder: GraphPieceCoder, _ number: Int,
    _ counts: inout CorpusVersion.Counts, _ db: Database
  ) throws {
    // Hashes have the size of keys, and unlike `Data` take no room besides.
    var latest: [GraphPieceKey: (row: Int64, hash: GraphPieceKey)] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT key, hash, id FROM piece WHERE until IS NULL")
    while let row = try rows.next() {
      guard let key = GraphPieceKey(bytes: Array(row[0] as Data)),
        let hash = GraphPieceKey(bytes: Array(row[1] as Data))
      else { continue }
      latest[key] = (row[2], hash)
    }
    let ending = try db.makeStatement(sql: "UPDATE piece SET until = ? WHERE id = ?")
    let beginning = try db.makeStatement(
      sql: "INSERT INTO piece (kind, key, hash, since, content) VALUES (?, ?, ?, ?, ?)")
    var changes: [GraphPiece.Kind: CorpusVersion.Counts.Change] = [:]
    try graph.forEachPiece(coder) { piece in
      let hash = Data(piece.hash.prefix(16))
      changes[piece.kind, default: .init()].all += 1
      if let known = latest.removeValue(forKey: piece.key) {
        if Data(known.hash.bytes) == hash { return }
        try ending.execute(arguments: [number, known.row])
        changes[piece.kind, default: .init()].changed += 1
      } else {
        changes[piece.kind, default: .init()].added += 1
      }
      try beginning.execute(arguments: [
        Int(piece.kind.rawValue), Data(piece.key.bytes), hash, number,
        try Packing.pack(piece.content),
      ])
    }
    let gone = latest.values.map(\.row).sorted()
    for row in gone { try ending.execute(arguments: [number, row]) }
    (counts.entities, counts.statements) = (
      changes[.entity] ?? .init(), changes[.statement] ?? .init()
    )
    counts.entities.removed = try goneCount(.entity, number, db) - counts.entities.changed
    counts.statements.removed = try goneCount(.statement, number, db) - counts.statements.changed
  }

  private func goneCount(_ kind: GraphPiece.Kind, _ number: Int, _ db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM piece WHERE until = ? AND kind = ?",
      arguments: [number, Int(kind.rawValue)]) ?? 0
  }

  /// The hash of a version: of the one before, of what is said of it, and of all that it changed.
  func hash(
    of number: Int, after parent: String?, time: String, message: String, fingerprint: String,
    _ db: Database
  ) throws -> Data {
    var hash = SHA256()
    let head = [
      "newsgraph corpus version \(number)", "after \(parent ?? "nothing")", "time \(time)",
      "fingerprint \(fingerprint)", "message \(message.utf8.count)", message,
    ]
    hash.update(data: Data((head.joined(separator: "\n") + "\n").utf8))
    for (mark, column) in [("-", "until"), ("+", "since")] {
      let members = try Row.fetchCursor(
        db,
        sql: """
          SELECT content.hash FROM member JOIN content ON content.id = member.content
          WHERE \(column) = ? ORDER BY member.article
          """, arguments: [number])
      while let row = try members.next() {
        hash.update(data: Data(mark.utf8))
        hash.update(data: row[0] as Data)
      }
      let pieces = try Row.fetchCursor(
        db, sql: "SELECT kind, key, hash FROM piece WHERE \(column) = ? ORDER BY key",
        arguments: [number])
      while let row = try pieces.next() {
        hash.update(data: Data("\(mark)\(row[0] as Int)".utf8))
        hash.update(data: row[1] as Data)
        hash.update(data: row[2] as Data)
      }
    }
    return Data(hash.finalize())
  }
}
