import Extraction
import Testing

@testable import NewsGraph

/// Entities of random articles are joined on disk as they are in memory.
@Suite struct StoredResolutionTests {
  private static let given = [
    "Ana", "Anna", "Bill", "William", "Xi", "Jinping", "John", "J.", "Jon",
  ]
  private static let surnames = [
    "Rojas", "Pashinyan", "Pashinian", "Smith", "Smyth", "Li", "Wei", "Kim", "de la Cruz", "Berg",
  ]
  private static let organizations = [
    "Velmora Tidal Energy Board", "VTEB", "Vestland Timber Export Bureau", "Harbour Lines Ltd",
    "Harbour Lines", "Harbor Lines", "League for Open Harbours", "LOH", "LXH", "Foreign Ministry",
    "Foreign Ministry of Armenia", "Armenian Foreign Ministry", "Meadow Reform League", "MRL",
    "Meadow Rail Line", "Lodge of Harpists",
  ]
  private static let countries = ["Armenia", "Norway", "Chile"]

  private func person(_ random: inout SeededGenerator) -> CorpusSample.Given {
    let surname = Self.surnames.randomElement(using: &random) ?? ""
    let first = Self.given.randomElement(using: &random) ?? ""
    let name =
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1: surname
      case 2: "\(surname) \(first)"
      case 3: "\(first) K. \(surname)"
      case 4: "\(first) \(surname) \(Self.surnames.randomElement(using: &random) ?? "")"
      default: "\(first) \(surname)"
      }
    var person = CorpusSample.Given(name: name)
    if Int.random(in: 0..<3, using: &random) == 0 {
      person.offices = [
        (
          property: ["presidentOf", "citizenOf"].randomElement(using: &random) ?? "",
          country: Self.countries.randomElement(using: &random) ?? ""
        )
      ]
    }
    if Int.random(in: 0..<12, using: &random) == 0 {
      person.link = "Q\(Int.random(in: 900..<903, using: &random))"
    }
    return person
  }

  private func thing(_ random: inout SeededGenerator) -> CorpusSample.Given {
    let name = Self.organizations.randomElement(using: &random) ?? ""
    var thing = CorpusSample.Given(
      name: name,
      type: [.organization, .organization, .group, .facility, .event].randomElement(using: &random)
        ?? .thing)
    if Int.random(in: 0..<4, using: &random) == 0 {
      thing.aliases = [Self.organizations.randomElement(using: &random) ?? ""]
    }
    if Int.random(in: 0..<5, using: &random) == 0 {
      thing.offices = [
        (property: "agencyOf", country: Self.countries.randomElement(using: &random) ?? "")
      ]
    }
    if Int.random(in: 0..<12, using: &random) == 0 { thing.link = "Q77" }
    return thing
  }

  private func corpus(_ seed: UInt64) throws -> CorpusSample {
    var random = SeededGenerator(seed: seed)
    var corpus = CorpusSample()
    for number in 0..<Int.random(in: 2..<40, using: &random) {
      var given: [CorpusSample.Given] = []
      for _ in 0..<Int.random(in: 0..<5, using: &random) {
        given.append(
          Bool.random(using: &random) ? person(&random) : thing(&random))
      }
      try corpus.add("a\(100 + number)", given)
    }
    return corpus
  }

  private func stored(
    _ corpus: CorpusSample, memory: Int
  ) throws -> (entities: [String], names: [[String]]) {
    let storage = TemporaryStorage(memory: memory)
    let resolver = CorpusResolver(knowledge: try CorpusSample.known())
    let resolution = StoredResolution(resolver, in: storage)
    for article in corpus.articles { try resolution.add(article) }
    let named = try resolution.named()
    let names = StoredNames(storage)
    var entities: [String] = []
    while let entity = try named.next() {
      entities.append(description(ResolvedName(entity), entity.cluster))
      try names.add(entity)
    }
    try names.finish(entityCounts: corpus.articles.map(\.entities.count))
    return (
      entities,
      try corpus.articles.indices.map { try names.names(of: $0).map(\.iri.string) }
    )
  }

  private func description(_ name: ResolvedName, _ cluster: EntityCluster) -> String {
    """
    \(name.iri) \(name.name) \(name.type) \(name.link ?? "-") \
    \(cluster.names.keys.sorted()) \(cluster.aliases.keys.sorted()) \(cluster.articles.sorted())
    """
  }

  @Test func `the same entities under the same names however little memory there is`() throws {
    var joined = 0
    for seed in 0..<150 as Range<UInt64> {
      let corpus = try corpus(seed)
      let expected = try stored(corpus, memory: TemporaryStorage.standardMemory)
      let resolution = try corpus.resolved()
      #expect(expected.entities.count == resolution.entities.count)
      for (numbers, names) in zip(resolution.numbers, expected.names) {
        #expect(numbers.map { resolution.entities[Int($0)].iri.string } == names)
      }
      joined += corpus.articles.reduce(0) { $0 + $1.entities.count } - expected.entities.count
      for memory in [1, 4000] {
        let found = try stored(corpus, memory: memory)
        #expect(found.entities == expected.entities, "seed \(seed), \(memory) bytes")
        #expect(found.names == expected.names, "seed \(seed), \(memory) bytes")
      }
    }
    #expect(joined > 1000)
  }

  @Test func `what is joined by name is on disk once it is more than fits into memory`() throws {
    let corpus = try corpus(7)
    var maker = CorpusResolver(knowledge: try CorpusSample.known()).clusterMaker
    let groups = StoredClusterGroups(TemporaryStorage(memory: 1))
    for (number, article) in corpus.articles.enumerated() {
      for keyed in maker.clusters(of: article, number: Int32(number)) { try groups.add(keyed) }
    }
    #expect(groups.takeAll() == nil)
  }
}
