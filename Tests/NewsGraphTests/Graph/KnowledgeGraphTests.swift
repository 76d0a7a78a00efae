import Extraction
import Testing

@testable import NewsGraph

@Suite struct KnowledgeGraphTests {
  @Test(arguments: 0..<60)
  func `merging does not depend on grouping or order`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = (0..<6).map { RandomGraph.make(article: "article-\($0)", using: &random) }
    let whole = parts.reduce(into: KnowledgeGraph()) { $0.merge($1) }

    let shuffled = parts.shuffled(using: &random)
    #expect(shuffled.reduce(into: KnowledgeGraph()) { $0.merge($1) } == whole)

    var left = parts[0]
    left.merge(parts[1])
    left.merge(parts[2])
    var right = parts[3]
    right.merge(parts[4])
    right.merge(parts[5])
    right.merge(left)
    #expect(right == whole)
  }

  @Test(arguments: 0..<20)
  func `merging a graph with itself changes nothing`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = RandomGraph.make(article: "a", using: &random)
    var twice = graph
    twice.merge(graph)
    #expect(twice == graph)
  }

  @Test func `the name to show is the one most articles use`() {
    var node = EntityNode(
      iri: IRI(checked: "https://e/person/sergey-lavrov"), type: .person,
      nameVoters: ["Sergei Lavrov": ["a"]])
    node.merge(
      EntityNode(iri: node.iri, type: .person, nameVoters: ["Sergey Lavrov": ["b", "c"]]))
    #expect(node.name == "Sergey Lavrov")
    #expect(node.otherNames == ["Sergei Lavrov"])
  }

  @Test func `two links contradict each other and none is shown`() {
    var node = EntityNode(
      iri: IRI(checked: "https://e/place/georgia"), type: .place, nameVoters: ["Georgia": ["a"]],
      links: ["Q230"])
    #expect(node.link == "Q230")
    node.merge(
      EntityNode(iri: node.iri, type: .place, nameVoters: ["Georgia": ["b"]], links: ["Q1428"]))
    #expect(node.link == nil)
  }

  @Test(arguments: 0..<40)
  func `a plain triple is written exactly for bare facts`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var graph = KnowledgeGraph()
    for index in 0..<4 {
      graph.merge(RandomGraph.make(article: "article-\(index)", using: &random))
    }
    var plain: Set<Triple> = []
    graph.forEachDescription { description in
      for triple in description.triples where RandomGraph.predicateIRIs.contains(triple.predicate) {
        plain.insert(triple)
      }
    }
    let bare = graph.statements.values.filter { statement in
      statement.evidence.contains { $0.modality == .asserted && $0.attributedTo.isEmpty }
    }
    #expect(plain == Set(bare.map(\.triple)))

    var quads: Set<Triple> = []
    graph.forEachQuad { quad in
      if RandomGraph.predicateIRIs.contains(quad.triple.predicate) { quads.insert(quad.triple) }
    }
    #expect(quads == plain)
  }

  @Test func `what only a claimant asserts is shown as alleged`() {
    let claimant = IRI(checked: "https://e/person/x")
    let statement = RandomGraph.statement(evidence: [
      RandomGraph.evidence(modality: .asserted, attributedTo: [claimant])
    ])
    #expect(!statement.isBareFact)
    #expect(statement.standing == .alleged)
  }

  @Test func `a denial against an assertion is a dispute`() {
    let denial = RandomGraph.evidence(modality: .denied, attributedTo: [])
    let assertion = RandomGraph.evidence(modality: .asserted, attributedTo: [])
    #expect(RandomGraph.statement(evidence: [denial, assertion]).isDisputed)
    #expect(!RandomGraph.statement(evidence: [denial]).isDisputed)
  }
}
