import Extraction
import Foundation
import Testing

@testable import NewsGraph

extension DiffTests {
  struct DiffInvarianceTests {
    private static let formats: [GraphFormat] = [
      .ntriples, .nquads, .turtle, .trig, .rdfxml, .graphml,
    ]

    @Test func `order, repetition, labels and formats are no differences`() throws {
      var random = RandomQuads(seed: 41, hasGraphs: false)
      var shuffler = SeededGenerator(seed: 42)
      var compared = 0
      for _ in 0..<300 {
        let quads = random.dataset()
        let changed = (quads + quads.prefix(3)).shuffled(using: &shuffler).map(Self.relabelled)
        let formats = (shuffler.pick(Self.formats), shuffler.pick(Self.formats))
        guard let old = try? DiffSample.document(quads, as: formats.0),
          let new = try? DiffSample.document(changed, as: formats.1)
        else { continue }
        let diff = try GraphComparison().compare(
          .document(old, name: "old", format: formats.0),
          .document(new, name: "new", format: formats.1))
        #expect(diff.isSame, "\(formats): \(diff.triples)")
        compared += 1
      }
      #expect(compared > 150)
    }

    @Test func `lines that are the same are passed over, and errors keep their lines`() throws {
      let lines = (0..<4000).map { "<http://e/s\($0)> <http://e/p> \"\($0)\" .\n" }
      let old = lines.joined()
      let loose = lines.reversed().map { $0.replacingOccurrences(of: " \"", with: "\t\"") }
        .joined().replacingOccurrences(of: "\n", with: " # so\r\n")
      #expect(try DiffSample.compare(old, loose, as: .ntriples).isSame)
      var changed = lines
      changed[1234] = "<http://e/s> <http://e/p> \"new\" .\n"
      let diff = try DiffSample.compare(old, changed.joined(), as: .ntriples)
      #expect(diff.triples.removed == ["<http://e/s1234> <http://e/p> \"1234\" ."])
      #expect(diff.triples.added == ["<http://e/s> <http://e/p> \"new\" ."])
      changed[2999] = "<http://e/s> nonsense\n"
      #expect { try DiffSample.compare(old, changed.joined(), as: .ntriples) } throws: { error in
        (error as? GraphReadingError)?.line == 3000
      }
    }

    @Test func `named graphs count where both versions have them`() throws {
      let old = "<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n"
      let new = "<http://e/s> <http://e/p> <http://e/o> <http://e/h> .\n"
      #expect(try !DiffSample.compare(old, new, as: .nquads).isSame)
      let plain = "<http://e/s> <http://e/p> <http://e/o> .\n"
      let diff = try GraphComparison().compare(
        .document(Array(old.utf8), name: "old", format: .nquads),
        .document(Array(plain.utf8), name: "new", format: .ntriples))
      #expect(diff.isSame && diff.notes.contains { $0.contains("named graphs") })
    }

    @Test func `a knowledge graph is the same in all formats`() throws {
      for seed in 0..<6 {
        var random = SeededGenerator(seed: UInt64(seed))
        var graph = RandomGraph.make(article: "one", using: &random)
        graph.merge(RandomGraph.make(article: "two", using: &random))
        var versions: [GraphVersion] = [.graph(graph, name: "graph")]
        for format in Self.formats + [.jsonl] {
          let text = try format.text(graph)
          versions.append(.document(Array(text.utf8), name: format.rawValue, format: format))
        }
        for old in versions {
          for new in versions {
            let diff = try GraphComparison().compare(old, new)
            #expect(diff.isSame, "\(old.name) and \(new.name): \(diff.triples)")
            if !diff.isSame { return }
          }
        }
      }
    }

    @Test(arguments: [GraphFormat.ntriples, .turtle, .rdfxml, .nquads, .jsonl])
    func `the statements that changed are the same in all formats`(format: GraphFormat) throws {
      var random = SeededGenerator(seed: 9)
      let old = RandomGraph.make(article: "one", using: &random)
      var new = RandomGraph.make(article: "two", using: &random)
      new.merge(old)
      let wanted = try #require(try DiffSample.compare(old, new).knowledge)
      let found = try #require(
        try DiffSample.compare(format.text(old), format.text(new), as: format).knowledge)
      #expect(found.statements.map(\.kinds) == wanted.statements.map(\.kinds))
      #expect(found.statements.map(\.new?.standing) == wanted.statements.map(\.new?.standing))
      #expect(found.articles.map(\.id) == wanted.articles.map(\.id))
    }

    @Test func `graphml tells entities, standings and evidence again`() throws {
      let old = DiffSample.day { sample, alma, bero, land in
        sample.state(alma, "met", bero, .denied, by: [land])
      }
      let new = DiffSample.day { sample, alma, bero, land in
        sample.state(alma, "met", bero, in: "a2")
      }
      let diff = try DiffSample.compare(
        GraphFormat.graphml.text(old), GraphFormat.graphml.text(new), as: .graphml)
      let change = try #require(diff.knowledge?.statements.first)
      #expect(change.kinds.first == .standing)
      #expect(change.old?.standing == "denied by Velmora" && change.isNewFact)
    }

    private static func relabelled(_ quad: Quad) -> Quad {
      func label(_ old: String) -> String {
        "other\(old.utf8.reduce(7) { $0 &* 257 &+ Int($1) } % 1_000_003)"
      }
      var quad = quad
      if case .blank(let old) = quad.triple.subject { quad.triple.subject = .blank(label(old)) }
      if case .blank(let old) = quad.triple.object { quad.triple.object = .blank(label(old)) }
      if case .blank(let old)? = quad.graph { quad.graph = .blank(label(old)) }
      return quad
    }
  }
}
