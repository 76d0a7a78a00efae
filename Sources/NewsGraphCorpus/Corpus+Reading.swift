import Extraction
import Foundation
import GRDB
public import NewsGraph

/// Which articles are to be read.
public enum UnreadChoice: Sendable, Hashable {
  /// Those that were never read.
  case new
  /// Those too that were read with another program, model or tables.
  case all
}

extension Corpus {
  /// The number of articles that have not been read with what a fingerprint stands for.
  public func unreadCount(_ fingerprint: ReadingFingerprint) throws -> Int {
    try read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (\(Self.unread))", arguments: [fingerprint.digest]) ?? 0
    }
  }

  private static let neverRead = """
    SELECT working.content FROM working WHERE NOT EXISTS (
      SELECT 1 FROM reading WHERE reading.content = working.content)
    """

  private static let unread = """
    SELECT working.content FROM working WHERE NOT EXISTS (
      SELECT 1 FROM reading JOIN fingerprint ON fingerprint.id = reading.fingerprint
      WHERE reading.content = working.content AND fingerprint.digest = ?)
    """

  /// Reads articles that have not been read with what a pipeline reads with.
  ///
  /// What is read is stored batch by batch, each as a whole.
  ///
  /// - Parameters:
  ///   - pipeline: It reads on as many threads as its configuration says.
  ///   - choice: Which of them.
  ///   - progress: Called with the number of articles read so far, and of all that are to be read.
  ///   - isCancelled: Asked between batches.
  /// - Returns: The number of articles that were read.
  /// - Throws: `CorpusError`, `.interrupted` where it was cancelled.
  @discardableResult
  public func readUnread(
    with pipeline: Pipeline, _ choice: UnreadChoice = .all,
    progress: (Int, Int) -> Void = { _, _ in },
    isCancelled: () -> Bool = { false }
  ) async throws -> Int {
    let fingerprint = try pipeline.fingerprint()
    let contents = try unread(fingerprint, choice)
    guard !contents.isEmpty else { return 0 }
    let identifier = try write { db in try self.identifier(of: fingerprint, db) }
    var done = 0
    // The batch before is packed and stored while the next one is read.
    var finished: [(content: Int64, record: ReadingRecord)] = []
    progress(0, contents.count)
    while done < contents.count {
      if isCancelled() { break }
      let batch = Array(contents[done..<min(done + Self.readingBatch(pipeline), contents.count)])
      let articles = try articles(batch)
      async let records = pipeline.records(of: articles)
      try store(finished, identifier)
      finished = Array(zip(batch, await records))
      done += batch.count
      progress(done, contents.count)
    }
    try store(finished, identifier)
    try synchronize()
    if done < contents.count { throw CorpusError.interrupted(unread: contents.count - done) }
    return done
  }

  /// So many that the threads are seldom idle, and so few that little is lost at an end from outside.
  private static func readingBatch(_ pipeline: Pipeline) -> Int {
    max(8, pipeline.configuration.threads * 16)
  }

  private func unread(
    _ fingerprint: ReadingFingerprint, _ choice: UnreadChoice
  ) throws -> [Int64] {
    try read { db in
      try Int64.fetchAll(
        db, sql: (choice == .new ? Self.neverRead : Self.unread) + " ORDER BY working.content",
        arguments: choice == .new ? [] : [fingerprint.digest])
    }
  }

  private func articles(_ contents: [Int64]) throws -> [Article] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT packed FROM content WHERE id = ?")
      return try contents.map { content in
        guard let packed = try Data.fetchOne(statement, arguments: [content]) else {
          throw damaged("the article \(content) is missing")
        }
        return try article(packed, content)
      }
    }
  }

  func article(_ packed: Data, _ content: Int64) throws -> Article {
    do {
      return try CanonicalArticle.decode(try Packing.unpack(packed))
    } catch {
      throw damaged("the article \(content): \(error)")
    }
  }

  private func store(
    _ records: [(content: Int64, record: ReadingRecord)], _ fingerprint: Int64
  ) throws {
    guard !records.isEmpty else { return }
    let packed = try records.map { entry in
      let bytes = entry.record.encoded()
      return (entry.content, Data(CanonicalArticle.hash(bytes)), try Packing.pack(bytes))
    }
    try write(isDurable: false) { db in
      for (content, hash, bytes) in packed {
        try db.cachedStatement(
          sql: """
            INSERT OR REPLACE INTO reading (content, fingerprint, hash, packed)
            VALUES (?, ?, ?, ?)
            """
        ).execute(arguments: [content, fingerprint, hash, bytes])
      }
    }
  }
}
