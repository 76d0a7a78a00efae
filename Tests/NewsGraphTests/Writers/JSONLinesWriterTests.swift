import Extraction
import Foundation
import Testing

@testable import NewsGraph

extension WritersTests {
  struct JSONLinesWriterTests {
    @Test func recordsStandInTheOrderOfTheArticlesAndTheText() throws {
      var sample = GraphSample()
      sample.article("b2", title: "Second", published: "2021-03-01")
      sample.article("a1", publisher: "The \"Plain\"")
      let alma = sample.entity("Alma Vanter", link: "Q1", in: "b2", at: [30])
      let town = sample.entity("Velmora", .city, in: "b2", at: [5])
      sample.state(
        alma, "visited", town, .planned, by: [alma], in: "b2", at: TextRange(10, 20),
        date: "2021-03", confidence: 0.934)
      sample.state(alma, "stated", .literal(Literal("So \\ be\nit")), in: "b2", at: TextRange(2, 9))
      #expect(
        try GraphFormat.jsonl.text(sample.graph) == #"""
          {"kind":"article","article":"a1","title":null,"published":null,"publisher":"The \"Plain\"","characters":1000,"iri":"https://example.org/id/article/a1","authors":[],"language":"en"}
          {"kind":"article","article":"b2","title":"Second","published":"2021-03-01","publisher":null,"characters":1000,"iri":"https://example.org/id/article/b2","authors":[],"language":"en"}
          {"kind":"entity","article":"b2","id":"https://example.org/id/city/velmora","name":"Velmora","type":"City","link":null,"mentions":[{"begin":5,"end":12,"form":"name"}],"aliases":[]}
          {"kind":"entity","article":"b2","id":"https://example.org/id/person/alma-vanter","name":"Alma Vanter","type":"Person","link":"Q1","mentions":[{"begin":30,"end":41,"form":"name"}],"aliases":[]}
          {"kind":"claim","article":"b2","subject":{"id":"https://example.org/id/person/alma-vanter"},"predicate":"stated","object":{"value":"So \\ be\nit","datatype":"http://www.w3.org/2001/XMLSchema#string"},"modality":"asserted","attributedTo":[],"date":null,"begin":2,"end":9,"confidence":0.90,"place":null,"rule":"test","basis":"read","sentence":[2,9],"statement":"https://example.org/id/statement/s1","sourceCount":1,"independentSourceCount":1,"firstPrintedIn":null,"id":"https://example.org/id/claim/c2"}
          {"kind":"claim","article":"b2","subject":{"id":"https://example.org/id/person/alma-vanter"},"predicate":"visited","object":{"id":"https://example.org/id/city/velmora"},"modality":"planned","attributedTo":["https://example.org/id/person/alma-vanter"],"date":"2021-03","begin":10,"end":20,"confidence":0.93,"place":null,"rule":"test","basis":"read","sentence":[10,20],"statement":"https://example.org/id/statement/s0","sourceCount":1,"independentSourceCount":1,"firstPrintedIn":null,"id":"https://example.org/id/claim/c1"}

          """#)
    }

    @Test func hostileTextsAreReadBackWhole() throws {
      let text = try GraphFormat.jsonl.text(HostileGraph.make(HostileText.all))
      var names: Set<String> = []
      for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
        let record = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
        if let name = record?["name"] as? String { names.insert(name) }
      }
      // Foundation's parser takes a byte order mark at the beginning of a string away.
      names.remove("mark")
      names.insert("\u{FEFF}mark")
      #expect(names.symmetricDifference(HostileText.all) == [])
    }
  }
}
