import ArgumentParser
import Foundation
import NewsGraph
import NewsGraphCorpus

/// The graphs that a command is given: files, folders that `extract --output` wrote, versions of a
/// corpus, or `-`.
final class GraphInputs {
  /// The graphs.
  let versions: [GraphVersion]
  private var spool: String?

  /// Finds the graphs at some paths; what comes through a pipe is kept in a file, as it is read more
  /// than once.
  ///
  /// - Parameter format: The format of files whose names tell none.
  /// - Throws: `GraphReadingError` where a path has no graph.
  init(_ paths: [String], format: GraphFormat?) throws {
    var versions: [GraphVersion] = []
    for path in paths {
      if path == "-" {
        guard let format else {
          throw GraphReadingError(
            file: "standard input", reason: "does not say a format; give --from")
        }
        let copy = try Self.copyOfStandardInput()
        spool = copy
        versions.append(.file(path: copy, format: format))
        continue
      }
      if let address = CorpusAddress(path) {
        versions.append(try address.graph())
        continue
      }
      guard FileManager.default.fileExists(atPath: path) else {
        throw GraphReadingError(file: path, reason: "there is no such file or folder")
      }
      guard case .graph(let file, let found) = try GraphVersion.kind(ofPath: path, format: format)
      else {
        throw GraphReadingError(
          file: path, reason: "is no graph; make one of articles with 'newsgraph extract'")
      }
      versions.append(.file(path: file, format: found))
    }
    self.versions = versions
  }

  deinit { spool.map(Self.remove) }

  private static func copyOfStandardInput() throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("newsgraph-input-\(UUID().uuidString)").path
    UnfinishedFiles.note(path)
    do {
      try copyStandardInput(to: path)
      return path
    } catch {
      remove(path)
      throw GraphReadingError(
        file: "standard input",
        reason: "cannot be kept in \(path): \(error.localizedDescription)")
    }
  }

  private static func copyStandardInput(to path: String) throws {
    guard
      FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown) }
    let copy = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    while let piece = try FileHandle.standardInput.read(upToCount: 1 << 20), !piece.isEmpty {
      try copy.write(contentsOf: piece)
    }
    try copy.close()
  }

  private static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
    UnfinishedFiles.forget(path)
  }
}
