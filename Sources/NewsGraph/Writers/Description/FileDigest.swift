internal import Crypto

/// The size and the checksum of a file as it was written.
public struct FileDigest: Sendable, Hashable {
  /// The number of bytes.
  public let byteCount: Int
  /// The SHA-256 of the bytes, 32 of them.
  public let sha256: [UInt8]

  /// The digest of bytes.
  public init(of bytes: [UInt8]) {
    byteCount = bytes.count
    sha256 = Array(SHA256.hash(data: bytes))
  }

  fileprivate init(byteCount: Int, sha256: [UInt8]) {
    self.byteCount = byteCount
    self.sha256 = sha256
  }

  /// The checksum in 64 hexadecimal digits, as `sha256sum` prints it.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: sha256.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The name of these bytes wherever they lie, `ni:///sha-256;f4OxZX…` (RFC 6920).
  public var name: IRI {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: sha256.count, by: 3) {
      let group = sha256[start..<min(start + 3, sha256.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0...group.count { text.append(letters[bits >> (18 - 6 * place) & 63]) }
    }
    return IRI(checked: "ni:///sha-256;" + String(decoding: text, as: UTF8.self))
  }
}

/// A destination that also sums up what passes.
final class DigestingDestination: ByteDestination {
  private let destination: any ByteDestination
  private var hash = SHA256()
  private var byteCount = 0

  init(_ destination: any ByteDestination) { self.destination = destination }

  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    hash.update(bufferPointer: bytes)
    byteCount += bytes.count
    try destination.write(bytes)
  }

  func finish() throws(OutputError) { try destination.finish() }

  func abandon() { destination.abandon() }

  /// The digest of all that was written.
  var digest: FileDigest { FileDigest(byteCount: byteCount, sha256: Array(hash.finalize())) }
}
