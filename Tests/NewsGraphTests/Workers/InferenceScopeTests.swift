import Extraction
import Testing

@testable import NewsGraph

@Suite struct InferenceScopeTests {
  private static let pipeline = Result { try Pipeline() }

  @Test func `completing what takes part completes the whole`() throws {
    let pipeline = try Self.pipeline.get()
    let run = WorkerRun(pipeline: pipeline)
    var seen = (rewritten: 0, conflicts: 0, untouched: 0)
    for seed in 0..<80 as Range<UInt64> {
      let graph = RandomStory(seed: seed).graph
      let completed = pipeline.completed(graph)
      let quads = try run.quads(of: fragments(of: graph))
      #expect(quads == (try WorkerRun.quads(of: completed)), "seed \(seed)")
      if completed.entities.keys != graph.entities.keys { seen.rewritten += 1 }
      if !completed.conflicts.isEmpty { seen.conflicts += 1 }
      seen.untouched += untouched(graph)
    }
    // The graphs have to be such that the question is asked at all.
    #expect(seen.rewritten > 25)
    #expect(seen.conflicts > 25)
    #expect(seen.untouched > 80)
  }

  @Test func `fragments of parts of a graph join to the same`() throws {
    let pipeline = try Self.pipeline.get()
    let run = WorkerRun(pipeline: pipeline)
    for seed in 500..<520 as Range<UInt64> {
      let graph = RandomStory(seed: seed).graph
      let parts = try graph.articles.keys.sorted().enumerated().flatMap { number, article in
        try fragments(of: graph.part(of: article), links: links(of: graph), number: number)
      }
      #expect(try run.quads(of: parts) == WorkerRun.quads(of: pipeline.completed(graph)))
    }
  }

  private func links(of graph: KnowledgeGraph) -> [IRI: String] {
    graph.entities.compactMapValues(\.link)
  }

  private func fragments(of graph: KnowledgeGraph) throws -> [String] {
    try fragments(of: graph, links: links(of: graph), number: 0)
  }

  private func fragments(of graph: KnowledgeGraph, links: [IRI: String], number: Int) throws
    -> [String]
  {
    let sink = OutputSink.memory()
    var output = WorkerOutput(sink)
    for fragment in GraphFragment.fragments(of: graph, links: links) {
      try output.write(fragment, number: Int32(number))
    }
    try output.flush()
    try sink.finish()
    return sink.text.split(separator: "\n").map(String.init)
  }

  /// The number of statements that do not take part.
  private func untouched(_ graph: KnowledgeGraph) -> Int {
    guard let ontology = try? Self.pipeline.get().ontology else { return 0 }
    var scope = InferenceScope(ontology: ontology)
    return graph.statements.values.count { !scope.takesPart($0, in: graph) }
  }
}

extension KnowledgeGraph {
  /// What one article says.
  func part(of article: String) -> KnowledgeGraph {
    var part = KnowledgeGraph()
    if let node = articles[article] { part.add(node) }
    for var entity in entities.values {
      // Names stand in every article that speaks of the entity, as in a corpus that was resolved.
      entity.nameVoters = entity.nameVoters.mapValues { $0.intersection([article]) }
      entity.mentions = entity.mentions.filter { $0.key == article }
      part.add(entity)
    }
    for var statement in statements.values {
      statement.evidence.removeAll { $0.article != article }
      if !statement.evidence.isEmpty { part.add(statement) }
    }
    return part
  }
}
