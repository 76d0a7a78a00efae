import Foundation
import Testing

@testable import NewsGraph

extension WritersTests {
  struct ExportDescriptionTests {
    @Test func theNameOfAFileIsThatOfItsBytes() {
      // The example of RFC 6920.
      let digest = FileDigest(of: Array("Hello World!".utf8))
      #expect(
        digest.name.string == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk")
      #expect(digest.hexadecimal.hasPrefix("7f83b1657ff1fc53b92dc18148a1d65d"))
      #expect(digest.byteCount == 12)
    }

    @Test(arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (1_709_251_199, "2024-02-29T23:59:59Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
    ])
    func timesAreThoseOfTheCalendar(seconds: Int, expected: String) {
      #expect(ExportDescription.dateTime(seconds) == expected)
    }

    @Test func streamsAreCountedLikeGraphs() throws {
      let graph = GraphSample.village
      let lines = try GraphFormat.ntriples.text(graph)
      let counter = ExportCounter(QuadList())
      try GraphReader().read(Array(lines.utf8), as: .ntriples, into: counter)
      let counts = ExportCounts(graph)
      #expect(counter.counts == counts)
      #expect(counts.triples == lines.split(separator: "\n").count)
      #expect(counts.articles.count == graph.articles.count)
      #expect(counts.properties.reduce(0) { $0 + $1.count } == counts.triples)
    }

    @Test func blankNodesAreSubjectsAndNoEntities() throws {
      let counter = ExportCounter(QuadList())
      let text = "_:a <http://e/p> _:b . <http://e/s> <http://e/p> 1, 2 ; a <http://e/C> ."
      try GraphReader().read(Array(text.utf8), as: .turtle, into: counter)
      let counts = counter.counts
      #expect(counts.triples == 4 && counts.subjects == 2 && counts.entities == 1)
      #expect(counts.classes == [.init(iri: IRI(checked: "http://e/C"), count: 1)])
      #expect(counts.properties.map(\.count) == [3, 1])
    }

    @Test func theDescriptionSaysWhatTheFileIs() throws {
      let home = try TemporaryFolder()
      let folder = URL(fileURLWithPath: home.path)
      defer { withExtendedLifetime(home) {} }
      var description = ExportDescription(
        counts: ExportCounts(GraphSample.village), activity: "test", time: 0)
      for (name, format) in [("a.nt.gz", GraphFormat.ntriples), ("a.rdf", .rdfxml)] {
        let path = folder.appendingPathComponent(name).path
        let sink = try OutputSink(path: path, digests: true)
        try format.write(GraphSample.village, to: sink)
        description.add(sink, name: name, format: format)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(sink.digest == FileDigest(of: Array(bytes)))
      }
      let sink = OutputSink.memory()
      try description.write(to: sink)
      let quads = try GraphReader().quads(in: sink.text, as: .turtle)
      func values(_ property: String) -> [String] {
        quads.filter { $0.triple.predicate.string.hasSuffix(property) }.map {
          guard case .literal(let literal) = $0.triple.object else { return "\($0.triple.object)" }
          return literal.lexicalForm
        }
      }
      #expect(values("void#triples").contains(String(description.counts.triples)))
      #expect(values("dcat#byteSize") == description.files.map { String($0.digest.byteCount) })
      #expect(values("#checksumValue") == description.files.map(\.digest.hexadecimal))
      #expect(values("dcat#compressFormat").count == 1)
      #expect(values("terms/source").count == GraphSample.village.articles.count)
      #expect(values("generatedAtTime") == ["1970-01-01T00:00:00Z"])
      #expect(!sink.text.contains("_:"))
      let again = OutputSink.memory()
      try description.write(to: again)
      #expect(again.text == sink.text)
    }

    @Test func streamsHaveNoDigest() throws {
      let sink = try OutputSink(path: "/dev/null", digests: true)
      try sink.write("x")
      try sink.finish()
      #expect(sink.digest == nil)
    }
  }
}
