import Foundation
import Testing

@testable import NewsGraph

extension ReadersTests {
  /// Documents with random damage are read or refused; they never stop the program.
  struct MutatedDocumentTests {
    private static let pieces = [
      "<", ">", "\"", "'", "\"\"\"", "\\", "\\u", "\\U0011", ".", ";", ",", "[", "]", "(", ")", "{",
      "}", "@", "^^", "_:", ":", "#", "<<(", ")>>", "@prefix", "BASE", "GRAPH", "a ", "-", "+1e",
      "\n", "\r", "\u{0}", "%", "&", "&#0;", "&x;", "<!--", "]]>", "<?", "</", "/>", "xml:base=''",
      "rdf:ID='a'", "é", "\u{10FFFF}", "\u{FFFE}", "|", "\\|", "rdf: <",
    ]

    private static func documents(_ format: GraphFormat) throws -> [[UInt8]] {
      var random = RandomQuads(seed: 99, hasGraphs: format.hasNamedGraphs)
      var documents: [[UInt8]] = []
      while documents.count < 10 {
        if let text = try? RoundTripTests.write(random.dataset(), as: format) {
          documents.append(text)
        }
      }
      switch format {
      case .turtle, .trig:
        documents += EquivalentDocumentTests.turtle.map { Array($0.0.utf8) }
      case .rdfxml:
        documents += EquivalentDocumentTests.elements.map { element in
          let head = "<r:RDF xmlns:r='\(RDF.namespace)' xmlns:e='http://e/' r:version='1.2'>"
          return Array("\(head)\(element.0)</r:RDF>".utf8)
        }
      default: break
      }
      return documents
    }

    @Test(arguments: [GraphFormat.ntriples, .nquads, .turtle, .trig, .rdfxml, .graphml, .jsonl])
    func `damage is an error or none, and never the end`(format: GraphFormat) throws {
      var random = SeededGenerator(seed: 4)
      let documents =
        format == .jsonl
        ? [Array(try GraphFormat.jsonl.text(StoryGraph.make(size: 5)).utf8)]
        : try Self.documents(format)
      for round in 0..<1500 {
        var text = random.pick(documents)
        for _ in 0...random.below(3) { Self.damage(&text, &random) }
        let options = GraphReadingOptions(
          base: round % 3 == 0 ? nil : IRI(checked: "http://e/b"), isLenient: round % 2 == 0,
          readsRDF12: round % 5 < 2)
        let list = QuadList()
        let input = MemoryInput(text, name: "x", pieceSize: 1 + random.below(200))
        do {
          let report = try GraphReader(options: options).read(input, as: format, into: list)
          #expect(report.quadCount == list.quads.count + list.tripleTermCount)
        } catch let error as GraphReadingError {
          #expect(!error.reason.isEmpty)
        }
      }
    }

    private static func damage(_ text: inout [UInt8], _ random: inout SeededGenerator) {
      guard !text.isEmpty else { return }
      let place = random.below(text.count)
      switch random.below(5) {
      case 0: text[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: text.remove(at: place)
      case 2: text.insert(contentsOf: Array(random.pick(pieces).utf8), at: place)
      case 3: text.removeLast(random.below(text.count))
      default:
        let end = min(text.count, place + random.below(40))
        text.insert(contentsOf: text[place..<end], at: random.below(text.count))
      }
    }
  }
}
