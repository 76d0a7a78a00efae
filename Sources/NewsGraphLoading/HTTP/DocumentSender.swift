import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NewsGraph
import Synchronization

/// A document that is sent in one request: bytes in memory, or read while they are sent.
struct WholeDocument: Sendable {
  private enum Content: Sendable {
    case bytes([UInt8])
    case stream(@Sendable () -> ChunkReader, StreamTally)
  }

  private let content: Content
  let contentType: String

  /// Makes a document of one that is in memory.
  init(_ chunk: Chunk) {
    content = .bytes(chunk.bytes)
    contentType = chunk.contentType
    memoryCount = chunk.count
  }

  private let memoryCount: Int

  fileprivate init(empty contentType: String) {
    content = .bytes([])
    self.contentType = contentType
    memoryCount = 0
  }

  fileprivate init(contentType: String, _ reader: @escaping @Sendable () -> ChunkReader) {
    content = .stream(reader, StreamTally())
    self.contentType = contentType
    memoryCount = 0
  }

  /// The number of statements; for one that is read while it is sent, once that is done.
  var count: Int {
    if case .stream(_, let tally) = content { tally.value.statements } else { memoryCount }
  }

  /// The number of bytes, before they are packed.
  var byteCount: Int {
    switch content {
    case .bytes(let bytes): bytes.count
    case .stream(_, let tally): tally.value.bytes
    }
  }

  /// Makes the body of a request.
  func body(packed: Bool) throws -> HTTPClientRequest.Body {
    switch content {
    case .bytes(let bytes):
      return .bytes(ByteBuffer(bytes: packed ? try Gzip.compress(bytes, level: 1) : bytes))
    case .stream(let makeReader, let tally):
      tally.reset()
      let pieces = DocumentPieces(reader: makeReader(), tally: tally, isPacked: packed)
      return .stream(pieces, length: .unknown)
    }
  }
}

/// What went through a stream.
private final class StreamTally: Sendable {
  private let state = Mutex((statements: 0, bytes: 0))

  var value: (statements: Int, bytes: Int) { state.withLock { $0 } }

  func reset() { state.withLock { $0 = (0, 0) } }

  func add(_ chunk: Chunk) {
    state.withLock { $0 = ($0.statements + chunk.count, $0.bytes + chunk.bytes.count) }
  }
}

/// The bytes of a document while it is read.
private struct DocumentPieces: AsyncSequence, Sendable {
  let reader: ChunkReader
  let tally: StreamTally
  let isPacked: Bool

  struct AsyncIterator: AsyncIteratorProtocol {
    let reader: ChunkReader
    let tally: StreamTally
    var deflater: GzipDeflater?
    let isPacked: Bool
    var isEnded = false

    mutating func next() async throws -> ByteBuffer? {
      while !isEnded {
        guard let chunk = try await reader.next() else {
          isEnded = true
          return deflater.map { ByteBuffer(bytes: $0.finish()) }
        }
        tally.add(chunk)
        guard isPacked else { return ByteBuffer(bytes: chunk.bytes) }
        let packer = try deflater ?? GzipDeflater(level: 1)
        deflater = packer
        let bytes = packer.compress(chunk.bytes)
        if !bytes.isEmpty { return ByteBuffer(bytes: bytes) }
      }
      return nil
    }
  }

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(reader: reader, tally: tally, isPacked: isPacked)
  }
}

/// The requests that put documents into graphs, and empty graphs.
struct DocumentSender {
  let address: StoreAddress
  /// Whether bodies are packed; not any more once the server did not understand one.
  private(set) var packs: Bool
  private var tookPacked = false

  init(address: StoreAddress, packs: Bool) {
    self.address = address
    self.packs = packs
  }

  /// A document of all that a reader gives: in memory where it is small.
  ///
  /// - Parameter again: Reads the same from the beginning.
  func whole(_ reader: ChunkReader, again: @escaping @Sendable () -> ChunkReader) async throws
    -> WholeDocument
  {
    defer { reader.close() }
    guard let first = try await reader.next() else {
      return WholeDocument(empty: "application/n-triples")
    }
    if try await reader.next() == nil { return WholeDocument(first) }
    return WholeDocument(contentType: first.contentType, again)
  }

  /// Sends a document.
  mutating func send(
    _ document: WholeDocument, to graph: TargetGraph, _ method: HTTPMethod,
    _ repetition: StoreRequest.Repetition, _ state: inout LoadState
  ) async throws {
    func request(packed: Bool) -> StoreRequest {
      StoreRequest(
        method: method, address: address.address(of: graph), contentType: document.contentType,
        body: { try document.body(packed: packed) }, isPacked: packed, repetition: repetition)
    }
    guard packs else {
      _ = try await state.connection.send(request(packed: false))
      return
    }
    do {
      _ = try await state.connection.send(request(packed: true))
      tookPacked = true
    } catch LoadError.refused(let refusal)
      where !tookPacked && [400, 406, 415, 422, 500, 501].contains(refusal.status)
    {
      // Nothing says beforehand what a server unpacks (RFC 7694 is not widely spoken).
      packs = false
      _ = try await state.connection.send(request(packed: false))
      state.notes.append(
        "The server does not take requests packed with gzip: they were sent plain.")
    }
  }

  /// Empties graphs: by updates, or one by one where no address for these is known.
  func empty(_ graphs: [TargetGraph], _ state: inout LoadState) async throws {
    if let name = graphs.compactMap(\.name).first(where: { $0.hasPrefix("_:") }) {
      throw LoadError.impossible(
        "the graph \(name) has no name that would tell which one it replaces; add it instead")
    }
    guard let update = address.update else {
      for graph in graphs {
        do {
          _ = try await state.connection.send(
            StoreRequest(
              method: .DELETE, address: address.address(of: graph), repetition: .ifNothingWasDone))
        } catch LoadError.refused(let refusal) where refusal.status == 404 {
          continue
        }
      }
      return
    }
    for begin in stride(from: 0, to: graphs.count, by: 100) {
      let operations = graphs[begin..<min(begin + 100, graphs.count)].map { graph in
        graph.name.map { "CLEAR SILENT GRAPH <\($0)>" } ?? "CLEAR SILENT DEFAULT"
      }
      let text = Array(operations.joined(separator: ";\n").utf8)
      _ = try await state.connection.send(
        StoreRequest(
          method: .POST, address: update, contentType: "application/sparql-update",
          body: { .bytes(text) }, repetition: .ifNothingWasDone))
    }
  }
}
