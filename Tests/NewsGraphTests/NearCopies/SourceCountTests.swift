import Extraction
import Foundation
import Testing

@testable import NewsGraph

@Suite struct SourceCountTests {
  private static let pipeline = Result { try Pipeline() }

  private static let story = """
    Norwegian Foreign Minister Kari Solberg met Chilean President Ana Rojas in Oslo on Friday to sign \
    a treaty on the fishing grounds of the southern sea, which both parliaments still have to pass \
    before the summer, her office said in a short note that gave no further detail of the text.
    """
  private static let retold = """
    A treaty on fish brought two guests of rank to the castle. Norwegian Foreign Minister Kari \
    Solberg met Chilean President Ana Rojas there. Reporters were let in for a few minutes only.
    """

  private static func statement(_ articles: [Article]) throws -> Statement {
    let graph = try pipeline.get().graph(of: articles)
    return try #require(graph.statements.values.first { $0.key.predicate == "met" })
  }

  private static func article(_ id: String, _ text: String) -> Article {
    Article(id: id, text: ArticleText(text))
  }

  @Test func `two prints of one text and a text of its own are two independent sources`() throws {
    let articles = [
      Self.article("b-print", Self.story), Self.article("a-print", Self.story + " More follows."),
      Self.article("c-own", Self.retold),
    ]
    let statement = try Self.statement(articles)
    #expect(statement.sourceCount == 3)
    #expect(statement.independentSourceCount == 2)
    let copies = statement.evidence.filter { $0.firstPrintedIn != nil }
    #expect(copies.allSatisfy { $0.article == "b-print" && $0.firstPrintedIn == "a-print" })
    #expect(!copies.isEmpty)
    #expect(try Self.statement(articles.reversed()) == statement)
  }

  @Test func `all formats have both counts`() throws {
    let graph = try Self.pipeline.get().graph(of: [
      Self.article("a", Self.story), Self.article("b", Self.story),
    ])
    let rdf = try GraphFormat.ntriples.text(graph)
    #expect(rdf.contains("ontology#sourceCount> \"2\""))
    #expect(rdf.contains("ontology#independentSourceCount> \"1\""))
    #expect(rdf.contains("ontology#firstPrintedIn>"))
    let quads = try GraphFormat.nquads.text(graph)
    // The counts hold for all articles together and belong to no one's graph.
    let counts = quads.split(separator: "\n").filter { $0.contains("ontology#sourceCount>") }
    #expect(!counts.isEmpty)
    #expect(counts.allSatisfy { $0.hasSuffix("integer> .") })
    let graphML = try GraphFormat.graphml.text(graph)
    #expect(graphML.contains("<data key=\"edge.independentSourceCount\">1</data>"))
    #expect(graphML.contains("<data key=\"edge.sourceCount\">2</data>"))
    #expect(try GraphFormat.dot.text(graph).contains("2 articles, 1 independent source"))
    #expect(
      try GraphFormat.jsonl.text(graph).contains("\"sourceCount\":2,\"independentSourceCount\":1"))
    let sink = OutputSink.memory()
    try MarkdownReport(graph: graph).write(to: sink)
    #expect(sink.text.contains("## Articles that print the text of others"))
  }
}
