internal import CZlib

/// Packs a stream of bytes as one gzip member, a piece at a time.
///
/// The header holds no file name, no time and no name of the system, so that the same bytes always
/// give the same file (RFC 1952, 2.3.1).
public final class GzipDeflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private var produced = 0

  /// Makes a deflater of a level from 1 (fast) to 9 (small), or throws `GzipError.unavailable`.
  public init(level: Int = 6) throws(GzipError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let code = newsgraph_deflate_init_gzip(stream, CInt(clamping: max(1, min(9, level))))
    guard code == Z_OK else { throw .unavailable(code: Int(code)) }
  }

  deinit {
    deflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Packs `bytes`; the answer is what can be written so far and may be empty.
  public func compress(_ bytes: [UInt8]) -> [UInt8] {
    bytes.isEmpty ? [] : deflate(bytes, flush: Z_NO_FLUSH)
  }

  /// Packs what is left and ends the member; the deflater is not used after it.
  public func finish() -> [UInt8] {
    deflate([], flush: Z_FINISH)
  }

  private func deflate(_ bytes: [UInt8], flush: CInt) -> [UInt8] {
    var input = bytes
    var output: [UInt8] = []
    input.withUnsafeMutableBufferPointer { buffer in
      stream.pointee.next_in = buffer.baseAddress
      stream.pointee.avail_in = UInt32(buffer.count)
      var isFull = true
      while isFull {
        let piece = nextPiece(flush: flush)
        isFull = piece.count == Self.pieceSize
        output += piece
      }
    }
    return withoutSystem(output)
  }

  private func nextPiece(flush: CInt) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
      stream.pointee.next_out = buffer.baseAddress
      stream.pointee.avail_out = UInt32(Self.pieceSize)
      _ = CZlib.deflate(stream, flush)
      count = Self.pieceSize - Int(stream.pointee.avail_out)
    }
  }

  /// zlib names the system it was built for in byte 9; 255 stands for "unknown".
  private func withoutSystem(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    if produced <= 9, produced + bytes.count > 9 { bytes[9 - produced] = 255 }
    produced += bytes.count
    return bytes
  }

  private static let pieceSize = 65_536
}
