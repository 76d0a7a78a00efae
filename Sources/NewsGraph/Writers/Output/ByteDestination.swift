/// Where a sink's bytes end up.
protocol ByteDestination: AnyObject {
  /// Takes the next bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError)
  /// Makes all that was written final.
  func finish() throws(OutputError)
  /// Throws away what was written, as far as that can be done.
  func abandon()
}

/// Bytes that stay in memory.
final class MemoryDestination: ByteDestination {
  private(set) var bytes: [UInt8] = []

  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    self.bytes.append(contentsOf: bytes)
  }

  func finish() throws(OutputError) {}

  func abandon() { bytes = [] }
}

/// Bytes that are read again once all are there, however many they are.
final class SpillDestination: ByteDestination {
  private let file: SpillFile

  init(_ file: SpillFile) { self.file = file }

  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) { try file.append(Array(bytes)) }

  func finish() throws(OutputError) {}

  func abandon() {}
}
