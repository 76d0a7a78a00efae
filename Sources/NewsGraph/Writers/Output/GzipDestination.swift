/// Bytes that are packed on their way; the same bytes give the same file.
final class GzipDestination: ByteDestination {
  private let destination: any ByteDestination
  private let deflater: GzipDeflater

  init(_ destination: any ByteDestination, name: String) throws(OutputError) {
    self.destination = destination
    do throws(GzipError) {
      deflater = try GzipDeflater()
    } catch {
      // zlib fails to begin only where there is no memory.
      throw OutputError(.open, name, code: 12)
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    try hand(deflater.compress(Array(bytes)))
  }

  func finish() throws(OutputError) {
    try hand(deflater.finish())
    try destination.finish()
  }

  func abandon() { destination.abandon() }

  private func hand(_ bytes: [UInt8]) throws(OutputError) {
    guard !bytes.isEmpty else { return }
    let result: Result<Void, OutputError> = bytes.withUnsafeBytes { bytes in
      Result { () throws(OutputError) in try destination.write(bytes) }
    }
    try result.get()
  }
}
