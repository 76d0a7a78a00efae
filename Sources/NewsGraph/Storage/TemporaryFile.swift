#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes that are written one after the other and read from anywhere.
protocol SpilledBytes: AnyObject {
  /// Adds bytes at the end.
  func append(_ bytes: [UInt8]) throws(OutputError)
  /// Reads bytes that were added.
  func read(_ range: Range<Int>) throws(OutputError) -> [UInt8]
}

/// A file without a name: its room is free again when it is dropped, or when the process ends in any
/// way.
final class TemporaryFile: SpilledBytes {
  private let name: String
  private let descriptor: Int32

  /// Makes a file in a folder.
  init(in folder: String) throws(OutputError) {
    name = "a temporary file in \(folder)"
    var attempt = 0
    while true {
      let path = "\(folder)/.newsgraph-\(getpid())-\(attempt).tmp"
      let found = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if found >= 0 {
        _ = unlink(path)
        descriptor = found
        return
      }
      guard errno == EEXIST, attempt < 10_000 else { throw OutputError(.open, name) }
      attempt += 1
    }
  }

  deinit { _ = close(descriptor) }

  func append(_ bytes: [UInt8]) throws(OutputError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        throw OutputError(.write, name, code: count == 0 ? ENOSPC : errno)
      }
    }
  }

  func read(_ range: Range<Int>) throws(OutputError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, done in
      while done < range.count {
        let count = pread(
          descriptor, buffer.baseAddress.map { $0 + done }, range.count - done,
          off_t(range.lowerBound + done))
        if count > 0 {
          done += count
        } else if count == 0 || errno != EINTR {
          failure = count == 0 ? EIO : errno
          return
        }
      }
    }
    guard failure == 0 else { throw OutputError(.read, name, code: failure) }
    return bytes
  }
}
