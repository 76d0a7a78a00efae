import Extraction
import Testing

@testable import NewsGraph

@Suite struct RecordCoderTests {
  private static let base = "https://example.org/id/"

  private static let iris = [
    "https://example.org/id/person/alma-vanter", base, "https://example.org/i",
    "https://example.org/ID/x", "https://example.org/id/~/~", "urn:x", "https://example.org/id/é",
  ].map { IRI(checked: $0) }

  private func encoded(base: String?) -> [UInt8] {
    var encoder = RecordEncoder(base: base)
    encoder.write(Self.iris) { $0.write($1) }
    encoder.write(Self.iris.first)
    encoder.write(nil as IRI?)
    return encoder.bytes
  }

  @Test(arguments: [nil, base])
  func `IRIs come back, with a base or without`(_ base: String?) throws {
    var decoder = RecordDecoder(encoded(base: base), base: base)
    #expect(try decoder.array(IRI.init(from:)) == Self.iris)
    #expect(try decoder.optional(IRI.init(from:)) == Self.iris.first)
    #expect(try decoder.optional(IRI.init(from:)) == nil)
    #expect(decoder.isAtEnd)
  }

  @Test func `a base makes them shorter, and has to be known`() throws {
    let short = encoded(base: Self.base)
    #expect(short.count + 4 * (Self.base.utf8.count - 1) == encoded(base: nil).count)
    var decoder = RecordDecoder(short)
    #expect(throws: RecordError.self) { try decoder.array(IRI.init(from:)) }
  }

  /// Corpora and workers hold such bytes: whoever makes them others has to raise the version of the
  /// form (`ReadingRecord`, the schema of corpora, the protocol of workers).
  @Test func `the form of graphs and pieces stays`() throws {
    let graph = try DisputeSample(title: "A day").graph()
    var encoder = RecordEncoder()
    graph.encode(to: &encoder)
    #expect(Self.digest(encoder.bytes) == "5d8a4c9a1d3e112c")
    var pieces: [UInt8] = []
    graph.forEachPiece(try GraphPieceCoder(base: Self.base)) { piece in
      pieces += [piece.kind.rawValue] + piece.key.bytes + piece.content
    }
    #expect(Self.digest(pieces) == "1ae00e55940c1cfa")
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    GraphPiece.hash(of: bytes).prefix(8).hexadecimal
  }
}
