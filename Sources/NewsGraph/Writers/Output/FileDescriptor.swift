#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A descriptor of the system with checked writes; closed when dropped, unless it is borrowed.
final class FileDescriptor {
  let path: String
  private var number: Int32
  private let isBorrowed: Bool

  /// Opens a file for writing.
  init(opening path: String, flags: Int32, mode: mode_t = 0o666, name: String? = nil)
    throws(OutputError)
  {
    self.path = name ?? path
    isBorrowed = false
    number = open(path, flags | O_WRONLY | O_CLOEXEC, mode)
    guard number >= 0 else { throw OutputError(.open, self.path) }
  }

  /// Uses a descriptor that somebody else has opened and will close.
  init(borrowing number: Int32, name: String) {
    self.number = number
    path = name
    isBorrowed = true
  }

  deinit {
    if number >= 0, !isBorrowed { _ = Self.closeDescriptor(number) }
  }

  /// Writes all bytes, however many calls that takes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Self.writeBytes(number, UnsafeRawBufferPointer(rebasing: rest))
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN || errno == EWOULDBLOCK {
        waitUntilWritable()
      } else if count == 0 || errno != EINTR {
        throw OutputError(.write, path, code: count == 0 ? ENOSPC : errno)
      }
    }
  }

  /// Gives the file the permissions, and where that is allowed the owner, of another one.
  func adopt(_ status: stat) {
    if status.st_uid != geteuid() || status.st_gid != getegid() {
      // Only the superuser may give files away; for all others the file is simply theirs now.
      _ = fchown(number, status.st_uid, status.st_gid)
    }
    _ = fchmod(number, status.st_mode & 0o777)
  }

  /// Brings the bytes to the disk, so that a full or failing one is noticed now.
  func synchronize() throws(OutputError) {
    guard fsync(number) == 0 else { throw OutputError(.synchronize, path) }
  }

  /// Closes the file; some file systems tell of a failed write only then.
  func close() throws(OutputError) {
    guard !isBorrowed, number >= 0 else { return }
    defer { number = -1 }
    guard Self.closeDescriptor(number) == 0 else { throw OutputError(.close, path) }
  }

  /// A pipe or terminal that others have made non-blocking takes more once it is polled.
  private func waitUntilWritable() {
    var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, 1000)
  }

  // The methods above hide the functions of the same names.
  private static func closeDescriptor(_ number: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.close(number)
    #elseif canImport(Musl)
      Musl.close(number)
    #else
      Darwin.close(number)
    #endif
  }

  private static func writeBytes(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(number, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(number, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(number, bytes.baseAddress, bytes.count)
    #endif
  }
}
