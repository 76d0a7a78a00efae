#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The bytes of files, with errors that name the file.
package enum FileBytes {
  /// Reads a whole file.
  package static func read(_ path: String) throws(KnowledgeError) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe))
    } catch {
      let reason = exists(path) ? "cannot be read" : "there is no such file"
      throw KnowledgeError(file: path, message: reason)
    }
  }

  /// Whether there is a file or a folder at a path.
  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// The names in a folder, sorted; empty where there is no such folder.
  package static func names(inFolder path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
