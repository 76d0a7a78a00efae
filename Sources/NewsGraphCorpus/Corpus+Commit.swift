import Crypto
import Foundation
import GRDB
public import NewsGraph

/// What a commit is doing.
public enum CommitStep: String, Sendable, CaseIterable {
  /// It finds what the articles change that came, changed or went.
  case comparing
  /// It joins all articles.
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
    let isSame = try read { db in
      let change = try pendingChange(db)
      let latest = try latest(db)
      let isSame = change.added == 0 && change.changed == 0 && change.removed == 0
      return isSame && (latest?.fingerprint == identifier || change.all == 0)
    }
    if isSame { return nil }
    let commit = Commit(
      pipeline: pipeline, coder: coder, fingerprint: fingerprint, identifier: identifier,
      message: message, time: time ?? Self.now)
    do {
      return try write { db in try storeIncrement(commit, db, progress) }
    } catch is NoIncrement {
      return try write { db in try storeWhole(commit, db, progress) }
    }
  }

  /// What a version is made with.
  struct Commit {
    var pipeline: Pipeline
    var coder: GraphPieceCoder
    var fingerprint: ReadingFingerprint
    var identifier: Int64
    var message: String
    var time: String
  }

  /// Joins all articles and stores the version.
  private func storeWhole(
    _ commit: Commit, _ db: Database, _ progress: (CommitStep) -> Void
  ) throws -> CorpusVersion {
    progress(.joining)
    let state = JoinedVersion(self, commit, db)
    try state.removeAll()
    let graph = try joined(
      "SELECT article, content FROM working", [], fingerprint: commit.identifier, commit.pipeline,
      db, onRecord: state.keepTraces)
    progress(.storing)
    let (number, articles) = try beginVersion(db)
    var counts = CorpusVersion.Counts()
    counts.articles = articles
    let writer = try PieceWriter(number, db)
    try store(graph, commit.coder, writer, state, &counts, db)
    let version = try finishVersion(commit, number, counts, db)
    try state.keepAll(of: number)
    return version
  }

  /// Notes which articles the next version has; its number, and how they changed.
  func beginVersion(_ db: Database) throws -> (Int, CorpusVersion.Counts.Change) {
    let number = (try latest(db)?.number ?? 0) + 1
    let change = try pendingChange(db)
    try storeMembers(number, db)
    return (number, change)
  }

  /// Stores a version of which all pieces are there.
  func finishVersion(
    _ commit: Commit, _ number: Int, _ counts: CorpusVersion.Counts, _ db: Database
  ) throws -> CorpusVersion {
    let hash = try hash(
      of: number, after: latest(db)?.hash, time: commit.time, message: commit.message,
      fingerprint: commit.fingerprint.digest, db)
    try db.execute(
      sql: """
        INSERT INTO version (number, hash, time, message, fingerprint, counts)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, hash, commit.time, commit.message, commit.identifier,
        String(decoding: try JSONEncoder.sorted.encode(counts), as: UTF8.self),
      ])
    return try version(.number(number), db)
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
    _ graph: StoredGraph, _ coder: GraphPieceCoder, _ writer: PieceWriter, _ state: JoinedVersion,
    _ counts: inout CorpusVersion.Counts, _ db: Database
  ) throws {
    let hasLatest = try self.latest(db) != nil
    let finding = try db.makeStatement(
      sql: "SELECT id, hash FROM piece WHERE key = ? AND until IS NULL")
    // The rows of the latest version that the new one has, too, or has in another form.
    let met = NumberSorter(storage)
    var all: [GraphPiece.Kind: Int] = [:]
    try graph.forEachPiece(coder) { piece in
      all[piece.kind, default: 0] += 1
      try state.note(piece)
      let row =
        hasLatest
        ? try Row.fetchOne(finding, arguments: [Data(piece.key.bytes)]) : nil
      if let row { try met.add(UInt64(bitPattern: row[0] as Int64)) }
      try writer.write(piece, inPlaceOf: row.map { ($0[0], $0[1]) })
    }
    if hasLatest { try endOthers(than: met.finish(), writer, db) }
    counts.entities = try writer.change(.entity, all[.entity] ?? 0)
    counts.statements = try writer.change(.statement, all[.statement] ?? 0)
  }

  /// Ends the pieces of the latest version that are not among some.
  private func endOthers(
    than met: SortedNumbers, _ writer: PieceWriter, _ db: Database
  ) throws {
    let gone = NumberSorter(storage)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id FROM piece WHERE until IS NULL AND since < ? ORDER BY id",
      arguments: [writer.number])
    var next = try met.next()
    while let row = try rows.next() {
      let number = UInt64(bitPattern: row[0] as Int64)
      while let known = next, known < number { next = try met.next() }
      if next != number { try gone.add(number) }
    }
    let sorted = try gone.finish()
    while let number = try sorted.next() { try writer.end(Int64(bitPattern: number)) }
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

/// Writes the pieces in which a version differs from the one before.
final class PieceWriter {
  /// The number of the version.
  let number: Int
  private let db: Database
  private let ending: GRDB.Statement
  private let beginning: GRDB.Statement
  private var changes: [GraphPiece.Kind: CorpusVersion.Counts.Change] = [:]

  init(_ number: Int, _ db: Database) throws {
    self.number = number
    self.db = db
    ending = try db.makeStatement(sql: "UPDATE piece SET until = ? WHERE id = ?")
    beginning = try db.makeStatement(
      sql: "INSERT INTO piece (kind, key, hash, since, content) VALUES (?, ?, ?, ?, ?)")
  }

  /// Writes a piece unless the latest version has it as it is.
  func write(_ piece: GraphPiece, inPlaceOf known: (row: Int64, hash: Data)?) throws {
    let hash = Data(piece.hash.prefix(16))
    if let known {
      if known.hash == hash { return }
      try end(known.row)
      changes[piece.kind, default: .init()].changed += 1
    } else {
      changes[piece.kind, default: .init()].added += 1
    }
    try beginning.execute(arguments: [
      Int(piece.kind.rawValue), Data(piece.key.bytes), hash, number,
      try Packing.pack(piece.content),
    ])
  }

  /// Ends a row of the latest version.
  func end(_ row: Int64) throws { try ending.execute(arguments: [number, row]) }

  /// What the version changes of the pieces of a kind.
  func change(_ kind: GraphPiece.Kind, _ all: Int) throws -> CorpusVersion.Counts.Change {
    var change = changes[kind] ?? .init()
    change.all = all
    let gone = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM piece WHERE until = ? AND kind = ?",
      arguments: [number, Int(kind.rawValue)])
    change.removed = (gone ?? 0) - change.changed
    return change
  }

  /// What the version changes of the pieces of a kind, of which the version before had so many.
  func change(
    _ kind: GraphPiece.Kind, after before: CorpusVersion.Counts.Change
  ) throws -> CorpusVersion.Counts.Change {
    var change = try change(kind, 0)
    change.all = before.all + change.added - change.removed
    return change
  }
}
