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

/// A regular file that is replaced as a whole, or not at all.
///
/// The bytes go to a temporary file in the same folder, which takes the place of the old file only
/// when all of it is on the disk.
final class FileDestination: ByteDestination {
  private let target: String
  private let temporary: String
  private let file: FileDescriptor
  private var isOpen = true

  /// Makes a destination for a regular file or a new one.
  ///
  /// - Parameters:
  ///   - target: The path with all symbolic links followed.
  ///   - name: The path as the user gave it, for errors.
  ///   - status: What the system says of the old file, where there is one.
  init(target: String, name: String, replacing status: stat?) throws(OutputError) {
    self.target = target
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    var made: FileDescriptor?
    temporary = try UnfinishedFiles.make(in: folder) { path throws(OutputError) in
      made = try FileDescriptor(
        opening: path, flags: O_CREAT | O_EXCL, mode: (status?.st_mode ?? 0o666) & 0o777,
        name: name)
    }
    guard let made else { throw OutputError(.open, name, code: ENOENT) }
    file = made
    if let status { file.adopt(status) }
  }

  deinit { abandon() }

  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    try file.write(bytes)
  }

  func finish() throws(OutputError) {
    try file.synchronize()
    try file.close()
    guard rename(temporary, target) == 0 else { throw OutputError(.replace, file.path) }
    UnfinishedFiles.forget(temporary)
    isOpen = false
  }

  func abandon() {
    guard isOpen else { return }
    isOpen = false
    _ = unlink(temporary)
    UnfinishedFiles.forget(temporary)
  }
}

/// A device, pipe or stream that takes bytes as they come.
final class StreamDestination: ByteDestination {
  private let file: FileDescriptor

  init(_ file: FileDescriptor) { self.file = file }

  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    try file.write(bytes)
  }

  func finish() throws(OutputError) { try file.close() }

  func abandon() {}
}

/// The choice of a destination for a path.
package enum OutputPath {
  /// The destination that fits what lies at a path: regular files are replaced as a whole, all
  /// else is written as it is.
  static func destination(for path: String) throws(OutputError) -> any ByteDestination {
    if let number = standardDescriptor(path) {
      return StreamDestination(FileDescriptor(borrowing: number, name: path))
    }
    let target = try followingLinks(path)
    var status = stat()
    guard stat(target, &status) == 0 else {
      guard errno == ENOENT else { throw OutputError(.open, path) }
      return try FileDestination(target: target, name: path, replacing: nil)
    }
    if status.st_mode & S_IFMT == S_IFREG {
      return try FileDestination(target: target, name: path, replacing: status)
    }
    return StreamDestination(try FileDescriptor(opening: target, flags: 0, name: path))
  }

  /// The number behind `/dev/stdout`, `/dev/stderr` and `/dev/fd/3`.
  ///
  /// They are links to whatever the shell has opened, and replacing that file would take it away
  /// from under the shell.
  static func standardDescriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": 1
    case "/dev/stderr": 2
    default:
      path.hasPrefix("/dev/fd/") ? Int32(path.dropFirst("/dev/fd/".count)) : nil
    }
  }

  /// Makes a folder, and those above it, where they are missing.
  package static func makeFolder(_ path: String) throws(OutputError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      guard mkdir(made, 0o777) == 0 || isFolder(made) else { throw OutputError(.make, path) }
      made += "/"
    }
  }

  /// Whether there is a folder; leaves `errno` as it was.
  private static func isFolder(_ path: String) -> Bool {
    let code = errno
    defer { errno = code }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path of the file that a chain of symbolic links ends in, whether it exists or not.
  static func followingLinks(_ path: String) throws(OutputError) -> String {
    var path = path
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
        return path
      }
      if next.hasPrefix("/") {
        path = next
      } else {
        path = (path.lastIndex(of: "/").map { String(path[...$0]) } ?? "") + next
      }
    }
    throw OutputError(.open, path, code: ELOOP)
  }
}
