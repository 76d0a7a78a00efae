#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the system says when a file cannot be opened or read.
struct SystemError: Error, Hashable {
  /// The value of `errno`.
  var code: CInt

  /// The system's own words, such as "Permission denied".
  var message: String { String(cString: strerror(code)) }

  static var last: SystemError { SystemError(code: errno) }
}

/// An open file; the seam to the system's `open`, `read` and `close`.
final class InputFile {
  private let descriptor: CInt
  private let isOwned: Bool
  private let isCancelled: (() -> Bool)?

  /// Opens the file at `path`; `-` is standard input.
  ///
  /// - Parameter isCancelled: Asked while a pipe has nothing yet; once true, `read` throws
  ///   `ECANCELED`.
  init(path: String, isCancelled: (() -> Bool)? = nil) throws(SystemError) {
    self.isCancelled = isCancelled
    isOwned = path != "-"
    guard isOwned else {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Reads up to `count` bytes; nothing at the end of the file.
  func read(upTo count: Int) throws(SystemError) -> [UInt8] {
    try wait()
    var error: SystemError?
    let descriptor = descriptor
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var result = systemRead(descriptor, buffer.baseAddress, count)
      while result < 0, errno == EINTR {
        result = systemRead(descriptor, buffer.baseAddress, count)
      }
      if result < 0 { error = .last }
      filled = max(0, result)
    }
    if let error { throw error }
    return bytes
  }

  /// Waits until there is something to be read, or the end.
  private func wait() throws(SystemError) {
    guard let isCancelled else { return }
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // What poll itself does not like, read will tell.
    repeat {
      if isCancelled() { throw SystemError(code: ECANCELED) }
    } while poll(&request, 1, 100) == 0
  }
}

/// `read(2)` under a name that does not hide behind the method's.
private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  guard let buffer else { return 0 }
  return read(descriptor, buffer, count)
}
