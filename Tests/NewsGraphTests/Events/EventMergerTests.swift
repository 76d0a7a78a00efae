import Extraction
import Testing

@testable import NewsGraph

@Suite struct EventMergerTests {
  /// One article's word on an event.
  struct Word {
    var article: String
    var noun = "talks"
    var date: String? = "2021-03-01"
    var place: String? = "Velmora"
    var participants: [String] = ["Northreach", "Ustrana"]
    var modality = Modality.asserted
    var claimants: [String] = []
  }

  private func graph(_ word: Word) -> KnowledgeGraph {
    var sample = GraphSample()
    sample.article(word.article, published: "2021-03-02")
    let event = nominal(word.noun, in: word.article, &sample)
    let place = word.place.map { sample.entity($0, .city, in: word.article) }
    let claimants = word.claimants.map { sample.entity($0, .country, in: word.article) }
    for (number, name) in word.participants.enumerated() {
      let agent = sample.entity(name, .country, in: word.article)
      sample.state(
        agent, "participatedIn", event, word.modality, by: claimants, in: word.article,
        at: TextRange(number * 50, number * 50 + 40), date: word.date, place: place)
    }
    if word.participants.isEmpty, let place {
      sample.state(
        event, "tookPlaceIn", place, word.modality, by: claimants, in: word.article,
        date: word.date)
    }
    return sample.graph
  }

  private func nominal(_ noun: String, in article: String, _ sample: inout GraphSample) -> IRI {
    let iri = GraphSample.iri("event/\(article)/\(noun.replacing(" ", with: "-"))")
    sample.add(
      EntityNode(
        iri: iri, type: .event, nameVoters: [noun: [article]],
        mentions: [article: [Mention(range: TextRange(5, 10), form: .nominal)]]))
    return iri
  }

  private func merged(_ words: [Word]) throws -> KnowledgeGraph {
    let graph = words.map(graph).reduce(into: KnowledgeGraph()) { $0.merge($1) }
    return try merged(graph)
  }

  private func merged(_ graph: KnowledgeGraph) throws -> KnowledgeGraph {
    EventMerger(ontology: try TestKnowledge.ontology(), lexicon: try TestKnowledge.lexicon())
      .merged(graph)
  }

  private func events(_ graph: KnowledgeGraph) -> [EntityNode] {
    graph.sortedEntities.filter { $0.type == .event }
  }

  // MARK: - What is one event

  @Test func `one event in two articles becomes one node with a name that says which`() throws {
    let graph = try merged([
      Word(article: "a1"), Word(article: "a2", noun: "peace talks"), Word(article: "a3"),
    ])
    let event = try #require(events(graph).first)
    #expect(events(graph).count == 1)
    #expect(event.name == "Talks in Velmora, 1 March 2021")
    #expect(event.iri.string.hasSuffix("/event/talks-velmora-2021-03-01"))
    #expect(event.articles == ["a1", "a2", "a3"])
    #expect(event.otherNames.contains("peace talks"))
  }

  @Test func `day, place, participants and sort become statements`() throws {
    let graph = try merged([Word(article: "a1"), Word(article: "a2")])
    let event = try #require(events(graph).first)
    let said = graph.sortedStatements.filter { $0.key.subject == event.iri }
    #expect(said.map(\.key.predicate).sorted() == ["eventKind", "occurredOn", "tookPlaceIn"])
    #expect(said.allSatisfy { $0.isBareFact && $0.articles == ["a1", "a2"] })
    let participants = graph.sortedStatements.filter { $0.key.object == .iri(event.iri) }
    #expect(participants.map(\.articles) == [["a1", "a2"], ["a1", "a2"]])
  }

  @Test(arguments: [
    Word(article: "a2", date: "2021-03-02"), Word(article: "a2", date: nil),
    Word(article: "a2", noun: "protest"), Word(article: "a2", place: "Bryndale"),
    Word(article: "a2", participants: ["Korvesh", "Palmyre"]),
    Word(article: "a2", participants: ["Northreach", "Palmyre"]),
    Word(article: "a2", modality: .denied), Word(article: "a2", modality: .conditional),
  ])
  func `what does not agree stays apart`(other: Word) throws {
    #expect(events(try merged([Word(article: "a1"), other])).count == 2)
  }

