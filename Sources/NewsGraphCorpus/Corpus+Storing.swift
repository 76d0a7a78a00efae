import Foundation
import GRDB
public import NewsGraph
import Extraction

/// What became of the articles of an input.
public struct StoringReport: Sendable, Hashable {
  /// The number of articles that are new.
  public var added = 0
  /// The number of articles that the corpus has in another form.
  public var changed = 0
  /// The number of articles that the corpus has as they are.
  public var unchanged = 0
  /// The number of inputs that gave no article.
  public var rejected = 0
  /// The number of articles that were taken out as the input has them no more.
  public var removed = 0

  /// The number of articles.
  public var count: Int { added + changed + unchanged }

  /// Makes a report of nothing.
  public init() {}
}

extension Corpus {
  /// The size of the batches in which articles are stored, in articles and in code points.
  private static let batchSize = (articles: 128, characters: 4 << 20)

  /// Stores the articles of an input; one whose id is known takes the place of the known one.
  ///
  /// They are told apart by the hashes of their canonical forms and not read yet. Only a batch is in
  /// memory, and stored as a whole.
  ///
  /// - Parameters:
  ///   - input: Articles, and words about what gave none.
  ///   - mirrors: Whether articles that the input does not have are removed, unless an input was
  ///     rejected: nobody knows what was in it.
  ///   - remark: Called with all that is no article.
  ///   - progress: Called with the number of articles so far.
  ///   - isCancelled: Asked between batches; once it is true, nothing more is stored.
  /// - Throws: `CorpusError`; what was stored before stays.
  @discardableResult
  public func store(
    _ input: some Sequence<ArticleReading>, mirrors: Bool = false,
    remark: (ArticleReading) -> Void = { _ in }, progress: (Int) -> Void = { _ in },
    isCancelled: () -> Bool = { false }
  ) throws -> StoringReport {
    var report = StoringReport()
    var batch: [Article] = []
    var characters = 0
    var seen: Set<String> = []
    for reading in input {
      guard case .article(let article) = reading else {
        if case .rejected = reading { report.rejected += 1 }
        remark(reading)
        continue
      }
      batch.append(article)
      characters += article.text.count
      if mirrors { seen.insert(article.id) }
      if batch.count >= Self.batchSize.articles || characters >= Self.batchSize.characters {
        try store(batch, &report)
        batch.removeAll(keepingCapacity: true)
        characters = 0
        progress(report.count)
        if isCancelled() { break }
      }
    }
    try store(batch, &report)
    progress(report.count)
    if report.added + report.changed > 0 { try synchronize() }
    if mirrors, report.rejected == 0, !isCancelled() {
      let gone = try articleIDs().filter { !seen.contains($0) }
      report.removed = try remove(gone).removed
    }
    return report
  }

  private func store(_ articles: [Article], _ report: inout StoringReport) throws {
    let coded = articles.map { article -> Candidate in
      let bytes = CanonicalArticle.encode(article)
      return Candidate(id: article.id, bytes: bytes, hash: Data(CanonicalArticle.hash(bytes)))
    }
    var counts = report
    // No other process writes, so that what is found now holds until it is written.
    let wanted = try read { db in
      try coded.filter { candidate in
        let known = try Data.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT hash FROM working JOIN content ON content.id = working.content
              WHERE article = ?
              """), arguments: [candidate.id])
        if known == candidate.hash {
          counts.unchanged += 1
          return false
        }
        if known == nil { counts.added += 1 } else { counts.changed += 1 }
        return true
      }
    }
    if !wanted.isEmpty {
      try write(isDurable: false) { db in
        for candidate in wanted { try store(candidate, db) }
      }
    }
    report = counts
  }

  private struct Candidate {
    var id: String
    var bytes: [UInt8]
    var hash: Data
  }

  private func store(_ candidate: Candidate, _ db: Database) throws {
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM content WHERE hash = ?"),
      arguments: [candidate.hash])
    let content: Int64
    if let known {
      content = known
    } else {
      try db.cachedStatement(sql: "INSERT INTO content (hash, packed) VALUES (?, ?)")
        .execute(arguments: [candidate.hash, try Packing.pack(candidate.bytes)])
      content = db.lastInsertedRowID
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO working (article, content) VALUES (?, ?)
        ON CONFLICT (article) DO UPDATE SET content = excluded.content
        """
    ).execute(arguments: [candidate.id, content])
  }
}

// MARK: - Removing

extension Corpus {
  /// The ids of the articles as they are now, sorted.
  public func articleIDs() throws -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT article FROM working ORDER BY article") }
  }

  /// Takes articles out; versions that have them keep them.
  ///
  /// - Returns: How many were there, and the ids of which none was.
  @discardableResult
  public func remove(_ ids: [String]) throws -> (removed: Int, unknown: [String]) {
    guard !ids.isEmpty else { return (0, []) }
    return try write { db in
      var removed = 0
      var unknown: [String] = []
      for id in ids {
        try db.cachedStatement(sql: "DELETE FROM working WHERE article = ?")
          .execute(arguments: [id])
        if db.changesCount > 0 { removed += 1 } else { unknown.append(id) }
      }
      return (removed, unknown)
    }
  }
}
