#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of files that is replaced as a whole, or not at all.
///
/// The files go to a temporary folder beside it, which takes its place only when all of them are on
/// the disk. A folder that holds anything else than files of these names is never replaced.
final class FolderReplacement {
  private let name: String
  private let target: String
  private let temporary: String
  private var isOpen = true

  /// Makes a temporary folder.
  ///
  /// - Parameters:
  ///   - path: Where the folder will be.
  ///   - files: The names of all its files.
  /// - Throws: `WritingError` where something else lies there, `OutputError`.
  init(path: String, files: [String]) throws {
    name = path
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    target = try OutputPath.followingLinks(path)
    if FileManager.default.fileExists(atPath: target) {
      guard let found = try? FileManager.default.contentsOfDirectory(atPath: target) else {
        throw OutputError(.open, name, code: ENOTDIR)
      }
      if let other = found.filter({ !files.contains($0) }).min() {
        throw WritingError.foreignFile(folder: name, file: other)
      }
    }
    temporary = try Self.makeFolder(beside: target, name)
  }

  deinit { if isOpen { Self.remove(temporary) } }

  /// A sink for a file of the folder.
  func sink(_ file: String) throws(OutputError) -> OutputSink {
    try OutputSink(path: "\(temporary)/\(file)")
  }

  /// Puts the folder in its place.
  func finish() throws(OutputError) {
    // A folder that is not there or empty is replaced at once; else the old one steps aside first.
    if rename(temporary, target) != 0 {
      guard errno == ENOTEMPTY || errno == EEXIST else { throw OutputError(.replace, name) }
      let old = try Self.makeFolder(beside: target, name)
      defer { Self.remove(old) }
      try UnfinishedFiles.undisturbed { () throws(OutputError) in
        guard rename(target, old) == 0 else { throw OutputError(.replace, name) }
        guard rename(temporary, target) == 0 else {
          let error = OutputError(.replace, name)
          _ = rename(old, target)
          throw error
        }
      }
    }
    UnfinishedFiles.forget(temporary)
    isOpen = false
  }

  private static func makeFolder(beside target: String, _ name: String) throws(OutputError)
    -> String
  {
    let parent = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    return try UnfinishedFiles.make(in: parent) { path throws(OutputError) in
      guard mkdir(path, 0o777) == 0 else { throw OutputError(.open, name) }
    }
  }

  private static func remove(_ folder: String) {
    try? FileManager.default.removeItem(atPath: folder)
    UnfinishedFiles.forget(folder)
  }
}