  @Test func `an article that says less joins the one event that it agrees with`() throws {
    let all = Word(article: "a1")
    #expect(events(try merged([all, Word(article: "a2", place: nil)])).count == 1)
    #expect(
      events(try merged([all, Word(article: "a2", participants: ["Ustrana"])])).count == 1)
    #expect(events(try merged([all, Word(article: "a2", participants: [])])).count == 1)
    #expect(
      events(try merged([all, Word(article: "a2", noun: "meeting", participants: [])])).count == 2)
  }

  @Test func `an article that names its event again without the day means the same`() throws {
    let headline = { (noun: String, place: String) -> KnowledgeGraph in
      var sample = GraphSample()
      sample.article("a1", published: "2021-03-02")
      let event = self.nominal(noun, in: "a1", &sample)
      sample.state(event, "tookPlaceIn", sample.entity(place, .city, in: "a1"), in: "a1")
      return sample.graph
    }
    for (noun, place, count) in [
      ("peace talks", "Velmora", 1), ("peace talks", "Bryndale", 2), ("protest", "Velmora", 2),
    ] {
      var graph = graph(Word(article: "a1", noun: "recent peace talks"))
      graph.merge(headline(noun, place))
      #expect(events(try merged(graph)).count == count)
    }
  }

  @Test func `what could be either of two events is neither`() throws {
    let graph = try merged([
      Word(article: "a1", participants: ["Northreach", "Ustrana"]),
      Word(article: "a2", participants: ["Northreach", "Palmyre"]),
      Word(article: "a3", participants: ["Northreach"]),
    ])
    #expect(events(graph).count == 3)
    #expect(Set(events(graph).map(\.iri)).count == 3)
  }

  @Test func `a minister counts for the state, and a town for the country around it`() throws {
    var sample = GraphSample()
    sample.article("a2", published: "2021-03-02")
    let event = nominal("talks", in: "a2", &sample)
    for (name, land) in [("Alma Vanter", "Northreach"), ("Bero Massimi", "Ustrana")] {
      let person = sample.entity(name, in: "a2")
      let state = sample.entity(land, .country, in: "a2")
      sample.state(person, "foreignMinisterOf", state, in: "a2")
      let valley = sample.entity("Valley", .region, in: "a2")
      sample.state(
        person, "participatedIn", event, in: "a2", date: "2021-03-01", place: valley)
      sample.state(sample.entity("Velmora", .city, in: "a2"), "locatedIn", valley, in: "a2")
    }
    var graph = graph(Word(article: "a1"))
    graph.merge(sample.graph)
    let events = events(try merged(graph))
    #expect(events.map(\.name) == ["Talks in Velmora, 1 March 2021"])
  }

  @Test func `one scoped name of two days becomes two events`() throws {
    var sample = GraphSample()
    for (article, date) in [("a1", "2021-03-01"), ("a2", "2021-06-01")] {
      sample.article(article)
      let iri = GraphSample.iri("event/northern-attack")
      sample.add(
        EntityNode(
          iri: iri, type: .event, nameVoters: ["Northern attack": [article]],
          mentions: [article: [Mention(range: TextRange(5, 10), form: .nominal)]]))
      let town = sample.entity("Velmora", .city, in: article)
      sample.state(iri, "tookPlaceIn", town, in: article, date: date)
    }
    let names = events(try merged(sample.graph)).map(\.name)
    #expect(
      names == [
        "Northern attack in Velmora, 1 March 2021", "Northern attack in Velmora, 1 June 2021",
      ])
  }

  @Test func `an event with a name of its own is left alone`() throws {
    var sample = GraphSample()
    sample.article("a1")
    let summit = sample.entity("Velmora Summit", .event)
    let land = sample.entity("Northreach", .country)
    sample.state(land, "participatedIn", summit, date: "2021-03-01")
    #expect(try merged(sample.graph) == sample.graph)
  }

  // MARK: - What must hold

  @Test func `what is only claimed or planned of an event stays so`() throws {
    let graph = try merged([
      Word(article: "a1", modality: .planned),
      Word(article: "a2", claimants: ["Ustrana"]),
    ])
    #expect(events(graph).count == 1)
    #expect(graph.statements.values.allSatisfy { !$0.isBareFact })
  }

  @Test(arguments: 0..<40)
  func `events do not depend on the order of the articles, and no fact is new`(seed: UInt64) throws
  {
    var random = SeededGenerator(seed: seed)
    let lands = ["Northreach", "Ustrana", "Palmyre", "Korvesh"]
    let parts = (0..<7).map { number in
      graph(
        Word(
          article: "a\(number)", noun: random.pick(["talks", "negotiations", "attack"]),
          date: random.pick(["2021-03-01", "2021-03-02", nil]),
          place: random.pick(["Velmora", "Bryndale", nil]),
          participants: lands.filter { _ in random.chance(60) },
          modality: random.pick(Modality.allCases),
          claimants: random.chance(30) ? ["Korvesh"] : []))
    }
    let whole = parts.reduce(into: KnowledgeGraph()) { $0.merge($1) }
    let shuffled = parts.shuffled(using: &random).reduce(into: KnowledgeGraph()) { $0.merge($1) }
    let result = try merged(whole)
    #expect(try merged(shuffled) == result)
    #expect(try merged(result) == result)

    // Every fact comes from a clause that an article had as a fact before.
    let before = Set(
      whole.statements.values.flatMap(\.evidence).filter(\.isBareFact).map(Clause.init))
    let after = Set(
      result.statements.values.flatMap(\.evidence).filter(\.isBareFact).map(Clause.init))
    #expect(after == before)
    var plain: Set<Triple> = []
    result.forEachDescription { description in
      guard result.entities[description.subject] != nil else { return }
      plain.formUnion(
        description.triples.filter {
          $0.predicate.string.hasPrefix(NG.namespace)
        })
    }
    #expect(plain == Set(result.statements.values.filter(\.isBareFact).map(\.triple)))
    let ends = Set(result.statements.values.flatMap(\.ends))
    #expect(ends.isSubset(of: Set(result.entities.keys)))
    #expect(result.mentionCount == whole.mentionCount)
  }

  private struct Clause: Hashable {
    var article: String
    var range: TextRange
    init(_ evidence: Evidence) {
      article = evidence.article
      range = evidence.range
    }
  }
}
