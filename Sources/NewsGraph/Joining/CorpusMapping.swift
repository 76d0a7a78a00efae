import Crypto
import Extraction

/// What the entities and events of all articles of a corpus are in its graph, and which articles are
/// copies: what can change in an article's part of the graph though the article stays the same.
///
/// It is made of the traces of the articles, which come in the order of their ids: `add(names:wording:)`
/// of all, `resolve`, `add(roles:)` of all, `findEvents`.
package final class CorpusMapping {
  /// An event that several articles tell of, or that is named by its place and day.
  struct EventNode {
    var cluster: EventCluster
    var iri: IRI
  }

  private let pipeline: Pipeline
  private let storage: TemporaryStorage
  /// The articles.
  let articles: ArticleDirectory
  private(set) var marker = CopyMarker(table: CopyTable(articleCount: 0), ids: [])
  private(set) var eventNodes: [EventNode] = []
  /// The names of the new nodes of events.
  private(set) var madeNames: [IRI: [Int]] = [:]
  /// Whether each name means one entity: if not, only the whole can be joined.
  package private(set) var isUnambiguous = true

  private var resolution: StoredResolution?
  private var entityCounts: [Int32] = []
  private let copyFinder: StoredCopyFinder
  private var names: MappedNames
  /// The entities without their mentions, events before they became other nodes.
  private let entities: EntityDirectory
  private var finder: EventFinder?
  /// Hashes of what became of the entities, article by article, and where those of each end.
  private let digests: SpillFile
  private let digestEnds: StoredNumbers
  /// The numbers in `eventNodes` of the events of an article that became other nodes.
  private var eventsByArticle: [Int: [Int]] = [:]
  /// The events of which nothing is left under their old names.
  private var gone: Set<IRI> = []
  private var copyTable = CopyTable(articleCount: 0)

  /// Makes a mapping of nothing.
  package init(_ pipeline: Pipeline, in storage: TemporaryStorage) {
    self.pipeline = pipeline
    self.storage = storage
    resolution = StoredResolution(pipeline.resolver, in: storage)
    copyFinder = StoredCopyFinder(storage)
    articles = ArticleDirectory(pipeline.builder.minter, storage)
    names = MappedNames(base: pipeline.builder.minter.base, entityCounts: [], storage)
    var small = storage
    small.memory = max(1, storage.memory / 8)
    entities = EntityDirectory(small)
    digests = SpillFile(small)
    digestEnds = StoredNumbers(small)
  }

  /// The ids of the articles, sorted.
  package var ids: PackedTexts { articles.ids }

  /// The number of the article with an id.
  package func number(of article: String) -> Int? { articles.number(of: article) }

  /// Adds the names and the wording of the next article.
  package func add(names: [UInt8], wording: [UInt8]) throws {
    let article = try JoiningTraces.article(names)
    try resolution?.add(article)
    entityCounts.append(Int32(article.entities.count))
    try articles.add(article.node)
    try copyFinder.add(JoiningTraces.wording(wording))
  }

  /// Tells which entities are one, and which articles are copies.
  package func resolve() throws {
    try nameEntities()
    copyTable = try copyFinder.find()
    marker = KnownCopies(copyTable, ids: ids).marker
    finder = EventFinder(pipeline)
  }

  private func nameEntities() throws {
    names = MappedNames(
      base: pipeline.builder.minter.base, entityCounts: entityCounts, storage)
    entityCounts = []
    let named = try resolution?.named()
    // What it has in memory is free before the copies are looked for.
    resolution = nil
    var last: IRI?
    while let entity = try named?.next() {
      if entity.iri == last { isUnambiguous = false }
      last = entity.iri
      try names.add(entity)
      let cluster = entity.cluster
      try entities.add(
        reference: EntityNode(
          iri: entity.iri, type: cluster.type, nameVoters: [entity.name: []],
          aliases: Set(cluster.names.keys).union(cluster.aliases.keys).subtracting([entity.name]),
          links: cluster.links))
    }
    try names.finish()
  }

  /// Adds what the next article says of events, places and offices.
  package func add(roles: [UInt8]) throws {
    var decoder = RecordDecoder(roles)
    let traces = try RoleTraces(from: &decoder)
    let number = digestEnds.count
    let count = names.entityCount(of: number)
    guard traces.types.count == count else { throw decoder.error("traces of \(count) entities") }
    let found = try names.entries(of: number)
    finder?.add(traces, of: ids[number], found.entries)
    try digestEnds.append(digests.append(found.digests).upperBound)
  }

  /// Tells which events are one.
  package func findEvents() throws {
    let nodes = finder?.nodes() ?? []
    finder = nil
    var replaced: [IRI: Int] = [:]
    for (number, node) in nodes.enumerated() {
      eventNodes.append(EventNode(cluster: node.0, iri: node.1))
      if try names.contains(node.1) { isUnambiguous = false }
      madeNames[node.1, default: []].append(number)
      for member in node.0.members {
        guard let article = self.number(of: member.article) else { continue }
        eventsByArticle[article, default: []].append(number)
        replaced[member.node, default: 0] += 1
      }
    }
    for article in eventsByArticle.keys {
      eventsByArticle[article] = Set(eventsByArticle[article] ?? []).sorted()
    }
    for (iri, count) in replaced where try count >= names.articleCount(of: iri) {
      gone.insert(iri)
    }
  }

  // MARK: - Articles

  /// What became of an article's entities and events, as a hash; what is the same has the same part in
  /// the graph.
  package func digest(of article: Int) throws -> [UInt8] {
    var hash = SHA256()
    let begin = article == 0 ? 0 : try digestEnds[article - 1]
    hash.update(data: try digests.read(begin..<digestEnds[article]))
    for number in eventsByArticle[article] ?? [] {
      let event = eventNodes[number]
      let cluster = lastCluster(of: event.iri) ?? event.cluster
      hash.update(
        data: TextDigest.bytes([
          event.iri.string, cluster.name, cluster.noun.kind, cluster.day?.description ?? "",
        ]))
      for member in event.cluster.members where member.article == ids[article] {
        hash.update(data: TextDigest.bytes([member.node.string]))
      }
    }
    return Array(hash.finalize().prefix(16))
  }

  /// Which texts an article has in common with others, as a hash; empty where it has none.
  package func copyDigest(of article: Int) -> [UInt8] {
    let story = copyTable.story(of: article)
    let passages = copyTable.passages[article] ?? []
    if story == article, passages.isEmpty { return [] }
    return TextDigest.bytes(
      [ids[story]]
        + passages.flatMap { ["\($0.range.begin)", "\($0.range.end)", ids[$0.other]] })
  }

  /// What `EventMerger.rewritten` has to know of the events of an article that became other nodes.
  func events(in article: Int) -> [(EventCluster, IRI)] {
    let names = Set((eventsByArticle[article] ?? []).map { eventNodes[$0].iri })
    let numbers = names.flatMap { madeNames[$0] ?? [] }.sorted()
    return numbers.map { (eventNodes[$0].cluster, eventNodes[$0].iri) }
  }

  /// The events that tell what a new node is called: where several have one name, it is the last.
  private func lastCluster(of iri: IRI) -> EventCluster? {
    madeNames[iri]?.last.map { eventNodes[$0].cluster }
  }

  /// Whether an article has an event that became another node, while other articles may name it, too.
  package func hasSharedEvents(_ article: Int) throws -> Bool {
    try !sharedEvents(in: article).isEmpty
  }

  /// The events of an article that became other nodes, as far as other articles may name them, too.
  func sharedEvents(in article: Int) throws -> Set<IRI> {
    var found: Set<IRI> = []
    for event in eventsByArticle[article] ?? [] {
      for member in eventNodes[event].cluster.members where member.article == ids[article] {
        if try names.isShared(member.node) { found.insert(member.node) }
      }
    }
    return found
  }

  /// The graph of an article, in which each event is still that of the article.
  func graph(of record: ReadingRecord, _ article: Int) throws -> KnowledgeGraph {
    var content = record.content
    pipeline.filter(&content.claims)
    var graph = KnowledgeGraph()
    pipeline.builder.add(content, try names[article].map(\.name), to: &graph)
    return graph
  }

  /// The statements of that graph on events which became other nodes, while the statements may be of
  /// other articles, too.
  func moving(_ graph: KnowledgeGraph, _ article: Int) throws -> [GraphPieceKey] {
    let shared = try sharedEvents(in: article)
    if shared.isEmpty { return [] }
    return graph.statements.values.filter { $0.ends.contains(where: shared.contains) }
      .map { .statement($0.iri) }.sorted()
  }

  /// What `GraphIncrement.Part.moving` is of an article.
  package func moving(of record: ReadingRecord, _ article: Int) throws -> [GraphPieceKey] {
    try moving(graph(of: record, article), article)
  }

  /// The names of the new nodes of events that more than one article may have named.
  func sharedMadeNames() throws -> [IRI] {
    try eventNodes.filter { try $0.cluster.members.contains { try names.isShared($0.node) } }
      .map(\.iri)
  }
}

