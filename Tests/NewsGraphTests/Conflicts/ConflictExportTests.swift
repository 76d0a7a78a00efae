import Extraction
import Foundation
import Testing

@testable import NewsGraph

/// That every format marks conflicts, and none of them makes a fact of a claim.
@Suite struct ConflictExportTests {
  /// Two presidents on one day, one of them only alleged, and a denial.
  private func graph() throws -> KnowledgeGraph {
    var sample = GraphSample()
    sample.article("a1", published: "2021-03-01")
    sample.article("a2", published: "2021-03-01")
    sample.article("a3", published: "2021-03-20")
    let land = sample.entity("Velmora", .country)
    let alma = sample.entity("Alma Vanter")
    let bero = sample.entity("Bero Massimi")
    let cira = sample.entity("Cira Aruna")
    sample.state(alma, "presidentOf", land)
    sample.state(bero, "presidentOf", land, .alleged, by: [bero], in: "a2")
    sample.state(cira, "presidentOf", land, in: "a3")
    sample.state(alma, "met", bero)
    sample.state(alma, "met", bero, .denied, by: [bero], in: "a2")
    var graph = sample.graph
    graph.markConflicts(with: try TestKnowledge.ontology())
    return graph
  }

  private func plain(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.contains("ontology#presidentOf> <") }
  }

  @Test func `N-Triples and RDF XML link the claims in both directions`() throws {
    let graph = try graph()
    let triples = try GraphFormat.ntriples.text(graph)
    let conflicts = triples.split(separator: "\n").filter { $0.contains("#conflictsWith>") }
    let differences = triples.split(separator: "\n").filter { $0.contains("#differsFrom>") }
    #expect(conflicts.count == 4)
    #expect(differences.count == 4)
    #expect(plain(triples).filter { !$0.contains("22-rdf-syntax-ns") }.count == 2)
    let document = try GraphFormat.rdfxml.text(graph)
    #expect(document.components(separatedBy: "<ng:conflictsWith ").count == 5)
    #expect(document.components(separatedBy: "<ng:differsFrom ").count == 5)
  }

  @Test func `N-Quads have the conflicts in the default graph`() throws {
    let quads = try GraphFormat.nquads.text(try graph()).split(separator: "\n")
    let links = quads.filter { $0.contains("#conflictsWith>") || $0.contains("#differsFrom>") }
    #expect(links.count == 8)
    #expect(links.allSatisfy { $0.split(separator: " ").count == 4 })
  }

  @Test func `GraphML has them as data of the edges`() throws {
    let text = try GraphFormat.graphml.text(try graph())
    #expect(text.contains("<data key=\"edge.conflict\">conflicts: rivalSubjects</data>"))
    #expect(text.contains("<data key=\"edge.conflict\">conflicts: denial</data>"))
    #expect(text.contains("<data key=\"edge.conflictsWith\">"))
  }

  @Test func `DOT draws a diamond and explains it`() throws {
    let graph = try graph()
    let text = try GraphFormat.dot.text(graph)
    #expect(text.contains("dir=both, arrowtail=diamond"))
    #expect(text.contains("in conflict with another statement"))
    #expect(text.contains("(in conflict)"))
    var calm = GraphSample.village
    calm.markConflicts(with: try TestKnowledge.ontology())
    #expect(!(try GraphFormat.dot.text(calm)).contains("diamond"))
  }

  @Test func `JSON lines have a record for each conflict`() throws {
    let graph = try graph()
    let records = try GraphFormat.jsonl.text(graph).split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let conflicts = records.filter { $0["kind"] as? String == "conflict" }
    #expect(conflicts.count == graph.conflicts.count)
    #expect(
      conflicts.compactMap { $0["type"] as? String }
        == ["denial", "rivalSubjects", "rivalSubjects", "rivalSubjects"])
    let claims = Set(records.compactMap { $0["id"] as? String })
    for conflict in conflicts {
      let ends = try #require(conflict["claims"] as? [String])
      #expect(ends.count == 2 && claims.isSuperset(of: ends))
    }
  }

  @Test func `the report of an extraction lists them`() throws {
    let sink = OutputSink.memory()
    try MarkdownReport(graph: try graph()).write(to: sink)
    #expect(sink.text.contains("- Alma Vanter met Bero Massimi\n"))
    #expect(sink.text.contains("## Conflicts between holders and values"))
    #expect(sink.text.contains("- president of Velmora: 3 at one time\n"))
  }
}
