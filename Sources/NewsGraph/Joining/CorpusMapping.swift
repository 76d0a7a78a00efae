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
  /// What is kept in memory of an entity.
  struct EntityMark {
    /// Where the rest lies.
    var place: Range<Int>
    /// The number of the articles that name it.
    var articleCount: Int32
    /// Whether it is no event that one article alone can name.
    var isShared: Bool
  }

  private(set) var marks: [EntityMark] = []
  private let clusters: SpillFile
  /// Whether each name means one entity: if not, only the whole can be joined.
  package private(set) var isUnambiguous = true

  private var maker: ClusterMaker
  private let groups: StoredClusterGroups
  private var entityCounts: [Int32] = []
  private let copyFinder: StoredCopyFinder
  private let names: StoredNames
  private var finder: EventFinder?
  private var roleCount = 0
  /// The numbers in `eventNodes` of the events of an article that became other nodes.
  private var eventsByArticle: [Int: [Int]] = [:]
  private var copyTable = CopyTable(articleCount: 0)

  /// Makes a mapping of nothing.
  package init(_ pipeline: Pipeline, in storage: TemporaryStorage) {
    self.pipeline = pipeline
    self.storage = storage
    maker = pipeline.resolver.clusterMaker
    groups = StoredClusterGroups(storage)
    names = StoredNames(storage)
    clusters = SpillFile(storage)
    copyFinder = StoredCopyFinder(storage)
  }

  /// Adds the names and the wording of the next article.
  package func add(names: [UInt8], wording: [UInt8]) throws {
    let article = try JoiningTraces.article(names)
    for keyed in maker.clusters(of: article, number: Int32(ids.count)) { try groups.add(keyed) }
    entityCounts.append(Int32(article.entities.count))
    ids.append(article.node.id)
    frame.add(article.node)
    try copyFinder.add(JoiningTraces.wording(wording))
  }

  /// Tells which entities are one, and which articles are copies.
  package func resolve() throws {
    copyTable = try copyFinder.find()
    marker = KnownCopies(copyTable, ids: ids).marker
    let named = try pipeline.resolver.named(groups, ids: ids, in: storage)
    while let entity = try named.next() {
      if numbers.updateValue(marks.count, forKey: entity.iri) != nil { isUnambiguous = false }
      let cluster = entity.cluster
      frame.add(
        EntityNode(
          iri: entity.iri, type: cluster.type, nameVoters: [entity.name: []],
          links: cluster.type == .event ? cluster.links : cluster.link.map { [$0] } ?? []))
      var encoder = RecordEncoder()
      encoder.write(entity.name)
      cluster.encode(to: &encoder)
      marks.append(
        EntityMark(
          place: try clusters.append(encoder.bytes), articleCount: Int32(cluster.articles.count),
          isShared: !cluster.isLonely))
      try names.add(entity)
    }
    try names.finish(entityCounts: entityCounts.lazy.map(Int.init))
    finder = EventFinder(pipeline, frame)
  }

  /// Adds what the next article says of events, places and offices.
  package func add(roles: [UInt8]) throws {
    var decoder = RecordDecoder(roles)
    let traces = try RoleTraces(from: &decoder)
    guard traces.types.count == Int(entityCounts[roleCount]) else {
      throw decoder.error("traces of \(entityCounts[roleCount]) entities")
    }
    finder?.add(traces, of: ids[roleCount], try names.names(of: roleCount))
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
    for (iri, number) in numbers
    where replaced[number].map({ $0 < Int(marks[number].articleCount) }) ?? true {
      if let node = frame.entities[iri] { whole.add(node) }
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
  package func digest(of article: Int) throws -> [UInt8] {
    var hash = SHA256()
    for name in try names.names(of: article) {
      hash.update(
        data: Self.digest([name.iri.string, name.name, name.type.rawValue, name.link ?? ""]))
    }
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
        if marks[number].isShared { found.insert(member.node) }
      }
    }
    return found
  }

  /// The graph of an article, in which each event is still that of the article.
  func graph(of record: ReadingRecord, _ article: Int) throws -> KnowledgeGraph {
    var content = record.content
    pipeline.filter(&content.claims)
    var graph = KnowledgeGraph()
    pipeline.builder.add(content, try names.names(of: article), to: &graph)
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
  package func moving(of record: ReadingRecord, _ article: Int) throws -> [GraphPieceKey] {
    moving(try graph(of: record, article), article)
  }

  /// The names of the new nodes of events that more than one article may have named.
  var sharedMadeNames: [IRI] {
    eventNodes.filter { node in
      node.cluster.members.contains { member in
        numbers[member.node].map { marks[$0].isShared } ?? false
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
  func entity(_ iri: IRI) throws -> EntityNode? {
    if let events = madeNames[iri] { return try madeEntity(iri, events) }
    guard frame.entities[iri] != nil, let number = numbers[iri] else { return nil }
    let (name, cluster) = try named(number)
    return EntityNode(
      iri: iri, type: cluster.type, nameVoters: [name: []],
      aliases: allNames(of: cluster).subtracting([name]), links: cluster.links)
  }

  private func madeEntity(_ iri: IRI, _ events: [Int]) throws -> EntityNode? {
    guard let cluster = lastCluster(of: iri) else { return nil }
    var names: Set<String> = []
    for event in events {
      for member in eventNodes[event].cluster.members {
        guard let number = numbers[member.node] else { continue }
        let (name, cluster) = try named(number)
        names.formUnion(allNames(of: cluster))
        names.insert(name)
      }
    }
    return EntityNode(
      iri: iri, type: .event, nameVoters: [cluster.name: []], aliases: names)
  }

  private func named(_ number: Int) throws -> (name: String, cluster: EntityCluster) {
    var decoder = RecordDecoder(try clusters.read(marks[number].place))
    return (try decoder.text(), try EntityCluster(from: &decoder))
  }

  private func allNames(of cluster: EntityCluster) -> Set<String> {
    Set(cluster.names.keys).union(cluster.aliases.keys)
  }
}
