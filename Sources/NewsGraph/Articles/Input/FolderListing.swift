#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What stands at a path.
enum PathKind: Hashable {
  /// A folder, with the pair of numbers that names it whatever path leads to it.
  case folder(FolderIdentity)
  case file
  /// A pipe, socket or device.
  case special
}

/// The device and inode of a folder, by which a loop of symbolic links is found out.
struct FolderIdentity: Hashable {
  var device: UInt64
  var inode: UInt64
}

extension PathKind {
  /// Looks at `path`, through symbolic links.
  init(path: String) throws(SystemError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .last }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      self = .folder(
        FolderIdentity(
          device: UInt64(truncatingIfNeeded: status.st_dev),
          inode: UInt64(truncatingIfNeeded: status.st_ino)))
    case S_IFREG: self = .file
    default: self = .special
    }
  }
}

/// The names inside a folder.
enum FolderListing {
  /// The names in the folder at `path`, in the order of their bytes, without `.` and `..`.
  static func names(at path: String) throws(SystemError) -> [String] {
    guard let directory = opendir(path) else { throw .last }
    defer { closedir(directory) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw .last }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
