import Extraction
import Testing

@testable import NewsGraph

@Suite struct ThingResolutionTests {
  @Test(arguments: [
    ("Ministry of Foreign Affairs of Armenia", "Armenian Foreign Ministry"),
    ("Foreign Ministry of Armenia", "Armenian Foreign Ministry"),
    ("Armenia's Foreign Ministry", "the Armenian Foreign Ministry"),
    ("Harbour Lines Ltd", "Harbour Lines"), ("Harbour & Lines Inc.", "Harbour and Lines"),
    ("The Velmora Centre", "Velmora Center"),
    ("Institute for Labour Relations", "Institute for Labor Relations"),
  ])
  func `ways to name one body are one node`(first: String, second: String) throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.organization(first))
    try corpus.article("b", CorpusSample.organization(second))
    let nodes = try corpus.firsts()
    #expect(nodes[0] == nodes[1], "\(nodes)")
  }

  @Test func `ministries of two states are two`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.organization("Foreign Ministry of Armenia"))
    try corpus.article("b", CorpusSample.organization("Foreign Ministry of Georgia"))
    #expect(Set(try corpus.firsts()).count == 2)
  }

  @Test func `a ministry whose state the name does not tell is that of its article`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.organization("Foreign Ministry"))
    try corpus.article("b", CorpusSample.organization("Foreign Ministry"))
    try corpus.article("c", CorpusSample.organization("Foreign Ministry", of: "Armenia"))
    try corpus.article("d", CorpusSample.organization("Armenian Foreign Ministry"))
    let nodes = try corpus.firsts()
    #expect(Set(nodes).count == 3)
    #expect(nodes[2] == nodes[3])
  }

  @Test func `a party of one name in two countries is two`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.organization("Meadow Reform League", of: "Norway"))
    try corpus.article("b", CorpusSample.organization("Meadow Reform League", of: "Chile"))
    #expect(Set(try corpus.firsts()).count == 2)
  }

  @Test func `an acronym joins the only name that it can stand for`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.organization("Velmora Tidal Energy Board"))
    try corpus.article("b", CorpusSample.organization("VTEB"))
    #expect(Set(try corpus.firsts()).count == 1)
    try corpus.article("c", CorpusSample.organization("Vestland Timber Export Bureau"))
    #expect(Set(try corpus.firsts()).count == 3)
  }

  @Test func `an acronym that an article gives beside the name joins it`() throws {
    var corpus = CorpusSample()
    try corpus.article(
      "a", CorpusSample.organization("League for Open Harbours", aliases: ["LXH"]))
    try corpus.article("b", CorpusSample.organization("LXH"))
    #expect(Set(try corpus.firsts()) == ["organization/league-for-open-harbours"])
  }

  @Test func `a name in two classes that do not exclude each other is one node`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.organization("Harbour Watch"))
    try corpus.article("b", CorpusSample.organization("Harbour Watch"))
    try corpus.article("c", CorpusSample.Given(name: "Harbour Watch", type: .group))
    try corpus.article("d", CorpusSample.Given(name: "Harbour Watch", type: .person))
    #expect(
      try corpus.firsts()
        == [
          "organization/harbour-watch", "organization/harbour-watch", "organization/harbour-watch",
          "person/harbour-watch",
        ])
  }

  @Test func `towns of one name in two countries have their own nodes`() throws {
    let gazetteer = try CorpusSample.known().gazetteer
    let towns = gazetteer.entries(named: "Birmingham").filter { gazetteer.type(of: $0) == .city }
    try #require(towns.count > 1)
    var corpus = CorpusSample()
    try corpus.article(
      "a", CorpusSample.Given(name: "Birmingham", type: .city, entry: "Birmingham"))
    #expect(try corpus.firsts() == ["city/birmingham"])
    let minter = IRIMinter.standard
    let naming = EntityNaming(gazetteer: gazetteer, minter: minter, articles: ["a"])
    let clusters = towns.map { town in
      EntityCluster(
        types: [.city: 1], names: ["Birmingham": .init(articles: 1, firstArticle: "a")],
        entries: [town], context: EntityContext(), articles: [0], members: [])
    }
    let iris = naming.named(clusters).map(\.iri)
    #expect(Set(iris).count == towns.count)
    #expect(iris.contains(IRI(checked: minter.base + "city/birmingham")))
  }

  @Test func `residents of one article are not those of another`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.Given(name: "Group", type: .group))
    try corpus.article("b", CorpusSample.Given(name: "Group", type: .group))
    #expect(Set(try corpus.firsts()).count == 2)
  }

  @Test func `a claim that the joined class does not admit is left out`() throws {
    var corpus = CorpusSample()
    for id in ["a", "b"] {
      try corpus.article(id, CorpusSample.Given(name: "Harbour Watch", type: .facility))
    }
    // Only an organization can be a ministry.
    try corpus.article(
      "c",
      CorpusSample.Given(
        name: "Harbour Watch", type: .organization,
        offices: [(property: "ministryOf", country: "Chile")]))
    let ontology = try CorpusSample.known().ontology
    try #require(!ontology.allows("ministryOf", subject: .facility, object: .country))
    var articles = corpus.articles
    let graph = GraphBuilder(ontology: ontology)
      .graph(of: &articles, EntityNames(try corpus.resolved()))
    #expect(graph.entities.keys.contains { $0.string.hasSuffix("facility/harbour-watch") })
    #expect(graph.statements.isEmpty)
  }

  @Test(arguments: 0..<12)
  func `the order of the articles changes nothing`(seed: UInt64) throws {
    var corpus = CorpusSample()
    let names = [
      "Harbour Lines Ltd", "Harbour Lines", "HL", "League for Open Harbours", "LFOH",
      "Foreign Ministry", "Foreign Ministry of Armenia", "Armenian Foreign Ministry",
    ]
    for (index, name) in names.enumerated() {
      try corpus.article(
        "article-\(index)", CorpusSample.organization(name, of: index % 3 == 0 ? "Chile" : nil),
        CorpusSample.Given(name: "Harbour Lines", type: index % 2 == 0 ? .facility : .group))
    }
    let plain = try corpus.resolved()
    let shuffled = try corpus.resolved(shuffledBy: seed)
    #expect(shuffled.entities.map(\.iri) == plain.entities.map(\.iri))
    #expect(shuffled.entities.map(\.joins) == plain.entities.map(\.joins))
    #expect(shuffled.numbers == plain.numbers)
  }
}
