internal import Crypto

/// The hash function of a canonicalization.
public enum CanonicalizationHash: Sendable {
  /// SHA-256, which the recommendation names.
  case sha256
  /// SHA-384.
  case sha384

  /// The hash of bytes in hexadecimal digits.
  func digits(of bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .sha256: SHA256.hash(data: bytes).hexadecimalDigits
    case .sha384: SHA384.hash(data: bytes).hexadecimalDigits
    }
  }
}
