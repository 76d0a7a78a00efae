import Foundation
import GRDB
import NewsGraph

/// The records of a corpus, one after the other: none but those in use are in memory.
final class RecordSequence: Sequence, IteratorProtocol {
  private let rows: RowCursor
  private let corpus: Corpus
  /// Why it ended before its time.
  private(set) var error: (any Error)?

  init(_ rows: RowCursor, _ corpus: Corpus) {
    self.rows = rows
    self.corpus = corpus
  }

  func next() -> ReadingRecord? {
    guard error == nil else { return nil }
    do {
      guard let row = try rows.next() else { return nil }
      guard let packed = row[1] as Data? else {
        throw corpus.damaged("the article \(row[0] as String) was not read")
      }
      do {
        return try ReadingRecord(decoding: Packing.unpack(packed))
      } catch {
        throw corpus.damaged("what was read of the article \(row[0] as String): \(error)")
      }
    } catch {
      self.error = error
      return nil
    }
  }
}

extension Corpus {
  /// The joined graph of what was read of some articles.
  ///
  /// - Parameter source: A query for the articles and their contents.
  func joined(
    _ source: String, _ arguments: StatementArguments, fingerprint: Int64, _ pipeline: Pipeline,
    _ db: Database, in storage: TemporaryStorage? = nil
  ) throws -> StoredGraph {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT listed.article, reading.packed FROM (\(source)) AS listed LEFT JOIN reading
        ON reading.content = listed.content AND reading.fingerprint = \(fingerprint)
        """, arguments: arguments)
    let records = RecordSequence(rows, self)
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
