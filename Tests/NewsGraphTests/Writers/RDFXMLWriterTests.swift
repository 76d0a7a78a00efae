import Extraction
import Testing

@testable import NewsGraph

extension WritersTests {
  struct RDFXMLWriterTests {
    static let e = "http://e/"

    static func text(
      _ triples: [Triple], _ namespaces: XMLNamespaces = .init([]),
      _ characters: ForbiddenCharacters = .refuse
    ) throws -> String {
      let sink = OutputSink.memory()
      let writer = try RDFXMLWriter(
        to: sink, namespaces: namespaces, forbiddenCharacters: characters)
      for triple in triples { try writer.write(triple) }
      try writer.finish()
      try sink.finish()
      return sink.text
    }

    private func triple(_ predicate: String, _ object: Term = .literal(Literal("x"))) -> Triple {
      Triple(.iri(IRI(checked: "http://e/s")), IRI(checked: predicate), object)
    }

    @Test func aTinyGraphIsWrittenAsAPersonWouldWriteIt() throws {
      var sample = GraphSample()
      sample.article(
        "a1", title: "A & B", publisher: "The Daily Plain", published: "2021-03-01")
      let alma = sample.entity("Alma Vanter", .person, aliases: ["A. Vanter"], link: "Q1")
      let town = sample.entity("Velmora", .city)
      sample.state(alma, "visited", town, at: TextRange(3, 30), date: "2021-02-28")
      #expect(
        try GraphFormat.rdfxml.text(sample.graph) == """
          <?xml version="1.0" encoding="UTF-8"?>
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
          xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" \
          xmlns:owl="http://www.w3.org/2002/07/owl#" \
          xmlns:skos="http://www.w3.org/2004/02/skos/core#" \
          xmlns:dcterms="http://purl.org/dc/terms/" xmlns:prov="http://www.w3.org/ns/prov#" \
          xmlns:ng="https://w3id.org/newsgraph/ontology#">
            <ng:Article rdf:about="https://example.org/id/article/a1">
              <dcterms:identifier>a1</dcterms:identifier>
              <dcterms:title>A &amp; B</dcterms:title>
              <dcterms:date rdf:datatype="http://www.w3.org/2001/XMLSchema#date">2021-03-01</dcterms:date>
              <dcterms:publisher>The Daily Plain</dcterms:publisher>
              <dcterms:language>en</dcterms:language>
            </ng:Article>
            <ng:City rdf:about="https://example.org/id/city/velmora">
              <rdfs:label>Velmora</rdfs:label>
            </ng:City>
            <ng:Person rdf:about="https://example.org/id/person/alma-vanter">
              <rdfs:label>Alma Vanter</rdfs:label>
              <skos:altLabel>A. Vanter</skos:altLabel>
              <owl:sameAs rdf:resource="http://www.wikidata.org/entity/Q1"/>
              <ng:visited rdf:resource="https://example.org/id/city/velmora"/>
            </ng:Person>
            <ng:Statement rdf:about="https://example.org/id/statement/s0">
              <rdf:type rdf:resource="http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement"/>
              <rdfs:label>Alma Vanter visited Velmora</rdfs:label>
              <rdf:subject rdf:resource="https://example.org/id/person/alma-vanter"/>
              <rdf:predicate rdf:resource="https://w3id.org/newsgraph/ontology#visited"/>
              <rdf:object rdf:resource="https://example.org/id/city/velmora"/>
              <ng:evidenceCount rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</ng:evidenceCount>
              <ng:sourceCount rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</ng:sourceCount>
              <ng:independentSourceCount rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</ng:independentSourceCount>
            </ng:Statement>
            <ng:Claim rdf:about="https://example.org/id/claim/c1">
              <ng:proposition rdf:resource="https://example.org/id/statement/s0"/>
              <ng:modality rdf:resource="https://w3id.org/newsgraph/ontology#asserted"/>
              <ng:inArticle rdf:resource="https://example.org/id/article/a1"/>
              <prov:wasDerivedFrom rdf:resource="https://example.org/id/article/a1#char=3,30"/>
              <ng:eventDate rdf:datatype="http://www.w3.org/2001/XMLSchema#date">2021-02-28</ng:eventDate>
              <ng:confidence rdf:datatype="http://www.w3.org/2001/XMLSchema#decimal">0.90</ng:confidence>
              <ng:rule>test</ng:rule>
            </ng:Claim>
          </rdf:RDF>

          """)
    }

