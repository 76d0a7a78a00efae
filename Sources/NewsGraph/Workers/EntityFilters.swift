import Extraction

/// `entities`: `NUMBER record` → `a NUMBER id`, `w NUMBER id+wording`, and for each entity
/// `e KEY NUMBER INDEX cluster`.
///
/// Numbers are the places of articles in the order of their ids.
struct EntitiesFilter: WorkerFilter {
  private var maker: ClusterMaker

  init(_ pipeline: Pipeline) { maker = pipeline.resolver.clusterMaker }

  mutating func take(_ line: WorkerLine, _ output: inout WorkerOutput) throws {
    let number = try line.number(0)
    let article = try line.record(1).content
    try output.write("a", String(number)) { $0.write(article.node.id) }
    try output.write("w", String(number)) { encoder in
      encoder.write(article.node.id)
      article.wording.encode(to: &encoder)
    }
    for (index, keyed) in maker.clusters(of: article, number: number).enumerated() {
      // Names may hold any character; a hash of them is a field of its own.
      try output.write("e", IRIMinter.hash([keyed.key]), String(number), String(index)) {
        keyed.cluster.encode(to: &$0)
      }
    }
  }

  mutating func finish(_ output: inout WorkerOutput) {}
}

/// `group`: `KEY cluster`, sorted by key, number and index → one `cluster` for each key.
struct GroupFilter: WorkerFilter {
  private var key: String?
  private var cluster: EntityCluster?

  mutating func take(_ line: WorkerLine, _ output: inout WorkerOutput) throws {
    let next = try line.text(0)
    let more = try line.unpacked(1) { decoder throws(RecordError) in
      try EntityCluster(from: &decoder)
    }
    if next == key {
      cluster?.absorb(alike: more)
      // Why names were joined is for people, who are told by `newsgraph explain`.
      cluster?.joins.removeAll()
    } else {
      try finish(&output)
      key = next
      cluster = more
    }
  }

  mutating func finish(_ output: inout WorkerOutput) throws {
    if let cluster { try output.write(packed: cluster.encode) }
    cluster = nil
  }
}

/// `resolve`: `a NUMBER id` of all articles and `g cluster` of all groups → for each article
/// `NUMBER entities`.
struct ResolveFilter: WorkerFilter {
  private let resolver: CorpusResolver
  private var ids: [Int32: String] = [:]
  private var clusters: [EntityCluster] = []

  init(_ pipeline: Pipeline) { resolver = pipeline.resolver }

  mutating func take(_ line: WorkerLine, _ output: inout WorkerOutput) throws {
    switch try line.text(0) {
    case "a":
      ids[try line.number(1)] = try line.unpacked(2) { decoder throws(RecordError) in
        try decoder.text()
      }
    case "g":
      clusters.append(
        try line.unpacked(1) { decoder throws(RecordError) in
          try EntityCluster(from: &decoder)
        })
    default: throw line.error("expected 'a' or 'g' in field 1")
    }
  }

  mutating func finish(_ output: inout WorkerOutput) throws {
    let sorted = try sortedIDs()
    var articles = [[(index: Int32, entity: Int)]](repeating: [], count: sorted.count)
    let named = resolver.named(clusters, ids: sorted)
    for (number, entity) in named.enumerated() {
      for member in entity.cluster.members {
        guard articles.indices.contains(Int(member.article)) else {
          throw WorkerError(
            line: 0, reason: "an entity is of article \(member.article), which has no id")
        }
        articles[Int(member.article)].append((member.entity, number))
      }
    }
    for (number, entities) in articles.enumerated() {
      try output.write(String(number)) { encoder in
        encoder.write(entities.sorted { $0.index < $1.index }) { encoder, entity in
          ResolvedName(named[entity.entity]).encode(to: &encoder)
        }
      }
    }
    clusters = []
  }

  private func sortedIDs() throws(WorkerError) -> [String] {
    var sorted: [String] = []
    for number in 0..<ids.count {
      guard let id = ids[Int32(number)] else {
        throw WorkerError(line: 0, reason: "there is no article \(number) of \(ids.count)")
      }
      sorted.append(id)
    }
    return sorted
  }
}

/// `copies`: `NUMBER id+wording` of all articles → the copies among them.
struct CopiesFilter: WorkerFilter {
  private var articles: [(number: Int32, id: String, wording: ArticleWording)] = []

  mutating func take(_ line: WorkerLine, _ output: inout WorkerOutput) throws {
    let number = try line.number(0)
    let (id, wording) = try line.unpacked(1) { decoder throws(RecordError) in
      (try decoder.text(), try ArticleWording(from: &decoder))
    }
    articles.append((number, id, wording))
  }

  mutating func finish(_ output: inout WorkerOutput) throws {
    articles.sort { $0.number < $1.number }
    let copies = KnownCopies(
      CopyFinder(wordings: articles.map(\.wording)).find(), ids: articles.map(\.id))
    try output.write(packed: copies.encode)
  }
}
