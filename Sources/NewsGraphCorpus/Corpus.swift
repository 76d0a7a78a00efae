import Foundation
import GRDB
import Synchronization

/// Articles, what was read of them, and the versions of their graph, in one SQLite file.
///
///     let corpus = try Corpus(path: "news.ngcorpus", access: .creating)
///     try corpus.store(ArticleInput(paths: ["articles"]))
///     try await corpus.readUnread(with: pipeline)
///     let version = try corpus.commit("Monday", with: pipeline)
///
/// An article is read once, and again only when the program, the model or its tables change. A
/// version is never changed; what two versions share is stored once. Whatever ends the process at
/// whatever moment, the file holds all that was done before, and nothing by halves.
public final class Corpus: Sendable {
  /// What the file is opened for.
  public enum Access: Sendable, Hashable {
    /// Nothing is changed; others may write meanwhile.
    case reading
    /// A corpus that is there is changed.
    case writing
    /// A corpus is changed, or made where there is none.
    case creating
  }

  /// How a process waits for another that writes.
  public struct Waiting: Sendable {
    /// What this one is about to do, for those who wait for it.
    public var purpose: String
    /// How long to wait, in seconds.
    public var seconds: Double
    /// Called once with the process that is waited for.
    public var onWait: @Sendable (String) -> Void

    /// Makes the standard way: a minute, without a word.
    public init(
      purpose: String = "corpus", seconds: Double = 60,
      onWait: @escaping @Sendable (String) -> Void = { _ in }
    ) {
      self.purpose = purpose
      self.seconds = seconds
      self.onWait = onWait
    }
  }

  /// The path of the file.
  public let path: String
  private let database: DatabaseQueue
  private let lock: WriterLock?
  private let isInterrupted = Atomic(false)

  /// `NGRC`, in the header of the file.
  static let applicationID = 0x4E47_5243

  /// Opens a corpus.
  ///
  /// - Throws: `CorpusError` where there is none, the file is something else, or another process
  ///   writes for longer than is waited.
  public init(path: String, access: Access, waiting: Waiting = Waiting()) throws {
    self.path = path
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let size = try Self.checkedSize(of: file, path: path)
    if size == nil, access != .creating { throw CorpusError.missing(path: path) }
    if size == 0, access == .reading { throw CorpusError.empty(path: path) }
    lock =
      access == .reading
      ? nil
      : try WriterLock(
        corpus: file, purpose: waiting.purpose, seconds: waiting.seconds, onWait: waiting.onWait)
    database = try CorpusError.translating(path) {
      let reader = try size.map { _ in try Self.reader(file, path: path, access) }
      if access == .reading, let reader { return reader }
      try reader?.close()
      let database = try DatabaseQueue(path: file, configuration: Self.configuration(.writing))
      try Schema.migrator.migrate(database)
      return database
    }
  }

  /// Opens a file to read it; even to open a database for writing changes what is no corpus.
  private static func reader(
    _ file: String, path: String, _ access: Access
  ) throws -> DatabaseQueue {
    let database = try DatabaseQueue(
      path: isFrozen(file, access)
        ? URL(fileURLWithPath: file).absoluteString + "?immutable=1" : file,
      configuration: configuration(.reading))
    try database.read { db in try Schema.check(db, path: path, access: access) }
    return database
  }

  /// Whether the file lies where nothing can be written, and nobody is writing to it.
  ///
  /// SQLite keeps two files beside a database while it is read; to do without them it has to be told
  /// that the database does not change (https://www.sqlite.org/uri.html, `immutable`).
  private static func isFrozen(_ file: String, _ wish: Access) -> Bool {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    return wish == .reading && !FileManager.default.isWritableFile(atPath: folder)
      && !FileManager.default.fileExists(atPath: file + "-wal")
  }

  private static func configuration(_ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.label = "newsgraph"
    configuration.busyMode = .timeout(30)
    configuration.readonly = access == .reading
    if access != .reading { configuration.journalMode = .wal }
    configuration.prepareDatabase { db in
      // Four times as much makes no step faster, as the system keeps the pages besides.
      try db.execute(sql: "PRAGMA cache_size = -16384")
    }
    return configuration
  }

  /// The size of the file in bytes, or nothing where there is none.
  private static func checkedSize(of file: String, path: String) throws(CorpusError) -> Int? {
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
    if isFolder.boolValue { throw .notACorpus(path: path) }
    guard let handle = FileHandle(forReadingAtPath: file),
      case .success(let found) = Result(catching: { try handle.read(upToCount: 16) })
    else { throw .failed(path: path, message: "the file cannot be read") }
    let start = found ?? Data()
    guard start.isEmpty || Array(start) == signature else { throw .notACorpus(path: path) }
    return start.count
  }

  /// The first bytes of every database of SQLite (https://www.sqlite.org/fileformat.html, 1.3).
  private static let signature = Array("SQLite format 3\u{0}".utf8)

  /// Whether there is a file that can be a corpus, as its first bytes tell.
  public static func isCorpus(atPath path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    return (try? handle.read(upToCount: 16)).map(Array.init) == signature
  }

  // MARK: - Access

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try checkInterruption()
    return try CorpusError.translating(path) { try database.read(body) }
  }

  /// Does all of it or nothing.
  ///
  /// - Parameter isDurable: Whether it is on the disk when the call returns, even if the power fails
  ///   then. What is not, is lost as a whole and leaves what was there before; the end of a process
  ///   costs nothing either way. To wait for the disk takes long while others write to it.
  func write<Value>(isDurable: Bool = true, _ body: (Database) throws -> Value) throws -> Value {
    try checkInterruption()
    return try CorpusError.translating(path) {
      try database.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = \(isDurable ? "FULL" : "NORMAL")")
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          try checkInterruption()
          return .commit
        }
        guard let value else { throw damaged("a transaction came to nothing") }
        return value
      }
    }
  }

  /// Waits until all that was written is on the disk.
  func synchronize() throws {
    try writeWithoutTransaction { db in
      _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(PASSIVE)")
    }
  }

  func writeWithoutTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try checkInterruption()
    return try CorpusError.translating(path) { try database.writeWithoutTransaction(body) }
  }

  func damaged(_ what: String) -> CorpusError { .damaged(path: path, what: what) }
}

extension Corpus {
  /// Ends what another thread is doing with the corpus as soon as that can be; the corpus can only
  /// be dropped then.
  ///
  /// What is not stored as a whole by then is as if it had never begun, and the work ends with
  /// `CorpusError.interrupted`. (Reading articles and storing them have their `isCancelled`, with
  /// which the batch that is at work is still kept.)
  public func interrupt() {
    isInterrupted.store(true, ordering: .relaxed)
    database.interrupt()
  }

  private func checkInterruption() throws(CorpusError) {
    if isInterrupted.load(ordering: .relaxed) { throw .interrupted(unread: 0) }
  }
}

extension Corpus {
  /// Makes the file grow no more beyond a number of pages, as a full disk would.
  package func limitPages(to count: Int) throws {
    try writeWithoutTransaction { db in
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(count)")
    }
  }
}
