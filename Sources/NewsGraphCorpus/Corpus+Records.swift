import Foundation
import GRDB
import NewsGraph

/// The records of a corpus, one after the other: none but those in use are in memory.
final class RecordSequence: Sequence, IteratorProtocol {
  private let rows: RowCursor
  private let corpus: Corpus
  /// Called with each record and the number of its content.
  private let onRecord: (Int64, ReadingRecord) throws -> Void
  /// Why it ended before its time.
  private(set) var error: (any Error)?

  init(
    _ rows: RowCursor, _ corpus: Corpus,
    onRecord: @escaping (Int64, ReadingRecord) throws -> Void = { _, _ in }
  ) {
    self.rows = rows
    self.corpus = corpus
    self.onRecord = onRecord
  }

  func next() -> ReadingRecord? {
    guard error == nil else { return nil }
    do {
      guard let row = try rows.next() else { return nil }
      let record = try corpus.record(row[1], of: row[0])
      try onRecord(row[2], record)
      return record
    } catch {
      self.error = error
      return nil
    }
  }
}

extension Corpus {
  /// What was read of an article.
  func record(_ packed: Data?, of article: String) throws -> ReadingRecord {
    guard let packed else { throw damaged("the article \(article) was not read") }
    do {
      return try ReadingRecord(decoding: Packing.unpack(packed))
    } catch {
      throw damaged("what was read of the article \(article): \(error)")
    }
  }

  /// The joined graph of what was read of some articles.
  ///
  /// - Parameters:
  ///   - source: A query for the articles and their contents.
  ///   - arguments: Its arguments.
  ///   - fingerprint: What the articles were read with.
  ///   - pipeline: It reads as they were read.
  ///   - db: The database.
  ///   - storage: Where what does not fit into memory goes.
  ///   - onRecord: Called with the number of each content and what was read of it.
  func joined(
    _ source: String, _ arguments: StatementArguments, fingerprint: Int64, _ pipeline: Pipeline,
    _ db: Database, in storage: TemporaryStorage? = nil,
    onRecord: @escaping (Int64, ReadingRecord) throws -> Void = { _, _ in }
  ) throws -> StoredGraph {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT listed.article, reading.packed, listed.content FROM (\(source)) AS listed LEFT JOIN reading
        ON reading.content = listed.content AND reading.fingerprint = \(fingerprint)
        """, arguments: arguments)
    let records = RecordSequence(rows, self, onRecord: onRecord)
    let graph = try pipeline.storedGraph(of: records, in: storage ?? self.storage)
    if let error = records.error { throw error }
    return graph
  }

  /// Where a graph that does not fit into memory lies while it is joined: beside the corpus, which
  /// needs the room for it anyway, unless `TMPDIR` says otherwise.
  var storage: TemporaryStorage {
    let folder = URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent()
    let isChosen = ProcessInfo.processInfo.environment["TMPDIR"]?.isEmpty == false
    return TemporaryStorage(folder: isChosen ? nil : folder.path)
  }
}