// MARK: - Entities

extension CorpusMapping {
  /// An entity of the graph without its mentions; nothing where there is none of that name.
  func entity(_ iri: IRI) throws -> EntityNode? {
    if let events = madeNames[iri] { return try madeEntity(iri, events) }
    return gone.contains(iri) ? nil : try entities.entity(iri)
  }

  private func madeEntity(_ iri: IRI, _ events: [Int]) throws -> EntityNode? {
    guard let cluster = lastCluster(of: iri) else { return nil }
    var names: Set<String> = []
    for event in events {
      for member in eventNodes[event].cluster.members {
        guard let entity = try entities.entity(member.node) else { continue }
        names.formUnion(entity.aliases)
        names.insert(entity.name)
      }
    }
    return EntityNode(
      iri: iri, type: .event, nameVoters: [cluster.name: []], aliases: names)
  }

  /// What statements have to know of an entity: its name, its class and its link.
  func reference(_ iri: IRI) throws -> EntityNode? {
    if madeNames[iri] != nil, let cluster = lastCluster(of: iri) {
      return EntityNode(iri: iri, type: .event, nameVoters: [cluster.name: []])
    }
    if gone.contains(iri) { return nil }
    if let name = try names.entry(iri)?.name, name.type != .event {
      return EntityNode(
        iri: iri, type: name.type, nameVoters: [name.name: []],
        links: name.link.map { [$0] } ?? [])
    }
    guard var entity = try entities.entity(iri) else { return nil }
    entity.aliases = []
    if entity.type != .event, entity.link == nil { entity.links = [] }
    return entity
  }

  /// A name for a statement: its subject, predicate and object as words.
  func label(of statement: Statement) throws -> String {
    try KnowledgeGraph.label(of: statement) { try reference($0)?.name }
  }
}
