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
  /// The ids of the articles, sorted.
  package private(set) var ids: [String] = []
  /// The articles and, without their mentions, the entities of the graph.
  private(set) var frame = KnowledgeGraph()
  private(set) var marker = CopyMarker(table: CopyTable(articleCount: 0), ids: [])
  private(set) var eventNodes: [EventNode] = []
  /// The entities by IRI, events before they became other nodes.
  private(set) var numbers: [IRI: Int] = [:]
  /// The names of the new nodes of events.
  private(set) var madeNames: [IRI: [Int]] = [:]
  private(set) var named: [EntityNaming.Named] = []
  /// Whether each name means one entity: if not, only the whole can be joined.
  package private(set) var isUnambiguous = true

  private var maker: ClusterMaker
  private var groups = ClusterGroups()
  private var entityCounts: [Int] = []
  private let copyFinder: StoredCopyFinder
  private var names = NumberedNames([], entityCounts: [])
  private var finder: EventFinder?
  private var roleCount = 0
  /// The numbers in `eventNodes` of the events of an article that became other nodes.
  private var eventsByArticle: [Int: [Int]] = [:]
  /// The events that no other article can name, as they are common nouns of an article.
  private var lonely: Set<EntityCluster.Member> = []
  private var nameDigests: [[UInt8]] = []
  private var copyTable = CopyTable(articleCount: 0)

  /// Makes a mapping of nothing.
  package init(_ pipeline: Pipeline, in storage: TemporaryStorage) {
    self.pipeline = pipeline
    self.storage = storage
    maker = pipeline.resolver.clusterMaker
    groups.keepsJoins = false
    copyFinder = StoredCopyFinder(storage)
  }

  /// Adds the names and the wording of the next article.
  package func add(names: [UInt8], wording: [UInt8]) throws {
    let article = try JoiningTraces.article(names)
    for keyed in maker.clusters(of: article, number: Int32(ids.count)) { groups.add(keyed) }
    entityCounts.append(article.entities.count)
    ids.append(article.node.id)
    frame.add(article.node)
    try copyFinder.add(JoiningTraces.wording(wording))
  }

  /// Tells which entities are one, and which articles are copies.
  package func resolve() throws {
    copyTable = try copyFinder.find()
    marker = KnownCopies(copyTable, ids: ids).marker
    let clusters = groups.clusters
    groups = ClusterGroups()
    for cluster in clusters where cluster.type == .event && cluster.soleArticle != nil {
      lonely.formUnion(cluster.members)
    }
    named = pipeline.resolver.named(clusters, ids: ids)
    names = NumberedNames(named, entityCounts: entityCounts)
    for (number, entity) in named.enumerated() {
      if numbers.updateValue(number, forKey: entity.iri) != nil { isUnambiguous = false }
      frame.add(
        EntityNode(
          iri: entity.iri, type: entity.cluster.type, nameVoters: [entity.name: []],
          links: entity.cluster.type == .event
            ? entity.cluster.links : entity.cluster.link.map { [$0] } ?? []))
    }
    nameDigests = names.names.map { name in
      Self.digest([name.iri.string, name.name, name.type.rawValue, name.link ?? ""])
    }
    finder = EventFinder(pipeline, frame)
  }

  /// Adds what the next article says of events, places and offices.
  package func add(roles: [UInt8]) throws {
    var decoder = RecordDecoder(roles)
    let traces = try RoleTraces(from: &decoder)
    guard traces.types.count == entityCounts[roleCount] else {
      throw decoder.error("traces of \(entityCounts[roleCount]) entities")
    }
    finder?.add(traces, of: ids[roleCount], names[roleCount])
    roleCount += 1
  }

  /// Tells which events are one.
  package func findEvents() {
    let nodes = finder?.nodes() ?? []
    finder = nil
    let articleNumbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    var replaced: [Int: Int] = [:]
    for (number, node) in nodes.enumerated() {
      eventNodes.append(EventNode(cluster: node.0, iri: node.1))
      if numbers[node.1] != nil { isUnambiguous = false }
      madeNames[node.1, default: []].append(number)
      for member in node.0.members {
        guard let article = articleNumbers[member.article] else { continue }
        eventsByArticle[article, default: []].append(number)
        if let entity = numbers[member.node] { replaced[entity, default: 0] += 1 }
      }
    }
    for article in eventsByArticle.keys {
      eventsByArticle[article] = Set(eventsByArticle[article] ?? []).sorted()
    }
    // An event of which nothing is left under its old name is no entity of the graph any more.
    var whole = KnowledgeGraph()
    for article in frame.articles.values { whole.add(article) }
    for (number, entity) in named.enumerated()
    where replaced[number].map({ $0 < entity.cluster.articles.count }) ?? true {
      if let node = frame.entities[entity.iri] { whole.add(node) }
    }
    for iri in madeNames.keys {
      guard let cluster = lastCluster(of: iri) else { continue }
      whole.add(EntityNode(iri: iri, type: .event, nameVoters: [cluster.name: []]))
    }
    frame = whole
  }

  // MARK: - Articles

  /// What became of an article's entities and events, as a hash; what is the same has the same part in
  /// the graph.
  package func digest(of article: Int) -> [UInt8] {
    var hash = SHA256()
    for node in names.nodes(of: article) { hash.update(data: nameDigests[Int(node)]) }
    for number in eventsByArticle[article] ?? [] {
      let event = eventNodes[number]
      let cluster = lastCluster(of: event.iri) ?? event.cluster
      hash.update(
        data: Self.digest([
          event.iri.string, cluster.name, cluster.noun.kind, cluster.day?.description ?? "",
        ]))
      for member in event.cluster.members where member.article == ids[article] {
        hash.update(data: Self.digest([member.node.string]))
      }
    }
    return Array(hash.finalize().prefix(16))
  }

  /// Which texts an article has in common with others, as a hash; empty where it has none.
  package func copyDigest(of article: Int) -> [UInt8] {
    let story = copyTable.story(of: article)
    let passages = copyTable.passages[article] ?? []
    if story == article, passages.isEmpty { return [] }
    return Self.digest(
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
  package func hasSharedEvents(_ article: Int) -> Bool { !sharedEvents(in: article).isEmpty }

  /// The events of an article that became other nodes, as far as other articles may name them, too.
  func sharedEvents(in article: Int) -> Set<IRI> {
    var found: Set<IRI> = []
    for event in eventsByArticle[article] ?? [] {
      for member in eventNodes[event].cluster.members where member.article == ids[article] {
        guard let number = numbers[member.node] else { continue }
        if named[number].cluster.members.contains(where: { !lonely.contains($0) }) {
          found.insert(member.node)
        }
      }
    }
    return found
  }

  /// The graph of an article, in which each event is still that of the article.
  func graph(of record: ReadingRecord, _ article: Int) -> KnowledgeGraph {
    var content = record.content
    pipeline.filter(&content.claims)
    var graph = KnowledgeGraph()
    pipeline.builder.add(content, names[article], to: &graph)
    return graph
  }

  /// The statements of that graph on events which became other nodes, while the statements may be of
  /// other articles, too.
  func moving(_ graph: KnowledgeGraph, _ article: Int) -> [GraphPieceKey] {
    let shared = sharedEvents(in: article)
    if shared.isEmpty { return [] }
    return graph.statements.values.filter { $0.ends.contains(where: shared.contains) }
      .map { .statement($0.iri) }.sorted()
  }

  /// What `GraphIncrement.Part.moving` is of an article.
  package func moving(of record: ReadingRecord, _ article: Int) -> [GraphPieceKey] {
    moving(graph(of: record, article), article)
  }

  /// The names of the new nodes of events that more than one article may have named.
  var sharedMadeNames: [IRI] {
    eventNodes.filter { node in
      node.cluster.members.contains { member in
        numbers[member.node].map { number in
          named[number].cluster.members.contains { !lonely.contains($0) }
        } ?? false
      }
    }.map(\.iri)
  }

  private static func digest(_ texts: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in texts {
      bytes += Array(text.utf8)
      bytes.append(0xFF)
    }
    return Array(SHA256.hash(data: bytes).prefix(16))
  }
}

extension CorpusMapping {
  /// An entity of the graph without its mentions; nothing where there is none of that name.
  func entity(_ iri: IRI) -> EntityNode? {
    if let events = madeNames[iri] { return madeEntity(iri, events) }
    guard frame.entities[iri] != nil, let number = numbers[iri] else { return nil }
    let entity = named[number]
    return EntityNode(
      iri: iri, type: entity.cluster.type, nameVoters: [entity.name: []],
      aliases: allNames(of: entity).subtracting([entity.name]), links: entity.cluster.links)
  }

  private func madeEntity(_ iri: IRI, _ events: [Int]) -> EntityNode? {
    guard let cluster = lastCluster(of: iri) else { return nil }
    var names: Set<String> = []
    for event in events {
      for member in eventNodes[event].cluster.members {
        guard let number = numbers[member.node] else { continue }
        names.formUnion(allNames(of: named[number]))
        names.insert(named[number].name)
      }
    }
    return EntityNode(
      iri: iri, type: .event, nameVoters: [cluster.name: []], aliases: names)
  }

  private func allNames(of entity: EntityNaming.Named) -> Set<String> {
    Set(entity.cluster.names.keys).union(entity.cluster.aliases.keys)
  }
}
