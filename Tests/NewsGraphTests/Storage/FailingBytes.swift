import Foundation

@testable import NewsGraph

/// Bytes in memory that are full after some, as a disk is.
final class FailingBytes: SpilledBytes {
  private var bytes: [UInt8] = []
  private let room: Int

  init(room: Int) { self.room = room }

  func append(_ bytes: [UInt8]) throws(OutputError) {
    guard self.bytes.count + bytes.count <= room else {
      throw OutputError(.write, "a small disk", code: ENOSPC)
    }
    self.bytes += bytes
  }

  func read(_ range: Range<Int>) throws(OutputError) -> [UInt8] { Array(bytes[range]) }
}

extension TemporaryStorage {
  /// A storage whose files have room for so many bytes each.
  static func small(room: Int, memory: Int = 64) -> TemporaryStorage {
    var storage = TemporaryStorage(memory: memory)
    storage.open = { _ throws(OutputError) in FailingBytes(room: room) }
    return storage
  }
}

/// A folder for temporary files that is gone with its value.
final class SpillFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("newsgraph-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The names of the files in it.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path) }
}
