import Foundation
import GRDB
import NewsGraph

/// What the articles of a corpus are read with besides the model; kept in it, so that it need not be
/// said with every command.
public struct ReadingSettings: Codable, Sendable, Hashable {
  /// The folder of the ontology, lexicon and gazetteer; found by itself where it is nothing.
  public var ontologyFolder: String?
  /// Files with further rows for the lexicon.
  public var lexicons: [String] = []
  /// Files with further rows for the gazetteer.
  public var gazetteers: [String] = []
  /// What the names of nodes begin with.
  public var base: String = IRIMinter.defaultBase

  /// Makes the standard settings.
  public init() {}
}

extension Corpus {
  /// The settings that the corpus is read with; the standard ones of a new corpus.
  public func settings() throws -> ReadingSettings {
    try read { db in
      let text = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'reading'")
      guard let text else { return ReadingSettings() }
      guard let settings = try? JSONDecoder().decode(ReadingSettings.self, from: Data(text.utf8))
      else { throw damaged("its settings are no JSON") }
      return settings
    }
  }

  /// Keeps settings for all later work.
  public func keep(_ settings: ReadingSettings) throws {
    let text = String(decoding: try JSONEncoder.sorted.encode(settings), as: UTF8.self)
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('reading', ?)",
        arguments: [text])
    }
  }

  /// The number under which a fingerprint is kept.
  func identifier(of fingerprint: ReadingFingerprint, _ db: Database) throws -> Int64 {
    let known = try Int64.fetchOne(
      db, sql: "SELECT id FROM fingerprint WHERE digest = ?", arguments: [fingerprint.digest])
    if let known { return known }
    let parts = String(decoding: try JSONEncoder.sorted.encode(fingerprint), as: UTF8.self)
    try db.execute(
      sql: "INSERT INTO fingerprint (digest, parts) VALUES (?, ?)",
      arguments: [fingerprint.digest, parts])
    return db.lastInsertedRowID
  }

  /// A fingerprint by its number.
  func fingerprint(_ identifier: Int64, _ db: Database) throws -> ReadingFingerprint {
    let parts = try String.fetchOne(
      db, sql: "SELECT parts FROM fingerprint WHERE id = ?", arguments: [identifier])
    guard let parts,
      let fingerprint = try? JSONDecoder().decode(
        ReadingFingerprint.self, from: Data(parts.utf8))
    else { throw damaged("the fingerprint \(identifier) is missing") }
    return fingerprint
  }
}

extension JSONEncoder {
  static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
