import Foundation
import Testing

@testable import NewsGraph

extension ReadersTests {
  struct ReadingLimitTests {
    private static func error(
      _ text: String, _ format: GraphFormat, limits: GraphReadingLimits = .init()
    ) throws -> GraphReadingError {
      try #require(throws: GraphReadingError.self) {
        try GraphReader(options: .init(limits: limits))
          .read(Array(text.utf8), as: format, into: QuadList())
      }
    }

    private static func document(_ entities: String, _ text: String) -> String {
      """
      <?xml version="1.0"?><!DOCTYPE r:RDF [\(entities)]>
      <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
      <r:Description r:about="http://e/s"><e:p>\(text)</e:p></r:Description></r:RDF>
      """
    }

    @Test func `entities that grow without end are refused at once`() throws {
      var entities = "<!ENTITY l0 \"lol\">"
      for level in 1...20 {
        let reference = "&l\(level - 1);"
        entities += "<!ENTITY l\(level) \"\(String(repeating: reference, count: 10))\">"
      }
      let start = Date()
      let error = try Self.error(Self.document(entities, "&l20;"), .rdfxml)
      #expect(error.rule == "entity")
      #expect(Date().timeIntervalSince(start) < 1)
    }

    @Test func `many references to one long entity are refused`() throws {
      let entity = "<!ENTITY a \"\(String(repeating: "a", count: 60_000))\">"
      let text = String(repeating: "&a;", count: 5000)
      let error = try Self.error(Self.document(entity, text), .rdfxml)
      #expect(error.rule == "entity")
    }

    @Test func `an entity that holds itself is refused`() throws {
      let error = try Self.error(
        Self.document("<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">", "&a;"), .rdfxml)
      #expect(error.line != nil)
    }

    @Test func `external and parameter entities are refused`() throws {
      for entity in [
        "<!ENTITY x SYSTEM \"file:///etc/hostname\">", "<!ENTITY x PUBLIC \"a\" \"http://e/x\">",
        "<!ENTITY % p \"<!ENTITY x 'y'>\">%p;", "",
      ] {
        let error = try Self.error(Self.document(entity, "&x;"), .rdfxml)
        #expect(error.rule == "entity" || error.reason.contains("entity"), "\(error)")
      }
    }

    @Test func `internal entities are read`() throws {
      let text = Self.document("<!ENTITY a \"A&amp;&b;\"><!ENTITY b \"B\">", "&a;-&a;&#33;")
      let quads = try GraphReader().quads(in: text, as: .rdfxml)
      #expect(quads.map(\.triple.object) == [.literal(Literal("A&B-A&B!"))])
    }

    @Test func `nesting is bounded`() throws {
      let turtle =
        "<http://e/s> <http://e/p> " + String(repeating: "[ <http://e/p> ", count: 200_000)
      #expect(try Self.error(turtle, .turtle).rule == "limit")
      let list = "<http://e/s> <http://e/p> " + String(repeating: "(", count: 200_000)
      #expect(try Self.error(list, .turtle).rule == "limit")
      let xml =
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='http://e/'>"
        + String(repeating: "<e:n><e:p>", count: 5000)
      #expect(try Self.error(xml, .rdfxml, limits: .init(depth: 100)).rule == "limit")
    }

    @Test(arguments: [
      (0..<200_000).map { "e:a\($0)='>'" }.joined(separator: " "),
      (0..<20_000).map { "xmlns:n\($0)='http://e/\($0)'" }.joined(separator: "\n"),
    ])
    func `attributes are bounded before libxml2 compares each with all others`(text: String) throws
    {
      let document =
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='http://e/'>"
        + "<r:Description \(text)/></r:RDF>"
      let clock = ContinuousClock()
      let time = try clock.measure {
        let error = try Self.error(document, .rdfxml)
        #expect(error.rule == "limit" && error.reason.contains("10000"))
      }
      #expect(time < .seconds(5))
      let few = document.replacing(text, with: "e:a='1' e:b='2'")
      #expect(try Self.error(few, .rdfxml, limits: .init(attributeCount: 1)).rule == "limit")
      #expect(try GraphReader().quads(in: few, as: .rdfxml).count == 2)
    }

    @Test func `declared attributes are bounded`() throws {
      let list = (0..<12_000).map { "e:a\($0) CDATA '1'" }.joined(separator: " ")
      let document = Self.document("<!ATTLIST e:n \(list)>", "x")
      #expect(try Self.error(document, .rdfxml).rule == "limit")
    }

    @Test func `long terms are bounded`() throws {
      let limits = GraphReadingLimits(termLength: 100_000)
      let long = String(repeating: "x", count: 1_000_000)
      let line = "<http://e/s> <http://e/p> \"\(long)\" ."
      #expect(try Self.error(line, .ntriples, limits: limits).reason.contains("limit"))
      #expect(try Self.error(line, .turtle, limits: limits).reason.contains("limit"))
      #expect(try Self.error(Self.document("", long), .rdfxml, limits: limits).rule == "limit")
      #expect(try GraphReader().quads(in: line, as: .turtle).count == 1)
    }
  }
}
