/// What can be wrong with a language model file.
public enum LanguageModelError: Error, Equatable {
  /// The file at the path cannot be read; the system's reason follows.
  case unreadable(String, String)
  /// The file ends before it should; both counts are bytes.
  case truncated(expected: Int, found: Int)
  /// The file does not begin as a language model does.
  case notAModel
  /// The file is of a format version that this program cannot read.
  case unsupportedVersion(Int)
  /// The checksum in the file is not that of its bytes; both are CRC-32.
  case wrongChecksum(expected: UInt32, found: UInt32)
  /// The header or a table contradicts the format; the text says where and what was expected.
  case malformed(String)
}

extension LanguageModelError: CustomStringConvertible {
  /// The error as a sentence.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "The language model \(path) cannot be read: \(reason)."
    case .truncated(let expected, let found):
      "The language model is cut short: \(expected) bytes were expected, \(found) are there."
    case .notAModel:
      "The file is no language model: its first four bytes are not NGLM."
    case .unsupportedVersion(let version):
      "The language model has format version \(version), and this program reads version 1."
    case .wrongChecksum(let expected, let found):
      "The language model is damaged: its checksum should be "
        + "\(String(expected, radix: 16)) and is \(String(found, radix: 16))."
    case .malformed(let reason):
      "The language model contradicts its format: \(reason)."
    }
  }
}
