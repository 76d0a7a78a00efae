import Testing

@testable import NewsGraph

@Suite struct GzipTests {
  private let bytes = Array(String(repeating: "The ferry sails at noon. ", count: 20_000).utf8)

  @Test func bytesComeBack() throws {
    let packed = try Gzip.compress(bytes)
    #expect(packed.count < bytes.count / 50)
    #expect(try Gzip.decompress(packed, limit: bytes.count) == bytes)
    #expect(try Gzip.decompress(Gzip.compress([]), limit: 0) == [])
  }

  @Test func theHeaderHoldsNoNameNoTimeAndNoSystem() throws {
    let packed = try Gzip.compress(bytes)
    #expect(Array(packed.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
    #expect(try Gzip.compress(bytes) == packed)
  }

  @Test func piecesGiveTheSameBytesAsTheWhole() throws {
    let deflater = try GzipDeflater()
    var packed: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 777) {
      packed += deflater.compress(Array(bytes[start..<min(start + 777, bytes.count)]))
    }
    packed += deflater.finish()
    #expect(try Gzip.decompress(packed, limit: bytes.count) == bytes)
  }

  @Test func membersFollowEachOtherAndPaddingIsPassedOver() throws {
    let packed =
      try Gzip.compress(Array("one ".utf8)) + Gzip.compress(Array("two".utf8)) + [0, 0, 0]
    #expect(try Gzip.decompress(packed, limit: 100) == Array("one two".utf8))
    let inflater = try GzipInflater()
    var output: [UInt8] = []
    for byte in packed {
      inflater.append([byte])
      while case let piece = try inflater.read(upTo: 1), !piece.isEmpty { output += piece }
    }
    try inflater.finish()
    #expect(output == Array("one two".utf8))
  }

  @Test func truncationDamageAndGarbageAreErrors() throws {
    let packed = try Gzip.compress(bytes)
    #expect(throws: GzipError.truncated) {
      try Gzip.decompress(Array(packed.dropLast(5)), limit: 1 << 20)
    }
    #expect(throws: GzipError.truncated) { try Gzip.decompress([], limit: 1 << 20) }
    #expect(throws: GzipError.self) { try Gzip.decompress(packed + [1, 2, 3], limit: 1 << 20) }
    var damaged = packed
    damaged[packed.count - 6] ^= 0xFF
    #expect(throws: GzipError.self) { try Gzip.decompress(damaged, limit: 1 << 20) }
  }

  @Test func growthIsBoundedBeforeItHappens() throws {
    let bomb = try Gzip.compress([UInt8](repeating: 0, count: 50_000_000), level: 9)
    #expect(throws: GzipError.tooLarge(limit: 1_000_000)) {
      try Gzip.decompress(bomb, limit: 1_000_000)
    }
  }
}
