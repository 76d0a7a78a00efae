/// Tells files that are no text from their first bytes.
enum BinarySignature {
  /// Throws where `bytes` are no text.
  ///
  /// NUL occurs in no text but UTF-16's, which must begin with a byte order mark; other control
  /// codes are seldom. The signatures are those of the formats' own specifications.
  static func check(_ bytes: [UInt8]) throws(RejectedInput.Reason) {
    for (signature, kind) in signatures where bytes.starts(with: signature) {
      throw .binary(kind: kind)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return }
    let start = bytes.prefix(65_536)
    let controls = start.count {
      $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B && $0 != 0x1A
    }
    guard !bytes.contains(0), controls * 50 <= start.count else { throw .binary(kind: nil) }
  }

  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "a PDF file"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive, such as a word processor's file"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old word processor's file"),
    (Array("{\\rtf".utf8), "an RTF file"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"),
    ([0x42, 0x5A, 0x68, 0x39, 0x31], "a bzip2 file"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
  ]
}
