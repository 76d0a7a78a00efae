import Testing

@testable import NewsGraph

extension ReadersTests {
  struct ReadingErrorTests {
    struct Case: Sendable {
      var format: GraphFormat
      var text: String
      var line: Int
      var column: Int?
      var rule: String

      init(_ format: GraphFormat, _ text: String, _ line: Int, _ column: Int?, _ rule: String) {
        (self.format, self.text, self.line, self.column, self.rule) =
          (format, text, line, column, rule)
      }
    }

    static let cases = [
      Case(.ntriples, "<http://e/s> <http://e/p> \"a .\n", 1, 31, "STRING_LITERAL_QUOTE"),
      Case(.ntriples, "# c\n<http://e/s> <http://e/p x> \"a\" .\n", 2, 25, "IRIREF"),
      Case(.ntriples, "<http://e/é> <http://e/\\u0020> \"a\" .", 1, 24, "IRIREF"),
      Case(.ntriples, "<s> <http://e/p> \"a\" .", 1, 1, "IRIREF"),
      Case(.ntriples, "<http://e/s> <http://e/p> \"a\"", 1, 30, "triple"),
      Case(.ntriples, "<http://e/s> <http://e/p> \"\\x\" .", 1, 28, "ECHAR"),
      Case(.ntriples, "<http://e/s> <http://e/p> \"\\uD800\" .", 1, 28, "UCHAR"),
      Case(.ntriples, "<http://e/s> <http://e/p> \"a\"@1 .", 1, 30, "LANGTAG"),
      Case(.ntriples, "<http://e/s> <http://e/p> <http://e/o> . <", 1, 42, "EOL"),
      Case(.nquads, "<http://e/s> <http://e/p> <http://e/o> \"g\" .", 1, 40, "statement"),
      Case(.turtle, "@prefix e: <http://e/> .\ne:s e:p x:o .", 2, 9, "PNAME_NS"),
      Case(.turtle, "<http://e/s> <http://e/p> [ .", 1, 29, "iri"),
      Case(.turtle, "<http://e/s> <http://e/p> 1 ]", 1, 29, "triples"),
      Case(.turtle, "<s> <http://e/p> 1 .", 1, 1, "IRIREF"),
      Case(.turtle, "<http://e/s> <http://e/p> \"\"\"a\n\nb", 1, nil, "token"),
      Case(.trig, "<http://e/g> { <http://e/s> <http://e/p> 1", 1, nil, "triples"),
      Case(
        .rdfxml,
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\n<r:li/></r:RDF>", 2, nil,
        "nodeElementURIs"),
      Case(
        .rdfxml,
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\n<r:Description r:about='a'/>"
          + "</r:RDF>", 2, nil, "URI-reference"),
      Case(.rdfxml, "<a xmlns='http://e/'>\n<b></a>", 2, nil, "well-formed XML"),
      Case(.rdfxml, "<a/>", 1, nil, "nodeElementURIs"),
      Case(
        .graphml, "<graphml>\n<graph><edge source='a' target='b'/></graph></graphml>", 2, nil,
        "graphml"),
      Case(.jsonl, "\n{\"kind\":\"claim\"}", 2, nil, "record"),
    ]

    @Test(arguments: cases)
    func `errors name line, column and rule`(of example: Case) throws {
      let error = try #require(throws: GraphReadingError.self) {
        _ = try GraphReader().quads(in: example.text, as: example.format, name: "x")
      }
      #expect(error.file == "x")
      #expect(error.line == example.line, "\(error)")
      if let column = example.column { #expect(error.column == column, "\(error)") }
      #expect(error.rule == example.rule, "\(error)")
    }

    @Test func `bytes that are no UTF-8 are refused`() throws {
      let text = Array("<http://e/s> <http://e/p> \"".utf8)
      for bad: [UInt8] in [
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2],
      ] {
        let document = text + bad + Array("\" .\n".utf8)
        for format in [GraphFormat.ntriples, .turtle] {
          let error = try #require(throws: GraphReadingError.self) {
            try GraphReader().read(document, as: format, into: QuadList())
          }
          #expect(error.rule == "UTF-8" && error.column == 28)
        }
      }
    }

    @Test func `line ends of all kinds count once`() throws {
      let good = "<http://e/s> <http://e/p> 1 ."
      for (ends, line) in [("\n\n", 3), ("\r\n\r\n", 3), ("\r\r", 3)] {
        let error = try #require(throws: GraphReadingError.self) {
          _ = try GraphReader().quads(in: good + ends + "<", as: .turtle)
        }
        #expect(error.line == line)
      }
    }
  }
}
