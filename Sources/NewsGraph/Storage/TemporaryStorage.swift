#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where that goes for a while which may be more than memory holds, and from which size on.
///
/// What is small never leaves memory. What is not goes to files that have no name, so that nothing
/// is left of them however the process ends.
public struct TemporaryStorage: Sendable {
  /// The folder of the files; it needs room for about the size of the graph as N-Quads.
  public var folder: String

  /// The number of bytes that one step of the work keeps in memory before it goes to a file.
  public var memory: Int

  /// Makes the file; tests put one here that fails.
  var open: @Sendable (String) throws(OutputError) -> any SpilledBytes

  /// The memory of a step unless another one is chosen: 32 MiB.
  ///
  /// At most three steps go on at a time.
  public static let standardMemory = 32 << 20

  /// Makes a storage.
  ///
  /// - Parameters:
  ///   - folder: The folder; that of the system for such files (`TMPDIR`) without it.
  ///   - memory: The number of bytes that one step keeps in memory; at least 1.
  public init(folder: String? = nil, memory: Int = Self.standardMemory) {
    self.folder = folder ?? Self.systemFolder
    self.memory = max(1, memory)
    open = { folder throws(OutputError) in try TemporaryFile(in: folder) }
  }

  private static var systemFolder: String {
    let path = FileManager.default.temporaryDirectory.path
    return path.isEmpty ? "/tmp" : path
  }
}
