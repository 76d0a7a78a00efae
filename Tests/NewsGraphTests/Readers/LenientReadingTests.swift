import Testing

@testable import NewsGraph

extension ReadersTests {
  struct LenientReadingTests {
    /// Keeps quads and what was rejected.
    private final class Collector: QuadHandler {
      var quads: [Quad] = []
      var rejected: [RejectedStatement] = []
      func handle(_ quad: borrowing EncodedQuad) { quads += [quad.quad].compactMap { $0 } }
      func handleRejected(_ statement: RejectedStatement) { rejected.append(statement) }
    }

    private static func read(_ text: String, _ format: GraphFormat) throws
      -> (Collector, GraphReadingReport)
    {
      let collector = Collector()
      let reader = GraphReader(options: .init(isLenient: true))
      return (collector, try reader.read(Array(text.utf8), as: format, into: collector))
    }

    @Test func `bad lines are skipped, counted and kept`() throws {
      let text = """
        <http://e/1> <http://e/p> "a" .
        <http://e/2> <http://e/p> "b .
        <http://e/3> <http://e/p x> "c" .
        <http://e/4> <http://e/p> "d" .
        nonsense
        <http://e/5> <http://e/p> "e" .
        """
      let (found, report) = try Self.read(text, .ntriples)
      #expect(found.quads.count == 3)
      #expect(report.quadCount == 3 && report.rejectedCount == 3)
      #expect(found.rejected.map(\.error.line) == [2, 3, 5])
      #expect(found.rejected[0].text == "<http://e/2> <http://e/p> \"b .")
    }

    @Test func `a bad statement of Turtle takes none of its triples with it`() throws {
      let text = """
        @prefix e: <http://e/> .
        e:a e:p 1, 2 .
        e:b e:p 1, x:y, "with . point" ; e:q 3 .
        e:c e:p [ e:q ( 1 2 ] .
        e:d e:p 4 .
        """
      let (found, report) = try Self.read(text, .turtle)
      #expect(
        found.quads.map { "\($0.triple.subject)" }.filter { $0.contains("http://e/b") }.isEmpty)
      #expect(found.quads.count == 3)
      #expect(report.quadCount == 3 && report.rejectedCount == 2)
      #expect(found.rejected.map(\.error.line) == [3, 4])
      #expect(found.rejected[0].text.contains("e:b e:p 1, x:y"))
    }

    @Test func `a broken graph of TriG ends with the file`() throws {
      let (found, report) = try Self.read(
        "PREFIX e: <http://e/>\ne:g { e:a e:p 1 . e:b e:p ; . e:c e:p 2 } e:h { e:d", .trig)
      #expect(found.quads.count == 2)
      #expect(report.rejectedCount >= 2)
    }

    @Test func `a bad element of RDF_XML is skipped with all that is in it`() throws {
      let text = """
        <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
        <r:Description r:about="http://e/a"><e:p>1</e:p>
          <e:q r:resource="http://e/b c"/><e:r><r:li><e:p>x</e:p></r:li></e:r>
          <e:s>2</e:s></r:Description>
        <r:Description r:about="http://e/d"><e:p>3</e:p></r:Description>
        </r:RDF>
        """
      let (found, report) = try Self.read(text, .rdfxml)
      #expect(!found.quads.contains { $0.triple.object == .literal(Literal("x")) })
      #expect(report.rejectedCount == 2)
      #expect(found.rejected.map(\.error.line) == [3, 3])
      #expect(found.quads.count >= 3)
    }
  }
}
