import Foundation
import NewsGraph

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The right to write to a corpus, which one process has at a time.
///
/// It is a lock of the system on a file beside the corpus, so that it ends with the process,
/// whatever ends that. The file tells who has it.
final class WriterLock: Sendable {
  private let path: String
  private let descriptor: CInt

  /// Takes the lock, or waits for it.
  ///
  /// - Parameters:
  ///   - corpus: The path of the corpus.
  ///   - purpose: What is done, for those who wait.
  ///   - seconds: How long to wait.
  ///   - onWait: Called once with the process that has the lock, where it has to be waited for.
  /// - Throws: `CorpusError.inUse` after the time, `.notWritable` where the file cannot be made.
  init(
    corpus: String, purpose: String, seconds: Double, onWait: (String) -> Void
  ) throws(CorpusError) {
    path = corpus + "-lock"
    let end = Date().addingTimeInterval(seconds)
    var hasTold = false
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard file >= 0 else {
        throw errno == ENOSPC || errno == EDQUOT
          ? .diskFull(path: corpus) : .notWritable(path: corpus)
      }
      if flock(file, LOCK_EX | LOCK_NB) == 0 {
        // Whoever had it took the file away at the end: it may not be the one that has the name now.
        if Self.isSame(file, path) {
          descriptor = file
          break
        }
        close(file)
        continue
      }
      let holder = Self.holder(file)
      close(file)
      guard Date() < end else { throw .inUse(path: corpus, by: holder) }
      if !hasTold { onWait(holder ?? "another process") }
      hasTold = true
      usleep(100_000)
    }
    UnfinishedFiles.note(path)
    let words = Array("process \(getpid()) (newsgraph \(purpose))".utf8)
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, words, words.count, 0)
  }

  deinit {
    unlink(path)
    UnfinishedFiles.forget(path)
    close(descriptor)
  }

  private static func isSame(_ file: CInt, _ path: String) -> Bool {
    var one = stat()
    var other = stat()
    return fstat(file, &one) == 0 && stat(path, &other) == 0 && one.st_ino == other.st_ino
      && one.st_dev == other.st_dev
  }

  private static func holder(_ file: CInt) -> String? {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = pread(file, &bytes, bytes.count, 0)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }
}
