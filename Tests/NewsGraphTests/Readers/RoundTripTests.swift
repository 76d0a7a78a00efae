import Testing

@testable import NewsGraph

@Suite struct ReadersTests {}

extension ReadersTests {
  struct RoundTripTests {
    /// The formats that RDF is written in and read from.
    static let formats: [GraphFormat] = [.ntriples, .nquads, .turtle, .trig, .rdfxml, .graphml]

    @Test(arguments: formats)
    func `a thousand random datasets come back, or are refused by line and name`(
      format: GraphFormat
    ) throws {
      var random = RandomQuads(seed: 2026, hasGraphs: format.hasNamedGraphs)
      var refused = 0
      for _ in 0..<1000 {
        let quads = random.dataset()
        let store = QuadStore()
        for quad in quads { store.add(quad) }
        let text: [UInt8]
        do {
          text = try Self.write(quads, as: format)
        } catch let error as GraphReadingError {
          #expect(
            error.line != nil && error.reason.contains("http") || error.reason.contains("urn"))
          #expect([.rdfxml, .graphml].contains(format), "\(error)")
          refused += 1
          continue
        }
        let found = QuadStore()
        try GraphReader().read(text, as: format, into: found)
        let (wanted, got) = (try CanonicalDataset(store), try CanonicalDataset(found))
        let isSame = wanted == got
        #expect(isSame, "\(String(decoding: text, as: UTF8.self))")
        if !isSame { return }
      }
      #expect(refused < 700)
    }

    @Test(arguments: formats)
    func `the size of the pieces that a document comes in does not matter`(format: GraphFormat)
      throws
    {
      var random = RandomQuads(seed: 7, hasGraphs: format.hasNamedGraphs)
      for _ in 0..<30 {
        guard let text = try? Self.write(random.dataset(), as: format) else { continue }
        let whole = QuadList()
        try GraphReader().read(text, as: format, into: whole)
        for size in [1, 2, 3, 5, 64] {
          let pieces = QuadList()
          _ = try GraphReader().read(
            MemoryInput(text, name: "pieces", pieceSize: size), as: format, into: pieces)
          let isSame = pieces.quads == whole.quads
          #expect(isSame, "pieces of \(size) of \(String(decoding: text, as: UTF8.self))")
          if !isSame { return }
        }
      }
    }

    /// The quads in a format, by way of N-Quads, so that errors of writers have lines.
    static func write(_ quads: [Quad], as format: GraphFormat) throws -> [UInt8] {
      let lines = OutputSink.memory()
      var writer = NQuadsWriter(to: lines)
      for quad in quads { try writer.write(quad) }
      try writer.finish()
      try lines.finish()
      let sink = OutputSink.memory()
      let target = try format.quadWriter(to: sink)
      try GraphReader().read(lines.contents, as: .nquads, into: target)
      try target.finish()
      try sink.finish()
      return sink.contents
    }
  }
}
