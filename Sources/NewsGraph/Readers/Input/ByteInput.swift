/// Bytes that come a piece at a time.
protocol ByteInput: AnyObject {
  /// What errors call the source.
  var name: String { get }
  /// The next bytes; nothing at the end.
  func next() throws -> [UInt8]
}

/// A file or standard input, unpacked where it is gzip.
final class FileInput: ByteInput {
  let name: String
  private let source: ByteSource

  /// Opens a file; `-` is standard input.
  init(path: String) throws(GraphReadingError) {
    name = path == "-" ? "standard input" : path
    do throws(RejectedInput.Reason) {
      source = try ByteSource(path: path)
    } catch {
      throw GraphReadingError(file: name, reason: String(describing: error))
    }
  }

  func next() throws -> [UInt8] {
    do throws(RejectedInput.Reason) {
      return try source.next()
    } catch {
      throw GraphReadingError(file: name, reason: String(describing: error))
    }
  }
}

/// Bytes in memory.
final class MemoryInput: ByteInput {
  let name: String
  private var bytes: [UInt8]
  private var position = 0
  private let pieceSize: Int

  /// Makes an input that gives pieces of a size.
  init(_ bytes: [UInt8], name: String, pieceSize: Int = 65_536) {
    self.bytes = bytes
    self.name = name
    self.pieceSize = pieceSize
  }

  func next() throws -> [UInt8] {
    let end = min(position + pieceSize, bytes.count)
    defer { position = end }
    return Array(bytes[position..<end])
  }
}
