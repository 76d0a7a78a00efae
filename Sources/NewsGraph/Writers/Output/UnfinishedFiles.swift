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
import Synchronization

/// The temporary files and folders of this process that are still there, so that whoever ends the
/// process in the middle of its work can take them away.
package enum UnfinishedFiles {
  private static let paths = Mutex<Set<String>>([])
  private static let count = Atomic(0)

  /// Takes note of a file or folder that is about to be made.
  package static func note(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  /// Forgets a file or folder that is finished, gone or was not made.
  package static func forget(_ path: String) { paths.withLock { _ = $0.remove(path) } }

  /// Makes a file or folder under a name that none has yet, and takes note of it.
  ///
  /// The name is short whatever the target's is, so that it never exceeds what a folder takes.
  ///
  /// - Parameters:
  ///   - folder: The folder that it will stand in: nothing, or with a slash at its end.
  ///   - make: Makes it; has to fail with `EEXIST` where there is something of the name.
  /// - Returns: The path.
  static func make(in folder: String, _ make: (String) throws(OutputError) -> Void)
    throws(OutputError) -> String
  {
    // Files of a process that had the same number and was killed may lie about.
    let attempts = 10_000
    for attempt in 1...attempts {
      let number = count.add(1, ordering: .relaxed).oldValue
      let path = "\(folder).newsgraph-\(getpid())-\(number).tmp"
      note(path)
      do {
        try make(path)
        return path
      } catch {
        forget(path)
        guard error.code == EEXIST, attempt < attempts else { throw error }
      }
    }
    throw OutputError(.open, folder, code: EEXIST)
  }

  /// Does something in the middle of which `removeAll` does not end the process.
  static func undisturbed<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) {
    try paths.withLock { _ throws(Failure) in try work() }
  }

  /// Takes all of them away and ends the process; none is made meanwhile.
  package static func removeAll(andThen end: () -> Never) -> Never {
    paths.withLock { paths in
      for path in paths.sorted() { try? FileManager.default.removeItem(atPath: path) }
      end()
    }
  }
}
