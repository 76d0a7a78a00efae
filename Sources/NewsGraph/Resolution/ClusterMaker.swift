import Extraction

/// Makes a cluster of each entity of an article, with a key that tells which are one from the start.
///
/// Entities with one name and context have one key, so that the comparisons are between names and
/// not between mentions. A key depends on nothing but its article.
struct ClusterMaker {
  /// A cluster of one entity.
  struct Keyed {
    /// What is the same for all that are one without a comparison.
    var key: String
    var cluster: EntityCluster
    /// Whether no entity of another article can have the key.
    var isOfArticle: Bool
  }

  private let knowledge: Knowledge
  private let bodies: CountryBodyReader
  // Names come again and again.
  private var personNames: [String: PersonName] = [:]
  private var bodyReadings: [String: CountryBodyReader.Reading?] = [:]
  private var words: [String: String] = [:]

  init(knowledge: Knowledge, bodies: CountryBodyReader) {
    self.knowledge = knowledge
    self.bodies = bodies
  }

  /// The clusters of an article's entities, in their order.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - number: Its place in the order of ids.
  mutating func clusters(of article: CorpusArticle, number: Int32) -> [Keyed] {
    forgetMuch()
    return article.entities.indices.map { cluster(of: $0, in: article, number) }
  }

  /// Keeps what is known of names from growing with the names.
  private mutating func forgetMuch() {
    if personNames.count > Self.nameLimit { personNames = [:] }
    if bodyReadings.count > Self.nameLimit { bodyReadings = [:] }
    if words.count > Self.nameLimit { words = [:] }
  }

  private static let nameLimit = 20_000

  private mutating func cluster(of index: Int, in article: CorpusArticle, _ number: Int32) -> Keyed
  {
    let entity = article.entities[index]
    let id = article.node.id
    var cluster = EntityCluster(
      types: [entity.type: 1],
      names: [entity.name: ResolvedEntity.NameUse(articles: 1, firstArticle: id)],
      aliases: Dictionary(entity.aliases.map { ($0, id) }) { first, _ in first },
      links: entity.link.map { [$0] } ?? [], entries: entity.entry.map { [$0] } ?? [],
      context: article.contexts[index], articles: [number],
      members: [EntityCluster.Member(article: number, entity: Int32(index))])
    var isSingleWord = false
    switch entity.type {
    case .person:
      let name = personName(entity.name)
      cluster.personNames = [name]
      isSingleWord = name.words.count < 2
      if cluster.context.genders.isEmpty, name.words.count > 1,
        let gender = knowledge.gazetteer.gender(ofGivenName: givenName(entity.name))
      {
        cluster.context.genders = [gender]
      }
    case .organization, .group:
      if entity.entry == nil { read(&cluster, entity.name, number) }
    default: break
    }
    if isNameless(entity) { cluster.soleArticle = number }
    let isOfArticle =
      (cluster.soleArticle != nil || isSingleWord) && entity.entry == nil && entity.link == nil
    return Keyed(
      key: key(cluster, entity, article: isOfArticle ? id : nil), cluster: cluster,
      isOfArticle: isOfArticle)
  }

  /// What only the words of one article tell, or not even a name: nothing to compare with others.
  private func isNameless(_ entity: Entity) -> Bool {
    entity.isArticleSpecific
      || (entity.link == nil && entity.entry == nil && entity.name == entity.type.rawValue)
  }

  private mutating func personName(_ name: String) -> PersonName {
    if let known = personNames[name] { return known }
    let made = PersonName(name, variants: knowledge.nameVariants)
    personNames[name] = made
    return made
  }

  private func givenName(_ name: String) -> String {
    String(name.prefix { $0 != " " && $0 != "-" })
  }

  /// Finds the state of a body, or sees that its name does not tell it.
  private mutating func read(_ cluster: inout EntityCluster, _ name: String, _ number: Int32) {
    let known = bodyReadings[name]
    let reading = known ?? bodies.read(name)
    if known == nil { bodyReadings[name] = .some(reading) }
    switch reading {
    case .body(let canonical, let country):
      cluster.canonicalName = canonical
      cluster.context.countries.insert(country)
    case .generic(let pattern):
      if cluster.context.countries.count == 1, let country = cluster.context.countries.first {
        cluster.canonicalName = knowledge.gazetteer.canonicalName(pattern, country: country)
      } else {
        cluster.soleArticle = number
      }
    case nil: break
    }
  }

  private mutating func words(of name: String) -> String {
    if let known = words[name] { return known }
    let made = NameFolding.plainWords(of: name).joined(separator: " ")
    words[name] = made
    return made
  }

  private mutating func key(
    _ cluster: EntityCluster, _ entity: Entity, article: String?
  ) -> String {
    if let entry = entity.entry { return "entry \(entry)" }
    if let link = entity.link { return "link \(entity.type == .person) \(link)" }
    let words = words(of: entity.name)
    let context = cluster.context
    let parts =
      if let article {
        ["only", article, entity.type.rawValue, words]
      } else {
        [entity.type.rawValue, words] + context.countries.sorted().map(String.init)
          + context.offices.sorted() + context.organizations.sorted()
          + context.genders.map(\.rawValue).sorted()
      }
    return parts.joined(separator: "\u{1F}")
  }
}

/// Clusters by their keys; those of one key become one in the order in which they come.
struct ClusterGroups {
  private(set) var clusters: [EntityCluster] = []
  private var positions: [String: Int] = [:]
  /// Whether it is kept why names were joined, which is for people.
  var keepsJoins = true

  /// The clusters with their keys, in no order that means anything.
  var keyed: some Sequence<(String, EntityCluster)> {
    positions.lazy.map { ($0.key, clusters[$0.value]) }
  }

  /// The clusters with their keys, in the order in which they came.
  var keyedInOrder: [(String, EntityCluster)] {
    positions.sorted { $0.value < $1.value }.map { ($0.key, clusters[$0.value]) }
  }

  /// Adds a cluster to those of its key.
  mutating func add(_ keyed: ClusterMaker.Keyed) {
    if let position = positions[keyed.key] {
      if keepsJoins {
        clusters[position].absorb(alike: keyed.cluster)
      } else {
        clusters[position].absorb(keyed.cluster)
        clusters[position].soleArticle = keyed.cluster.soleArticle
      }
    } else {
      positions[keyed.key] = clusters.count
      clusters.append(keyed.cluster)
    }
  }
}

extension EntityCluster {
  /// Takes in a cluster of one entity that has the same key.
  mutating func absorb(alike other: EntityCluster) {
    absorb(
      other, !other.entries.isEmpty ? .sameEntry : !other.links.isEmpty ? .sameLink : .sameName)
    soleArticle = other.soleArticle
  }
}
