internal import Crypto

/// The hash function of a canonicalization.
public enum CanonicalizationHash: Sendable {
  /// SHA-256, which the recommendation names.
  case sha256
  /// SHA-384.
  case sha384

  /// The hash of bytes in hexadecimal digits.
  func digits(of bytes: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(96)
    switch self {
    case .sha256: Self.append(SHA256.hash(data: bytes), to: &digits)
    case .sha384: Self.append(SHA384.hash(data: bytes), to: &digits)
    }
    return digits
  }

  private static func append(_ digest: some Sequence<UInt8>, to digits: inout [UInt8]) {
    for byte in digest {
      for digit in [byte >> 4, byte & 15] {
        digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }
}
