import Extraction
import Testing

@testable import NewsGraph

extension DiffTests {
  struct KnowledgeDiffTests {
    @Test func `denied yesterday and asserted today comes first`() throws {
      let old = DiffSample.day { sample, alma, bero, land in
        sample.state(alma, "met", bero, .denied, by: [land])
        sample.state(alma, "backs", land)
      }
      let new = DiffSample.day { sample, alma, bero, land in
        sample.state(alma, "met", bero, .denied, by: [land])
        sample.state(alma, "backs", land)
        sample.state(alma, "met", bero, in: "a2")
        sample.state(bero, "accused", alma, in: "a2")
      }
      let diff = try DiffSample.compare(old, new)
      let changes = try #require(diff.knowledge).statements
      #expect(changes.map(\.kinds) == [[.standing, .gainedEvidence], [.appeared]])
      #expect(changes[0].old?.standing == "denied by Velmora")
      #expect(changes[0].new?.standing.hasPrefix("stated as fact") == true)
      #expect(changes[0].isNewFact && changes[1].isNewFact)
      let text = try DiffSample.text(diff, .text)
      let lines = text.split(separator: "\n").map(String.init)
      let standing = try #require(lines.firstIndex { $0.contains("denied by Velmora before") })
      let added = try #require(lines.firstIndex { $0.contains("New: Bero Massimi accused") })
      #expect(standing < added)
      #expect(text.contains("1 with another standing, 2 newly stated as fact"))
    }

    @Test func `what only a claimant says is no new fact`() throws {
      let old = DiffSample.day { _, _, _, _ in }
      let new = DiffSample.day { sample, alma, bero, land in
        sample.state(alma, "met", bero, by: [land])
      }
      let change = try #require(try DiffSample.compare(old, new).knowledge?.statements.first)
      #expect(!change.isNewFact && change.new?.standing == "claimed by Velmora")
    }

    @Test func `conflicts come up and are settled`() throws {
      let calm = DiffSample.day { sample, alma, bero, land in
        sample.state(alma, "headOfStateOf", land)
        sample.state(bero, "headOfStateOf", land, .alleged, in: "a2")
      }
      var torn = calm
      let sides = torn.sortedStatements.map {
        Conflict.Side(statement: $0.key, claim: $0.evidence[0].iri)
      }
      torn.conflicts = [
        Conflict(
          kind: .rivalSubjects, grade: .conflicts, property: "headOfStateOf",
          node: GraphSample.iri("country/velmora"), first: sides[0], second: sides[1])
      ]
      let came = try #require(try DiffSample.compare(calm, torn).knowledge)
      #expect(came.conflicts.map(\.isNew) == [true] && came.statements.isEmpty)
      #expect(came.conflicts[0].sides.count == 2)
      let settled = try DiffSample.compare(torn, calm)
      #expect(settled.knowledge?.conflicts.map(\.isNew) == [false])
      #expect(try DiffSample.text(settled, .text).contains("No more conflict over head of state"))
    }

    @Test func `evidence is gained and lost, and passages that move are no news`() throws {
      let old = DiffSample.day { sample, alma, bero, _ in
        sample.state(alma, "met", bero, in: "a1")
        sample.state(bero, "accused", alma, in: "a1")
        sample.state(bero, "backs", alma, in: "a1", at: TextRange(10, 20))
      }
      let new = DiffSample.day { sample, alma, bero, _ in
        sample.state(alma, "met", bero, in: "a1")
        sample.state(alma, "met", bero, in: "a2")
        sample.state(bero, "accused", alma, in: "a3")
        sample.state(bero, "backs", alma, in: "a1", at: TextRange(15, 25))
      }
      let changes = try #require(try DiffSample.compare(old, new).knowledge).statements
      let kinds = Dictionary(
        uniqueKeysWithValues: changes.compactMap { change in
          change.new.map { ($0.statement.key.predicate, change.kinds) }
        })
      #expect(kinds["met"] == [.gainedEvidence])
      #expect(kinds["accused"] == [.gainedEvidence, .lostEvidence])
      #expect(kinds["backs"] == [.otherEvidence])
    }

