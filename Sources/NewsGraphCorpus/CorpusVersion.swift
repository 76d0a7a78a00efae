import Foundation
import GRDB
import NewsGraph

/// A version of a corpus: the articles as they were at a time, and the graph of them.
public struct CorpusVersion: Sendable, Hashable {
  /// What a version holds and what it changed.
  public struct Counts: Codable, Sendable, Hashable {
    /// A number of things, and how many of them came, changed and went with the version.
    public struct Change: Codable, Sendable, Hashable {
      /// The number of all.
      public var all = 0
      /// The number of those that the version before did not have.
      public var added = 0
      /// The number of those that were another in the version before.
      public var changed = 0
      /// The number of those that only the version before had.
      public var removed = 0
    }

    /// The articles.
    public var articles = Change()
    /// The entities.
    public var entities = Change()
    /// The statements.
    public var statements = Change()
  }

  /// The number, from 1.
  public var number: Int
  /// A hash of what it changed and of the hash of the version before (SHA-256), in hexadecimal digits.
  public var hash: String
  /// When it was made: ISO 8601, in UTC.
  public var time: String
  /// What was said of it.
  public var message: String
  /// What it holds.
  public var counts: Counts
  let fingerprint: Int64

  init(_ row: Row) throws {
    number = row["number"]
    hash = (row["hash"] as Data).hexadecimal
    time = row["time"]
    message = row["message"]
    fingerprint = row["fingerprint"]
    counts = try JSONDecoder().decode(Counts.self, from: Data((row["counts"] as String).utf8))
  }
}

extension CorpusVersion.Counts.Change: CustomStringConvertible {
  /// The number of all with what changed: `1203 (+10 ~2 -1)`.
  public var description: String {
    let parts = [("+", added), ("~", changed), ("-", removed)].filter { $0.1 > 0 }
    if parts.isEmpty { return "\(all)" }
    return "\(all) (" + parts.map { "\($0.0)\($0.1)" }.joined(separator: " ") + ")"
  }
}

extension CorpusVersion: CustomStringConvertible {
  /// A line: number, time, counts and message.
  public var description: String {
    "version \(number), \(time): \(counts.articles) articles, \(counts.entities) entities,"
      + " \(counts.statements) statements" + (message.isEmpty ? "" : ": \(message)")
  }
}
