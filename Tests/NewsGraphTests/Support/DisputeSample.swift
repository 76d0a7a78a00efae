import Extraction

@testable import NewsGraph

/// Two articles that contradict each other: on a meeting, and on who holds an office.
struct DisputeSample {
  var sample = GraphSample()
  let land: IRI
  let alma: IRI
  let bero: IRI

  init(title: String) {
    sample.article("a1", title: title, published: "2021-03-01")
    sample.article("a2", published: "2021-03-01")
    land = sample.entity("Velmora", .country, link: "Q7")
    alma = sample.entity("Alma Vanter")
    bero = sample.entity("Bero Massimi")
    sample.state(alma, "met", bero, at: TextRange(0, 39), date: "2021-03-01")
    sample.state(alma, "met", bero, .denied, by: [bero], in: "a2", at: TextRange(40, 53))
    sample.state(alma, "presidentOf", land)
    sample.state(bero, "presidentOf", land, .alleged, by: [bero])
  }

  /// The graph with its conflicts.
  func graph() throws -> KnowledgeGraph {
    var graph = sample.graph
    graph.markConflicts(with: try TestKnowledge.ontology())
    return graph
  }
}
