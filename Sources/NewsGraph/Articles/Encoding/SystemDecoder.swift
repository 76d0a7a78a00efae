#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Turns bytes of one of the system's encodings into UTF-8; the seam to POSIX `iconv`.
final class SystemDecoder {
  private let descriptor: iconv_t

  /// Opens a decoder by the system's name of the encoding, or nothing where it has none.
  init?(_ name: String) {
    // `iconv_open` answers -1 as a pointer where it does not know the name.
    guard !name.isEmpty, let opened = iconv_open("UTF-8", name),
      Int(bitPattern: opened) != -1
    else { return nil }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  /// Whether the system has an encoding of this name.
  static func isKnown(_ name: String) -> Bool { SystemDecoder(name) != nil }

  /// Decodes `bytes`; at a byte that the encoding does not have `onError` is told its offset and
  /// says whether to go on, with U+FFFD in its place.
  func decode(_ bytes: [UInt8], onError: (_ offset: Int) -> Bool) -> [UInt8] {
    var input = bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    input.withUnsafeMutableBytes { buffer in
      var next = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = buffer.count
      while left > 0 {
        let status = convertPiece(&next, &left, into: &output)
        if status == 0 || status == E2BIG { continue }
        guard onError(bytes.count - left) else { return }
        output += [0xEF, 0xBF, 0xBD]
        next = next.map { $0 + 1 }
        left -= 1
      }
    }
    return output
  }

  /// Converts as much as fits into a piece; 0, or the error that stopped it.
  private func convertPiece(
    _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into output: inout [UInt8]
  ) -> CInt {
    let size = 65_536
    var error: CInt = 0
    output += [UInt8](unsafeUninitializedCapacity: size) { piece, count in
      var target = UnsafeMutableRawPointer(piece.baseAddress)?.assumingMemoryBound(to: CChar.self)
      var room = size
      if iconv(descriptor, &next, &left, &target, &room) == -1 { error = errno }
      count = size - room
    }
    return error
  }
}
