import Extraction

/// Decides which entities of a corpus's articles are one, and what each node is called.
///
/// The result depends on the articles alone: not on their order, nor on how they came.
struct CorpusResolver: Sendable {
  private let knowledge: Knowledge
  private let minter: IRIMinter
  private let bodies: CountryBodyReader
  private let comparison: PersonComparison

  /// Makes a resolver.
  init(knowledge: Knowledge, minter: IRIMinter = .standard) {
    self.knowledge = knowledge
    self.minter = minter
    bodies = CountryBodyReader(gazetteer: knowledge.gazetteer)
    comparison = PersonComparison(
      variants: knowledge.nameVariants, gazetteer: knowledge.gazetteer)
  }

  /// What an article says of its entities that tells them from their namesakes.
  func contexts(of entities: [Entity], claims: [Claim]) -> [EntityContext] {
    ContextReader(ontology: knowledge.ontology, gazetteer: knowledge.gazetteer)
      .contexts(of: entities, claims: claims)
  }

  /// Joins the entities of articles, which are in the order of their ids.
  func resolve(_ articles: [CorpusArticle]) -> CorpusResolution {
    var grouping = Grouping()
    for (number, article) in articles.enumerated() {
      for (index, entity) in article.entities.enumerated() {
        add(
          entity, article.contexts[index], article.node.id, Int32(number), Int32(index),
          to: &grouping)
      }
    }
    var persons = PersonResolver(comparison: comparison)
    persons.resolve(grouping.clusters.filter { $0.type == .person && $0.soleArticle == nil })
    var things = NamedThingResolver(variants: knowledge.nameVariants)
    things.resolve(grouping.clusters.filter { $0.type != .person && $0.soleArticle == nil })
    let alone = grouping.clusters.filter { $0.soleArticle != nil }
    let naming = EntityNaming(
      gazetteer: knowledge.gazetteer, minter: minter, articles: articles.map(\.node.id))
    let named = naming.named(persons.clusters + things.resolved + alone)
    return CorpusResolution(named, articles: articles, comparison: comparison, naming: naming)
  }

  // MARK: - The first groups

  /// Entities with one name and context are one cluster from the start, so that the comparisons
  /// are between names and not between mentions.
  private struct Grouping {
    var clusters: [EntityCluster] = []
    var positions: [String: Int] = [:]
    var personNames: [String: PersonName] = [:]
    var bodyReadings: [String: CountryBodyReader.Reading?] = [:]
  }

  private func add(
    _ entity: Entity, _ context: EntityContext, _ article: String, _ number: Int32, _ index: Int32,
    to grouping: inout Grouping
  ) {
    var cluster = EntityCluster(
      types: [entity.type: 1],
      names: [entity.name: ResolvedEntity.NameUse(articles: 1, firstArticle: article)],
      aliases: Dictionary(entity.aliases.map { ($0, article) }) { first, _ in first },
      links: entity.link.map { [$0] } ?? [], entries: entity.entry.map { [$0] } ?? [],
      context: context, articles: [number],
      members: [EntityCluster.Member(article: number, entity: index)])
    var isSingleWord = false
    switch entity.type {
    case .person:
      let name = personName(entity.name, &grouping)
      cluster.personNames = [name]
      isSingleWord = name.words.count < 2
      if cluster.context.genders.isEmpty, name.words.count > 1,
        let gender = knowledge.gazetteer.gender(ofGivenName: givenName(entity.name))
      {
        cluster.context.genders = [gender]
      }
    case .organization, .group:
      if entity.entry == nil { read(&cluster, entity.name, number, &grouping) }
    default: break
    }
    if isNameless(entity) { cluster.soleArticle = number }
    let key = groupingKey(cluster, entity, isSingleWord: isSingleWord)
    if let position = grouping.positions[key] {
      let reason: MergeReason =
        entity.entry != nil ? .sameEntry : entity.link != nil ? .sameLink : .sameName
      grouping.clusters[position].absorb(cluster, reason)
      grouping.clusters[position].soleArticle = cluster.soleArticle
    } else {
      grouping.positions[key] = grouping.clusters.count
      grouping.clusters.append(cluster)
    }
  }

  /// What only the words of one article tell, or not even a name: nothing to compare with others.
  private func isNameless(_ entity: Entity) -> Bool {
    entity.isArticleSpecific
      || (entity.link == nil && entity.entry == nil && entity.name == entity.type.rawValue)
  }

  private func personName(_ name: String, _ grouping: inout Grouping) -> PersonName {
    if let known = grouping.personNames[name] { return known }
    let made = PersonName(name, variants: knowledge.nameVariants)
    grouping.personNames[name] = made
    return made
  }

  private func givenName(_ name: String) -> String {
    String(name.prefix { $0 != " " && $0 != "-" })
  }

  /// Finds the state of a body, or sees that its name does not tell it.
  private func read(
    _ cluster: inout EntityCluster, _ name: String, _ number: Int32, _ grouping: inout Grouping
  ) {
    let known = grouping.bodyReadings[name]
    let reading = known ?? bodies.read(name)
    if known == nil { grouping.bodyReadings[name] = .some(reading) }
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

  private func groupingKey(_ cluster: EntityCluster, _ entity: Entity, isSingleWord: Bool) -> String
  {
    if let entry = entity.entry { return "entry \(entry)" }
    if let link = entity.link { return "link \(entity.type == .person) \(link)" }
    if let article = cluster.soleArticle ?? (isSingleWord ? cluster.articles.first : nil) {
      let words = NameFolding.plainWords(of: entity.name).joined(separator: " ")
      return "\(article) \(entity.type.rawValue) \(words)"
    }
    let context = cluster.context
    let parts =
      [entity.type.rawValue, NameFolding.plainWords(of: entity.name).joined(separator: " ")]
      + context.countries.sorted().map(String.init) + context.offices.sorted()
      + context.organizations.sorted() + context.genders.map(\.rawValue).sorted()
    return parts.joined(separator: "\u{1F}")
  }
}