    @Test func `an entity with another name takes its statements along`() throws {
      let old = DiffSample.day { sample, alma, bero, _ in sample.state(alma, "met", bero) }
      var sample = GraphSample()
      for id in ["a1", "a2", "a3"] { sample.article(id, title: "Day of \(id)") }
      let alma = sample.entity("Alma Vanter-Okoruma", link: "Q1")
      let bero = sample.entity("Bero Massimi")
      _ = sample.entity("Velmora", .country)
      sample.state(alma, "met", bero)
      let changes = try #require(try DiffSample.compare(old, sample.graph).knowledge)
      #expect(changes.entities.map(\.kinds) == [[.renamed]])
      #expect(changes.statements.isEmpty)
    }

    @Test func `entities merge, split and change class`() throws {
      func graph(_ build: (inout GraphSample) -> Void) -> KnowledgeGraph {
        var sample = GraphSample()
        sample.article("a1")
        build(&sample)
        return sample.graph
      }
      let apart = graph { sample in
        _ = sample.entity("Cira Aruna")
        _ = sample.entity("C. Aruna")
      }
      let joined = graph { _ = $0.entity("Cira Aruna", aliases: ["C. Aruna"]) }
      let merged = try #require(try DiffSample.compare(apart, joined).knowledge?.entities)
      #expect(merged.map(\.kinds) == [[.merged]])
      #expect(Set(merged[0].old.map(\.name)) == ["Cira Aruna", "C. Aruna"])
      let split = try #require(try DiffSample.compare(joined, apart).knowledge?.entities)
      #expect(split.map(\.kinds) == [[.split]])

      let bank = graph { _ = $0.entity("Northreach", .organization) }
      let city = graph { _ = $0.entity("Northreach", .city) }
      let retyped = try #require(try DiffSample.compare(bank, city).knowledge?.entities)
      #expect(retyped.map(\.kinds) == [[.retyped]])

      let linked = graph { _ = $0.entity("Northreach", .city, link: "Q7") }
      #expect(
        try DiffSample.compare(city, linked).knowledge?.entities.map(\.kinds) == [[.relinked]])
      let other = graph { _ = $0.entity("Elke Tereshko") }
      let unrelated = try #require(try DiffSample.compare(city, other).knowledge?.entities)
      #expect(unrelated.map(\.kinds) == [[.appeared], [.gone]])
    }

    @Test func `articles come, go and change`() throws {
      var old = GraphSample()
      old.article("a1", title: "One")
      old.article("a2", title: "Two")
      var new = GraphSample()
      new.article("a1", title: "One, corrected")
      new.article("a3", title: "Three")
      let counts = try DiffSample.compare(old.graph, new.graph).counts
      #expect(counts.articles == (added: 1, removed: 1, changed: 1))
    }

    @Test func `a focus leaves what is about one entity`() throws {
      let old = DiffSample.day { _, _, _, _ in }
      let new = DiffSample.day { sample, alma, bero, land in
        sample.state(alma, "met", bero)
        sample.state(bero, "accused", alma, by: [land])
        sample.state(bero, "stated", .literal(Literal("Not so.")))
      }
      let diff = try DiffSample.compare(old, new)
      let alma = try diff.focused(on: "alma vanter")
      #expect(alma.knowledge?.statements.count == 2 && alma.focus == "Alma Vanter")
      #expect(!alma.triples.isEmpty && alma.triples.added.count < diff.triples.added.count)
      #expect(try diff.focused(on: "Velmora").knowledge?.statements.count == 1)
      #expect(throws: GraphDiffError.self) { try diff.focused(on: "Nobody of that name") }
    }
  }
}
