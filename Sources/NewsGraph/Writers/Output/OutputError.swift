#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The error that bytes could not be written to where they should go.
public struct OutputError: Error, Hashable {
  /// What was tried.
  public enum Operation: Hashable, Sendable {
    /// Opening the file, or a temporary file beside it.
    case open
    /// Writing bytes.
    case write
    /// Reading bytes again from a temporary file.
    case read
    /// Bringing the bytes to the disk.
    case synchronize
    /// Closing the file.
    case close
    /// Putting the temporary file in the place of the old one.
    case replace
    /// Making a folder.
    case make
  }

  /// The path of the file, or `standard output`.
  public var path: String
  /// What was tried.
  public var operation: Operation
  /// The `errno` of the system.
  public var code: Int32

  /// Makes an error of the system's last one.
  init(_ operation: Operation, _ path: String, code: Int32 = errno) {
    self.path = path
    self.operation = operation
    self.code = code
  }
}

extension OutputError: CustomStringConvertible {
  /// A sentence for people: `cannot write graph.rdf: No space left on device`.
  public var description: String {
    let verb =
      switch operation {
      case .open: "open"
      case .write, .synchronize, .close: "write"
      case .replace: "replace"
      case .read: "read"
      case .make: "make the folder"
      }
    let advice =
      code == ENOSPC || code == EDQUOT ? "; make room and give the same command again" : ""
    return "cannot \(verb) \(path): \(String(cString: strerror(code)))\(advice)"
  }
}
