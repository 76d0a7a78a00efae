import Extraction
import Foundation
import Testing

@testable import NewsGraph

#if canImport(FoundationXML)
  import FoundationXML
#endif

extension WritersTests {
  struct GraphMLWriterTests {
    private func tinyGraph() -> KnowledgeGraph {
      var sample = GraphSample()
      sample.article("a1")
      let alma = sample.entity("Alma Vanter", aliases: ["A|V", "Vanter"], link: "Q1", at: [0, 20])
      let town = sample.entity("Velmora", .city)
      sample.state(alma, "visited", town, at: TextRange(3, 30), date: "2021-02-28")
      sample.state(
        alma, "visited", town, .denied, by: [town], at: TextRange(40, 50), place: town,
        confidence: 0.5)
      sample.state(alma, "age", .literal(Literal("61", datatype: XSD.integer)))
      return sample.graph
    }

    @Test func aTinyGraphIsWrittenWithAllThatIsKnown() throws {
      let text = try GraphFormat.graphml.text(tinyGraph())
      let body = try #require(text.range(of: "<graph id")).lowerBound
      #expect(
        String(text[body...]) == """
          <graph id="G" edgedefault="directed" parse.order="nodesfirst" \
          parse.nodeids="canonical" parse.edgeids="canonical" parse.nodes="3" parse.edges="2">
              <node id="n0"><data key="node.iri">https://example.org/id/city/velmora</data>\
          <data key="node.label">Velmora</data><data key="node.name">Velmora</data>\
          <data key="node.type">City</data><data key="node.mentionCount">1</data>\
          <data key="node.articleCount">1</data></node>
              <node id="n1"><data key="node.iri">https://example.org/id/person/alma-vanter</data>\
          <data key="node.label">Alma Vanter</data><data key="node.name">Alma Vanter</data>\
          <data key="node.type">Person</data><data key="node.aliases">A\\|V | Vanter</data>\
          <data key="node.wikidata">http://www.wikidata.org/entity/Q1</data>\
          <data key="node.mentionCount">2</data><data key="node.articleCount">1</data></node>
              <node id="n2"><data key="node.label">61</data><data key="node.name">61</data>\
          <data key="node.type">Literal</data><data key="node.value">61</data>\
          <data key="node.datatype">http://www.w3.org/2001/XMLSchema#integer</data></node>
              <edge id="e0" source="n1" target="n2">\
          <data key="edge.iri">https://example.org/id/statement/s1</data>\
          <data key="edge.predicate">https://w3id.org/newsgraph/ontology#age</data>\
          <data key="edge.label">age</data><data key="edge.interaction">age</data>\
          <data key="edge.standing">asserted</data><data key="edge.modalities">asserted</data>\
          <data key="edge.sources">a1#char=0,40</data>\
          <data key="edge.passages">https://example.org/id/article/a1#char=0,40</data>\
          <data key="edge.confidence">0.90</data><data key="edge.evidenceCount">1</data>\
          <data key="edge.sourceCount">1</data><data key="edge.independentSourceCount">1</data>\
          <data key="edge.disputed">false</data>\
          <data key="edge.background">false</data><data key="edge.weight">0.90</data></edge>
              <edge id="e1" source="n1" target="n0">\
          <data key="edge.iri">https://example.org/id/statement/s0</data>\
          <data key="edge.predicate">https://w3id.org/newsgraph/ontology#visited</data>\
          <data key="edge.label">visited</data><data key="edge.interaction">visited</data>\
          <data key="edge.standing">asserted</data><data key="edge.modalities">asserted | denied</data>\
          <data key="edge.claimants">Velmora</data>\
          <data key="edge.claimantIRIs">https://example.org/id/city/velmora</data>\
          <data key="edge.dates">2021-02-28</data><data key="edge.places">Velmora</data>\
          <data key="edge.placeIRIs">https://example.org/id/city/velmora</data>\
          <data key="edge.sources">a1#char=3,30 | a1#char=40,50</data>\
          <data key="edge.passages">https://example.org/id/article/a1#char=3,30 | \
          https://example.org/id/article/a1#char=40,50</data>\
          <data key="edge.confidence">0.90</data><data key="edge.evidenceCount">2</data>\
          <data key="edge.sourceCount">1</data><data key="edge.independentSourceCount">1</data>\
          <data key="edge.disputed">true</data>\
          <data key="edge.background">false</data><data key="edge.weight">1.40</data></edge>
            </graph>
          </graphml>

          """)
    }

    @Test func everyKeyIsTypedAndDescribed() throws {
      let text = try GraphFormat.graphml.text(KnowledgeGraph())
      let keys = try GraphMLKeys().all
      #expect(Set(keys.map(\.id)).count == keys.count)
      for key in keys {
        #expect(
          text.contains(
            "<key id=\"\(key.id)\" for=\"\(key.domain)\" attr.name=\"\(key.name)\""
              + " attr.type=\"\(key.type)\"><desc>"))
      }
    }

    @Test func hostileTextsAreReadBackWhole() throws {
      let graph = HostileGraph.make(HostileText.allowed)
      let read = try WrittenGraphML.read(GraphFormat.graphml.text(graph))
      #expect(read.nodes.count == 2 * HostileText.allowed.count)
      #expect(read.edges.count == 2 * HostileText.allowed.count)
      for (number, text) in HostileText.allowed.enumerated() {
        let iri = GraphSample.iri("thing/\(number)").string
        let node = try #require(read.nodes.first { $0["node.iri"] == iri })
        #expect(node["node.label"] == text)
      }
      let values = Set(read.nodes.compactMap { $0["node.value"] })
      #expect(values == Set(HostileText.allowed))
    }

    @Test func aForbiddenCharacterIsAnErrorThatNamesTheEntity() throws {
      var sample = GraphSample()
      let iri = sample.entity("bad\u{1}")
      #expect(
        throws: WritingError.forbiddenCharacter(codePoint: 1, offset: 3, place: "<\(iri)>")
      ) { try GraphFormat.graphml.text(sample.graph) }
    }

    @Test func listsCanBeTakenApart() {
      #expect(ListText.joined(["a", "b|c", "d\\"]) == "a | b\\|c | d\\\\")
      #expect(ListText.joined(["one | two"]) == "one \\| two")
    }

    @Test func nodesThatNobodyDescribesAreStillThere() throws {
      var sample = GraphSample()
      let alma = sample.entity("Alma")
      sample.state(alma, "met", GraphSample.iri("person/nobody"))
      sample.state(GraphSample.iri("person/other"), "met", .blank("b"))
      let read = try WrittenGraphML.read(GraphFormat.graphml.text(sample.graph))
      #expect(read.nodes.count == 4)
      #expect(read.edges.count == 2)
    }
  }
}

/// GraphML as a test reads it: the data of all nodes and edges.
final class WrittenGraphML: NSObject, WrittenXML {
  private(set) var nodes: [[String: String]] = []
  private(set) var edges: [[String: String]] = []
  private var data: [String: String] = [:]
  private var key: String?
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name {
    case "node", "edge": data = attributes
    case "data":
      key = attributes["key"]
      text = ""
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    text += String(decoding: block, as: UTF8.self)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "data": if let key { data[key] = text }
    case "node": nodes.append(data)
    case "edge": edges.append(data)
    default: break
    }
  }
}
