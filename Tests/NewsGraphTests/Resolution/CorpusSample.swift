import Extraction

@testable import NewsGraph

/// Corpora made of entities and claims, without texts, for tests of what is joined.
struct CorpusSample {
  private static let loaded = Result { try Knowledge.load(folder: OntologyFolder.find()) }

  /// The tables of this project.
  static func known() throws -> Knowledge { try loaded.get() }

  private(set) var articles: [CorpusArticle] = []

  /// An entity of an article, with the offices that the article gives it.
  struct Given {
    var name: String
    var type = EntityType.person
    var link: String?
    var entry: String?
    var aliases: [String] = []
    /// Properties and the names of countries.
    var offices: [(property: String, country: String)] = []
  }

  static func person(_ name: String, _ offices: (String, String)...) -> Given {
    Given(name: name, offices: offices.map { (property: $0.0, country: $0.1) })
  }

  static func organization(_ name: String, aliases: [String] = [], of country: String? = nil)
    -> Given
  {
    Given(
      name: name, type: .organization, aliases: aliases,
      offices: country.map { [(property: "agencyOf", country: $0)] } ?? [])
  }

  /// Adds an article with entities.
  mutating func article(_ id: String, _ given: Given...) throws { try add(id, given) }

  /// Adds an article with entities.
  mutating func add(_ id: String, _ given: [Given]) throws {
    let gazetteer = try Self.known().gazetteer
    var entities: [Entity] = []
    var claims: [Claim] = []
    for item in given {
      let subject = entities.count
      let begin = subject * 10
      entities.append(
        Entity(
          name: item.name, type: item.type, aliases: item.aliases, link: item.link,
          entry: item.entry.flatMap { gazetteer.entries(named: $0).first },
          mentions: [Mention(range: TextRange(begin, begin + 5), form: .name)]))
      for office in item.offices {
        let entry = gazetteer.entries(named: office.country).first
        let country = entities.firstIndex { $0.name == office.country } ?? entities.count
        if country == entities.count {
          entities.append(
            Entity(
              name: office.country, type: entry.map(gazetteer.type(of:)) ?? .country,
              link: entry.flatMap { gazetteer[$0].link }, entry: entry))
        }
        claims.append(
          Claim(
            subject: subject, predicate: office.property, object: .entity(country),
            range: TextRange(begin, begin + 5), sentenceRange: TextRange(begin, begin + 9),
            confidence: 0.9, rule: "test"))
      }
    }
    let article = Article(id: id, text: ArticleText(""))
    articles.append(
      CorpusArticle(
        node: GraphBuilder(ontology: try Self.known().ontology).node(of: article),
        entities: entities, claims: claims,
        contexts: CorpusResolver(knowledge: try Self.known())
          .contexts(of: entities, claims: claims),
        wording: ArticleWording(article)))
  }

  /// What becomes of the articles, in whatever order they stand.
  func resolved(shuffledBy seed: UInt64? = nil) throws -> CorpusResolution {
    var articles = articles
    if let seed {
      var random = SeededGenerator(seed: seed)
      articles.shuffle(using: &random)
    }
    articles.sort { $0.node.id < $1.node.id }
    return CorpusResolver(knowledge: try Self.known()).resolve(articles)
  }

  /// The IRIs, without what all begin with, of the first entity of each article by its id.
  func firsts() throws -> [String] {
    let sorted = CorpusSample(articles: articles.sorted { $0.node.id < $1.node.id })
    let resolution = try sorted.resolved()
    return resolution.numbers.map { numbers in
      String(
        resolution.entities[Int(numbers[0])].iri.string
          .dropFirst(IRIMinter.defaultBase.count))
    }
  }

  init() {}

  private init(articles: [CorpusArticle]) { self.articles = articles }
}
