/// Whole byte arrays in and out of gzip (RFC 1952).
public enum Gzip {
  /// Whether `bytes` begin like a gzip file.
  public static func isGzip(_ bytes: some Sequence<UInt8>) -> Bool {
    Array(bytes.prefix(2)) == [0x1F, 0x8B]
  }

  /// Packs `bytes`; the same bytes always give the same answer.
  public static func compress(_ bytes: [UInt8], level: Int = 6) throws(GzipError) -> [UInt8] {
    let deflater = try GzipDeflater(level: level)
    return deflater.compress(bytes) + deflater.finish()
  }

  /// Unpacks `bytes`, and throws where they would grow beyond `limit` bytes.
  public static func decompress(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
    let inflater = try GzipInflater()
    inflater.append(bytes)
    var output: [UInt8] = []
    while case let piece = try inflater.read(upTo: 65_536), !piece.isEmpty {
      guard output.count + piece.count <= limit else { throw .tooLarge(limit: limit) }
      output += piece
    }
    try inflater.finish()
    return output
  }
}
