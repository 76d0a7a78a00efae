import Foundation
import GRDB
public import NewsGraph

/// What a look at all of a corpus found.
public struct CorpusVerification: Sendable, Hashable {
  /// The number of articles in all their forms.
  public var articles = 0
  /// The number of readings.
  public var readings = 0
  /// The number of pieces of graphs.
  public var pieces = 0
  /// The number of versions.
  public var versions = 0
  /// What is wrong, in sentences.
  public var problems: [String] = []
}

extension Corpus {
  /// Looks whether all is as it was written: SQLite's own check, the hash of every article, reading,
  /// piece and version, and whether each can be read.
  ///
  /// - Parameter pipeline: It joins the articles of the latest version anew, to look whether its graph
  ///   is theirs; nothing, where that is not to be looked at.
  /// - Throws: `CorpusError.failed` where the version was read with something else than the pipeline
  ///   reads with.
  public func verify(joining pipeline: Pipeline? = nil) throws -> CorpusVerification {
    var found = CorpusVerification()
    do {
      try read { db in
        let said = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
        if said != ["ok"] { found.problems += said.map { "SQLite: \($0)" } }
        for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
          found.problems.append("a row of \(row[0] as String) refers to what is not there")
        }
        try verifyContents(db, &found)
        try verifyReadings(db, &found)
        try verifyPieces(db, &found)
        try verifyVersions(db, &found)
        if let pipeline, let latest = try latest(db) {
          try verifyGraph(of: latest, pipeline, db, &found)
        }
      }
    } catch CorpusError.damaged(_, let what) {
      found.problems.append(what)
    }
    return found
  }

  private func verifyContents(_ db: Database, _ found: inout CorpusVerification) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT id, hash, packed FROM content ORDER BY id")
    while let row = try rows.next() {
      found.articles += 1
      do {
        let bytes = try Packing.unpack(row[2])
        guard Data(CanonicalArticle.hash(bytes)) == (row[1] as Data) else { throw OtherHash() }
        _ = try CanonicalArticle.decode(bytes)
      } catch {
        found.problems.append("the article \(row[0] as Int64): \(error)")
      }
    }
  }

  private func verifyReadings(_ db: Database, _ found: inout CorpusVerification) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT content, hash, packed FROM reading ORDER BY content")
    while let row = try rows.next() {
      found.readings += 1
      do {
        let bytes = try Packing.unpack(row[2])
        guard Data(CanonicalArticle.hash(bytes)) == (row[1] as Data) else { throw OtherHash() }
        _ = try ReadingRecord(decoding: bytes)
      } catch {
        found.problems.append("what was read of the article \(row[0] as Int64): \(error)")
      }
    }
  }

  private func verifyPieces(_ db: Database, _ found: inout CorpusVerification) throws {
    var coders: [Int: GraphPieceCoder] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT kind, key, content, since, hash FROM piece ORDER BY id")
    while let row = try rows.next() {
      found.pieces += 1
      let since: Int = row[3]
      do {
        let coder = try coders[since] ?? coder(version(.number(since), db), db)
        coders[since] = coder
        var assembly = GraphAssembly(coder)
        try add(row, to: &assembly)
        let hash = GraphPiece.hash(of: try Packing.unpack(row[2])).prefix(16)
        guard Data(hash) == (row[4] as Data) else { throw OtherHash() }
      } catch {
        let key: Data = row[1]
        found.problems.append("the piece \(key.hexadecimal) of version \(since): \(error)")
      }
    }
  }

  /// Compares the pieces of the latest version with those of the graph of its articles.
  private func verifyGraph(
    of version: CorpusVersion, _ pipeline: Pipeline, _ db: Database,
    _ found: inout CorpusVerification
  ) throws {
    let (then, now) = (try fingerprint(version.fingerprint, db), try pipeline.fingerprint())
    guard then == now else {
      let parts = now.differences(from: then).joined(separator: ", ")
      throw CorpusError.failed(
        path: path,
        message: "version \(version.number) was read with another \(parts) than now, so that its"
          + " graph cannot be made again")
    }
    let graph = try joined(
      "SELECT article, content FROM member WHERE until IS NULL", [],
      fingerprint: version.fingerprint, pipeline, db)
    let finding = try db.makeStatement(
      sql: "SELECT hash FROM piece WHERE key = ? AND until IS NULL")
    var counts = (all: 0, other: 0, missing: 0)
    try graph.forEachPiece(GraphPieceCoder(base: now.base)) { piece in
      counts.all += 1
      let hash = try Data.fetchOne(finding, arguments: [Data(piece.key.bytes)])
      if hash == nil { counts.missing += 1 }
      if let hash, hash != Data(piece.hash.prefix(16)) { counts.other += 1 }
    }
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM piece WHERE until IS NULL") ?? 0
    let more = count - (counts.all - counts.missing)
    if counts.other + counts.missing + more > 0 {
      found.problems.append(
        "version \(version.number) is not the graph of its articles: of \(counts.all) pieces"
          + " \(counts.missing) are missing and \(counts.other) are others, and there are \(more)"
          + " more")
    }
  }

  private func verifyVersions(_ db: Database, _ found: inout CorpusVerification) throws {
    var parent: String?
    let versions = try Row.fetchAll(db, sql: "SELECT * FROM version ORDER BY number")
      .map(CorpusVersion.init)
    for (place, version) in versions.enumerated() {
      found.versions += 1
      if version.number != place + 1 {
        found.problems.append("version \(place + 1) is missing")
      }
      let hash = try hash(
        of: version.number, after: parent, time: version.time, message: version.message,
        fingerprint: try fingerprint(version.fingerprint, db).digest, db)
      if hash.hexadecimal != version.hash {
        found.problems.append(
          "version \(version.number) is not what was committed: another hash, or the one before"
            + " has")
      }
      parent = version.hash
    }
  }
}

/// Bytes that are not those that were written.
private struct OtherHash: Error, CustomStringConvertible {
  var description: String { "its hash is another than when it was written" }
}
