import Testing

@testable import NewsGraph

extension WritersTests {
  struct NTriplesWriterTests {
    private func line(_ object: Term) throws -> String {
      let sink = OutputSink.memory()
      var writer = NTriplesWriter(to: sink)
      try writer.write(
        Triple(.iri(IRI(checked: "http://e/s")), IRI(checked: "http://e/p"), object))
      try writer.finish()
      try sink.finish()
      return sink.text
    }

    @Test(arguments: [
      ("\"\\", #""\"\\""#), ("a\nb\rc\td", #""a\nb\rc\td""#), ("\u{8}\u{C}", #""\b\f""#),
      ("\u{0}\u{B}\u{1F}", #""\u0000\u000B\u001F""#), ("\u{7F}", #""\u007F""#),
      ("\u{FFFE}\u{FFFF}", #""\uFFFE\uFFFF""#), ("é漢😀\u{FFFD}", "\"é漢😀\u{FFFD}\""),
      ("'<>&", "\"'<>&\""), ("", "\"\""),
    ])
    func literalsAreCanonical(text: String, expected: String) throws {
      #expect(try line(.literal(Literal(text))) == "<http://e/s> <http://e/p> \(expected) .\n")
    }

    @Test func termsOfAllKindsAreWritten() throws {
      let start = "<http://e/s> <http://e/p> "
      #expect(try line(.iri(IRI(checked: "http://e/ö"))) == start + "<http://e/ö> .\n")
      #expect(try line(.blank("b0")) == start + "_:b0 .\n")
      #expect(try line(.literal(Literal("x", language: "EN-gb"))) == start + "\"x\"@en-gb .\n")
      #expect(
        try line(.literal(Literal("1", datatype: XSD.integer)))
          == start + "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n")
    }

    @Test func quadsNameTheirGraph() throws {
      let sink = OutputSink.memory()
      var writer = NQuadsWriter(to: sink)
      let triple = Triple(
        .blank("a"), IRI(checked: "http://e/p"), .iri(IRI(checked: "http://e/o")))
      try writer.write(Quad(triple, graph: IRI(checked: "http://e/g")))
      try writer.write(Quad(triple, graph: nil))
      try writer.finish()
      try sink.finish()
      #expect(
        sink.text == """
          _:a <http://e/p> <http://e/o> <http://e/g> .
          _:a <http://e/p> <http://e/o> .

          """)
    }

    @Test func everyHostileTextIsReadBackWhole() throws {
      for text in HostileText.all {
        let read = try NTriplesLine(String(try line(.literal(Literal(text))).dropLast())).triple
          .object
        #expect(read == .literal(Literal(text)))
      }
    }

    @Test func everyTripleOfAGraphIsWrittenOnce() throws {
      let graph = StoryGraph.make(size: 30)
      let triples = try GraphFormat.ntriples.text(graph).split(separator: "\n")
        .map { try NTriplesLine(String($0)).triple }
      var expected: Set<Triple> = []
      graph.forEachDescription { expected.formUnion($0.triples) }
      #expect(Set(triples) == expected)
      #expect(triples.count == expected.count)
    }
  }
}

/// A line of N-Triples as a test reads it: strict enough for what the writer gives.
struct NTriplesLine {
  private var rest: Substring.UnicodeScalarView
  private(set) var triple: Triple

  struct Malformed: Error {
    var line: String
  }

  init(_ line: String) throws {
    rest = line[...].unicodeScalars
    triple = Triple(.blank("x"), RDF.type, .blank("x"))
    triple.subject = try resource()
    guard case .iri(let predicate) = try resource() else { throw Malformed(line: line) }
    triple.predicate = predicate
    triple.object = try rest.first == "\"" ? .literal(literal()) : Term(resource())
    guard String(rest) == "." else { throw Malformed(line: line) }
  }

  private mutating func resource() throws -> Resource {
    let word = rest.prefix { $0 != " " }
    rest = rest[word.endIndex...].drop { $0 == " " }
    let text = String(word)
    if text.hasPrefix("_:") { return .blank(String(text.dropFirst(2))) }
    guard text.hasPrefix("<"), text.hasSuffix(">") else { throw Malformed(line: text) }
    return .iri(try IRI(String(text.dropFirst().dropLast())))
  }

  private mutating func literal() throws -> Literal {
    rest.removeFirst()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst(), scalar != "\"" {
      text.append(scalar == "\\" ? try escaped() : scalar)
    }
    let suffix = rest.prefix { $0 != " " }
    rest = rest[suffix.endIndex...].drop { $0 == " " }
    let end = String(suffix)
    if end.hasPrefix("@") { return Literal(String(text), language: String(end.dropFirst())) }
    if end.isEmpty { return Literal(String(text)) }
    return Literal(String(text), datatype: try IRI(String(end.dropFirst(3).dropLast())))
  }

  private mutating func escaped() throws -> Unicode.Scalar {
    guard let letter = rest.popFirst() else { throw Malformed(line: "") }
    switch letter {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u":
      let digits = String(rest.prefix(4))
      rest = rest.dropFirst(4)
      guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
        throw Malformed(line: digits)
      }
      return scalar
    default: return letter
    }
  }
}