    @Test func otherNamespacesAreDeclaredOnTheirElement() throws {
      let text = try Self.text([
        triple(RDF.type.string, .iri(IRI(checked: "http://c/a&b#Type"))),
        triple("http://e/p", .blank("b")),
        triple("http://e/prop:P31", .literal(Literal("", language: "de"))),
      ])
      #expect(
        text == """
          <?xml version="1.0" encoding="UTF-8"?>
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <ns1:Type xmlns:ns1="http://c/a&amp;b#" rdf:about="http://e/s">
              <ns1:p xmlns:ns1="http://e/" rdf:nodeID="b"/>
              <ns1:P31 xmlns:ns1="http://e/prop:" xml:lang="de"></ns1:P31>
            </ns1:Type>
          </rdf:RDF>

          """)
    }

    @Test func aPrefixOfTheUserIsNeverShadowed() throws {
      let namespaces = XMLNamespaces([("ns1", "http://one/"), ("ns2", "http://two/")])
      let text = try Self.text(
        [
          triple(RDF.type.string, .iri(IRI(checked: "http://three/C"))),
          triple("http://one/p"), triple("http://two/p"), triple("http://four/p"),
        ], namespaces)
      #expect(text.contains("<ns3:C xmlns:ns3=\"http://three/\""))
      #expect(text.contains("<ns1:p>x</ns1:p>"))
      #expect(text.contains("<ns3:p xmlns:ns3=\"http://four/\">x</ns3:p>"))
    }

    @Test func prefixesThatXMLDoesNotAllowArePassedOver() {
      let namespaces = XMLNamespaces([
        ("", "http://a/"), ("xmlish", "http://b/"), ("1x", "http://c/"), ("a:b", "http://d/"),
        ("rdf", "http://e/"), ("ok", ""), ("good", "http://f/"), ("again", "http://f/"),
      ])
      #expect(namespaces.declarations.map(\.prefix) == ["rdf", "good"])
    }

    @Test(arguments: [
      ("http://e/p", "http://e/", "p"), ("http://e/prop:P31", "http://e/prop:", "P31"),
      ("http://e/a%20b", "http://e/a%20", "b"), ("urn:x", "urn:", "x"),
      ("http://e/1a", "http://e/1", "a"), ("http://e/a-1.b_c", "http://e/", "a-1.b_c"),
      ("http://e/-é", "http://e/-", "é"), ("http://e#漢字", "http://e#", "漢字"),
    ])
    func propertiesAreSplitAtTheLongestName(iri: String, namespace: String, local: String) {
      #expect(SplitIRI(iri)?.namespace == namespace)
      #expect(SplitIRI(iri)?.local == local)
    }

    @Test(arguments: ["http://example.com/123", "http://example.com/a/", "http://e/?", "urn:1"])
    func aPropertyThatCannotBeSplitIsAnErrorThatNamesIt(iri: String) throws {
      let error = #expect(throws: WritingError.self) { try Self.text([triple(iri)]) }
      #expect(error == .unsplittableProperty(IRI(checked: iri), subject: "<http://e/s>"))
      #expect(error?.description.contains("<\(iri)>") == true)
    }

    @Test(arguments: ["li", "about", "ID", "RDF", "Description", "datatype", "bagID", "nodeID"])
    func aPropertyThatIsSyntaxIsAnError(name: String) throws {
      let error = #expect(throws: WritingError.self) {
        try Self.text([triple(RDF.namespace + name)])
      }
      guard case .reservedProperty = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }

    @Test(arguments: ["_1", "type", "value", "first", "Statement", "Bag"])
    func otherPropertiesOfTheRDFNamespaceAreWritten(name: String) throws {
      #expect(
        try Self.text([triple(RDF.namespace + name)]).contains("<rdf:\(name)>x</rdf:\(name)>"))
    }

    @Test(arguments: [
      RDF.namespace + "Description", RDF.namespace + "li", "http://example.com/123",
    ])
    func aClassThatCannotNameAnElementIsAProperty(iri: String) throws {
      let text = try Self.text([triple(RDF.type.string, .iri(IRI(checked: iri)))])
      #expect(text.contains("<rdf:type rdf:resource=\"\(iri)\"/>"))
    }

    @Test(arguments: HostileText.forbidden)
    func aForbiddenCharacterIsAnErrorThatNamesNodeAndCodePoint(scalar: Unicode.Scalar) throws {
      let text = "ab\(Character(scalar))c"
      let error = #expect(throws: WritingError.self) {
        try Self.text([triple("http://e/p", .literal(Literal(text)))])
      }
      #expect(
        error
          == .forbiddenCharacter(
            codePoint: scalar.value, offset: 2, place: "<http://e/s>, <http://e/p>"))
      let digits = String(scalar.value, radix: 16, uppercase: true)
      #expect(
        error?.description.contains("U+\(String(repeating: "0", count: 4 - digits.count))") == true)
    }

    @Test func forbiddenCharactersAreReplacedAndCountedOnRequest() throws {
      var sample = GraphSample()
      sample.article("a1", title: "bad\u{1}\u{FFFE}title")
      let options = WritingOptions(forbiddenCharacters: .replace)
      let sink = OutputSink.memory()
      let report = try GraphFormat.rdfxml.write(sample.graph, to: sink, options: options)
      #expect(sink.text.contains("bad\u{FFFD}\u{FFFD}title"))
      #expect(report.losses.contains(.init(.replacedCharacters, 2)))
    }

    @Test func anIRIIsNeverChanged() throws {
      let iri = IRI(checked: "http://e/\u{FFFF}")
      #expect(throws: WritingError.self) {
        try Self.text([triple("http://e/p", .iri(iri))], .init([]), .replace)
      }
    }

    @Test func anXMLLiteralIsAnOrdinaryLiteral() throws {
      let type = IRI(checked: RDF.namespace + "XMLLiteral")
      let text = try Self.text([
        triple("http://e/p", .literal(Literal("<b>x", datatype: type)))
      ])
      #expect(text.contains("rdf:datatype=\"\(type)\">&lt;b&gt;x</"))
    }

    @Test(arguments: ["a", "1", "a.b", "x:y", "_x31", "é", "-"])
    func blankNodesKeepTheirIdentity(label: String) {
      let name = BlankNodeName.name(for: label)
      #expect(XMLCharacters.isNCName(name))
      #expect(BlankNodeName.name(for: name) != name || name == label)
    }
  }
}
