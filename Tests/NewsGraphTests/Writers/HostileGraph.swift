import Extraction

@testable import NewsGraph

/// Graphs in which every text that comes from an article is hostile.
enum HostileGraph {
  /// A graph with an entity for each text, all in statements with each other.
  static func make(_ texts: [String]) -> KnowledgeGraph {
    var sample = GraphSample()
    for (number, text) in texts.enumerated() {
      sample.article("report \(text)", title: text, publisher: text, iri: article(number))
    }
    let entities = texts.enumerated().map { number, text in
      sample.entity(
        text, EntityType.allCases[number % EntityType.allCases.count],
        iri: GraphSample.iri("thing/\(number)"), aliases: [text + "!", "|" + text],
        in: "report \(text)")
    }
    for (number, text) in texts.enumerated() {
      let next = entities[(number + 1) % entities.count]
      sample.state(
        entities[number], "met", next, Modality.allCases[number % 5], by: [next],
        in: "report \(text)", date: "2021-03-01", place: next)
      sample.state(
        entities[number], "stated", .literal(Literal(text)), in: "report \(text)")
    }
    return sample.graph
  }

  private static func article(_ number: Int) -> IRI { GraphSample.iri("article/\(number)") }
}
