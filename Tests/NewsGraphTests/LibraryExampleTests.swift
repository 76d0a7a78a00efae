import Extraction
import NewsGraph
import Testing

/// The ten lines of the README, compiled and run.
@Suite struct LibraryExampleTests {
  @Test func `a program of ten lines makes a graph`() throws {
    let pipeline = try Pipeline()
    let article = Article(
      id: "talks", text: ArticleText("French President Anne Morel met Mayor Ute Brandt in Bonn."))
    let graph = pipeline.graph(of: article)
    for statement in graph.sortedStatements where statement.isBareFact {
      print(graph.label(of: statement))
    }
    let sink = OutputSink.memory()
    try GraphFormat.graphml.write(graph, to: sink)

    #expect(graph.sortedStatements.contains { $0.key.predicate == "presidentOf" })
    #expect(graph.sortedStatements.contains { $0.key.predicate == "met" })
    #expect(sink.text.contains("Anne Morel"))
  }

  @Test func `the vocabulary of claims is in the ontology`() throws {
    let ontology = try Ontology(folder: OntologyFolder.find())
    for term in [
      NG.proposition, NG.modality, NG.inArticle, NG.confidence, NG.rule, NG.evidenceCount,
    ]
      + [NG.eventDate, NG.eventPlace, NG.conflictsWith, NG.mentions]
    {
      let name = String(term.string.dropFirst(NG.namespace.count))
      #expect(ontology.property(name) != nil, "\(name) is not in Ontology/newsgraph.ttl")
    }
    for type in EntityType.allCases { #expect(ontology.hasClass(type.rawValue)) }
  }
}
