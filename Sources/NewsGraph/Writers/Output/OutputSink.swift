/// Where a writer's bytes go: a file, a stream or memory.
///
///     let sink = try OutputSink(path: "graph.rdf")
///     try GraphFormat.rdfxml.write(graph, to: sink)
///
/// Bytes are handed on in chunks of 64 KiB. A regular file appears, or takes the place of the old
/// one, only with `finish`; after any error, and when the sink is dropped before, the old file is
/// untouched and nothing is left beside it. Devices and pipes are written as the bytes come.
public final class OutputSink {
  /// The number of bytes that are collected before they are handed on.
  static let chunkSize = 64 * 1024

  private enum State {
    case open
    case finished
    case failed(OutputError)
  }

  private let destination: any ByteDestination
  private let digesting: DigestingDestination?
  private var buffer: [UInt8] = []
  private var state = State.open
  /// The number of bytes that were written.
  public private(set) var byteCount = 0

  init(_ destination: any ByteDestination, digesting: DigestingDestination? = nil) {
    self.destination = destination
    self.digesting = digesting
    buffer.reserveCapacity(Self.chunkSize)
  }

  /// Makes a sink for a file.
  ///
  /// Symbolic links are followed, and the permissions of an existing file are kept. What goes to a
  /// name that ends in `.gz` is packed with gzip.
  ///
  /// - Parameters:
  ///   - path: The name of the file.
  ///   - digests: Whether the checksum of the file is wanted; see `digest`.
  /// - Throws: `OutputError` where the file cannot be written.
  public convenience init(path: String, digests: Bool = false) throws(OutputError) {
    var destination = try OutputPath.destination(for: path)
    let digesting =
      digests && destination is FileDestination ? DigestingDestination(destination) : nil
    if let digesting { destination = digesting }
    let isPacked = path.lowercased().hasSuffix(".gz")
    self.init(
      isPacked ? try GzipDestination(destination, name: path) : destination, digesting: digesting)
  }

  /// A sink for standard output.
  public static func standardOutput() -> OutputSink {
    OutputSink(StreamDestination(FileDescriptor(borrowing: 1, name: "standard output")))
  }

  /// A sink that keeps the bytes in memory; see `contents`.
  public static func memory() -> OutputSink { OutputSink(MemoryDestination()) }

  deinit {
    if case .finished = state { return }
    destination.abandon()
  }
}

// MARK: - Writing

extension OutputSink {
  /// Writes text in UTF-8.
  public func write(_ text: String) throws(OutputError) {
    var text = text
    let result: Result<Void, OutputError> = text.withUTF8 { utf8 in
      Result { () throws(OutputError) in try write(UnsafeRawBufferPointer(utf8)) }
    }
    try result.get()
  }

  /// Writes bytes.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    let result: Result<Void, OutputError> = bytes.withUnsafeBytes { bytes in
      Result { () throws(OutputError) in try write(bytes) }
    }
    try result.get()
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    try checkOpen()
    byteCount += bytes.count
    if buffer.count + bytes.count > Self.chunkSize { try flush() }
    if bytes.count >= Self.chunkSize {
      try handOn(bytes)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  /// Writes what is still held back and makes the file final.
  ///
  /// - Throws: `OutputError`; the old file is untouched then.
  public func finish() throws(OutputError) {
    try checkOpen()
    try flush()
    do {
      try destination.finish()
    } catch {
      throw fail(error)
    }
    state = .finished
  }

  /// What was written to a sink in memory; empty before `finish`, and for all other sinks.
  public var contents: [UInt8] { (destination as? MemoryDestination)?.bytes ?? [] }

  /// The size and checksum of the file, packed where it is; nothing before `finish`, for streams,
  /// and where the sink was made without.
  public var digest: FileDigest? {
    guard case .finished = state else { return nil }
    return digesting?.digest
  }

  /// The contents as text.
  public var text: String { String(decoding: contents, as: UTF8.self) }

  /// Hands on what is held back, for those who wait at the other end of a pipe; a regular file stays
  /// as it was until `finish`.
  func flush() throws(OutputError) {
    guard !buffer.isEmpty else { return }
    let result: Result<Void, OutputError> = buffer.withUnsafeBytes { bytes in
      Result { () throws(OutputError) in try handOn(bytes) }
    }
    buffer.removeAll(keepingCapacity: true)
    try result.get()
  }

  private func handOn(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    do {
      try destination.write(bytes)
    } catch {
      throw fail(error)
    }
  }

  /// Remembers an error, so that a writer that goes on cannot make half a file final.
  private func fail(_ error: OutputError) -> OutputError {
    state = .failed(error)
    destination.abandon()
    return error
  }

  private func checkOpen() throws(OutputError) {
    switch state {
    case .open: return
    case .failed(let error): throw error
    case .finished: preconditionFailure("a sink takes no bytes once it is finished")
    }
  }
}
