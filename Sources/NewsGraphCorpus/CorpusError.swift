import Foundation
import GRDB

/// Why a corpus cannot be used, and what to do about it.
public enum CorpusError: Error, Sendable, Hashable {
  /// There is no such file.
  case missing(path: String)
  /// The file holds nothing yet.
  case empty(path: String)
  /// The file is something else.
  case notACorpus(path: String)
  /// A newer release made the file.
  case newer(path: String)
  /// Another process writes to it; what is known of that.
  case inUse(path: String, by: String?)
  /// The disk, or what may be used of it, is full.
  case diskFull(path: String)
  /// The file or its folder cannot be written.
  case notWritable(path: String)
  /// What is in the file is damaged.
  case damaged(path: String, what: String)
  /// The system or SQLite says no, in its words.
  case failed(path: String, message: String)
  /// There is no such version; how many there are.
  case unknownVersion(path: String, reference: String, count: Int)
  /// The work was ended from outside; how many articles are still to be read.
  case interrupted(unread: Int)
  /// A version was read in another way than now; the parts that differ.
  case otherReading(path: String, version: Int, parts: [String])
}

extension CorpusError: CustomStringConvertible {
  /// A sentence that says what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no such corpus; 'newsgraph corpus add' makes one"
    case .empty(let path): "\(path): the corpus holds nothing yet; 'newsgraph corpus add' fills it"
    case .notACorpus(let path): "\(path): the file is no corpus of newsgraph; it was left as it is"
    case .newer(let path):
      "\(path): a newer release of newsgraph made this corpus; use that release, or a newer one"
    case .inUse(let path, let process):
      "\(path): \(process ?? "another process") is writing to the corpus; wait for its end, or"
        + " wait longer with --wait"
    case .diskFull(let path):
      "\(path): the disk is full; what was stored before is whole. Make room and do it again"
    case .notWritable(let path):
      "\(path): the corpus cannot be written; its folder has to be there and writable"
    case .damaged(let path, let what):
      "\(path): the corpus is damaged: \(what). 'newsgraph corpus verify' tells all; put a backup"
        + " in its place"
    case .failed(let path, let message): "\(path): \(message)"
    case .unknownVersion(let path, let reference, let count):
      "\(path): there is no version \(reference); "
        + (count == 0
          ? "nothing was committed yet"
          : "the versions are 1 to \(count), 'newsgraph corpus log' lists them")
    case .interrupted(let unread):
      unread == 0
        ? "stopped; what was stored is kept"
        : "stopped; what was read is kept, \(unread) \(unread == 1 ? "article is" : "articles are")"
          + " still to be read: 'newsgraph corpus add' or 'commit' goes on"
    case .otherReading(let path, let version, let parts):
      "\(path): version \(version) was read with another \(parts.joined(separator: ", ")) than now,"
        + " so that its claims cannot be chosen anew; leave out --relations and --min-confidence"
    }
  }
}

extension CorpusError {
  /// Does some work with the file and tells the errors of SQLite in words.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw CorpusError(error, path: path)
    }
  }

  private init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_IOERR where errno == ENOSPC || errno == EDQUOT || errno == EFBIG:
      self = .diskFull(path: path)
    case .SQLITE_INTERRUPT: self = .interrupted(unread: 0)
    case .SQLITE_NOTADB: self = .notACorpus(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse(path: path, by: nil)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .notWritable(path: path)
    case .SQLITE_CANTOPEN:
      self = .failed(
        path: path,
        message: "the corpus cannot be opened; while it is used, SQLite keeps two files beside it,"
          + " which has to be allowed in its folder. Else copy it into another one")
    case .SQLITE_CORRUPT: self = .damaged(path: path, what: error.message ?? "SQLite says so")
    default: self = .failed(path: path, message: error.message ?? "\(error.resultCode)")
    }
  }
}
