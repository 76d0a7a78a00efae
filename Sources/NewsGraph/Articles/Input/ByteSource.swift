/// The bytes of a file or of standard input, unpacked where they are gzip.
final class ByteSource {
  private let file: InputFile
  private var inflater: GzipInflater?
  private var ahead: [UInt8]
  private var hasEnded = false

  private static let pieceSize = 65_536

  /// Opens `path` and looks at its first bytes.
  ///
  /// - Parameter isCancelled: Asked while a pipe has nothing yet; once true, the source cannot be
  ///   read any more.
  init(path: String, isCancelled: (() -> Bool)? = nil) throws(RejectedInput.Reason) {
    do throws(SystemError) {
      file = try InputFile(path: path, isCancelled: isCancelled)
      ahead = try file.read(upTo: Self.pieceSize)
    } catch {
      throw .unreadable(message: error.message)
    }
    // A pipe may hand over a single byte first; two are needed to know gzip.
    if ahead.count == 1 {
      let first = try packedPiece()
      ahead = try first + packedPiece()
    }
    if Gzip.isGzip(ahead) {
      do throws(GzipError) {
        inflater = try GzipInflater()
      } catch {
        throw .damagedGzip(error)
      }
    }
  }

  /// The next bytes; nothing at the end.
  func next() throws(RejectedInput.Reason) -> [UInt8] {
    guard let inflater else { return try packedPiece() }
    while !hasEnded {
      if inflater.needsInput { try refill(inflater) }
      do throws(GzipError) {
        let piece = try inflater.read(upTo: Self.pieceSize)
        if !piece.isEmpty { return piece }
        if hasEnded { try inflater.finish() }
      } catch {
        throw .damagedGzip(error)
      }
    }
    return []
  }

  /// All bytes, or an error where they are more than `limit`.
  func all(after start: [UInt8], limit: Int) throws(RejectedInput.Reason) -> [UInt8] {
    var bytes = start
    while case let piece = try next(), !piece.isEmpty {
      bytes += piece
      guard bytes.count <= limit else { break }
    }
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    return bytes
  }

  private func refill(_ inflater: GzipInflater) throws(RejectedInput.Reason) {
    let piece = try packedPiece()
    hasEnded = piece.isEmpty
    inflater.append(piece)
  }

  private func packedPiece() throws(RejectedInput.Reason) -> [UInt8] {
    if !ahead.isEmpty {
      defer { ahead = [] }
      return ahead
    }
    do throws(SystemError) {
      return try file.read(upTo: Self.pieceSize)
    } catch {
      throw .unreadable(message: error.message)
    }
  }
}
