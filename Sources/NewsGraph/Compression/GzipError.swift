/// Why gzip bytes could not be read (RFC 1952).
public enum GzipError: Error, Hashable, Sendable {
  /// The data end in the middle of a member.
  case truncated
  /// The data are not gzip, or their checksum is wrong; zlib's own word where it gave one.
  case corrupt(String)
  /// The data grow beyond the limit, in bytes.
  case tooLarge(limit: Int)
  /// zlib could not set up its state.
  case unavailable(code: Int)
}

extension GzipError: CustomStringConvertible {
  /// The error as the end of a sentence that begins with the file's name.
  public var description: String {
    switch self {
    case .truncated: "is cut off: the gzip data end in the middle"
    case .corrupt(let message): "is not valid gzip: \(message)"
    case .tooLarge(let limit): "is over the limit of \(limit) bytes when unpacked"
    case .unavailable(let code): "cannot be unpacked: zlib gave up with code \(code)"
    }
  }
}
