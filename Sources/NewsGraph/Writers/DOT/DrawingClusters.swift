import Extraction

/// The frames that entities are put into.
struct DrawingClusters {
  /// A frame.
  struct Cluster {
    var label: String
    var nodes: [Int]
  }

  /// The frames, sorted by label.
  private(set) var clusters: [Cluster] = []

  init(_ graph: DrawnGraph, by kind: DrawingOptions.Clusters) throws {
    guard kind != .none else { return }
    var members: [String: [Int]] = [:]
    for number in graph.selection.nodes {
      let label: String? =
        switch kind {
        case .none: nil
        case .type: DrawnClass(graph.node(number)).name
        case .article: try Self.article(of: graph.node(number), in: graph.index.articles)
        case .country: graph.countries?.country(of: number).map { graph.index.names[$0] }
        }
      if let label { members[label, default: []].append(number) }
    }
    clusters = members.map { Cluster(label: $0.key, nodes: $0.value) }
      .sorted { $0.label.utf8.lexicographicallyPrecedes($1.label.utf8) }
    // A frame around a single node says nothing that the node does not.
    if kind != .type { clusters.removeAll { $0.nodes.count < 2 } }
  }

  /// The title of the article that names an entity most often; of two the one whose id sorts first.
  private static func article(
    of node: PropertyGraph.Node, in articles: ArticleCatalog
  ) throws -> String? {
    guard case .entity(let entity) = node else { return nil }
    let best = entity.mentions.min { left, right in
      left.value.count != right.value.count
        ? left.value.count > right.value.count
        : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
    return try best.map { try articles.article($0.key)?.title ?? $0.key }
  }
}

/// The country that an entity belongs to, read from the statements of a graph.
struct CountryFinder {
  /// The properties that tie their subject to the country, or to something of the country, that is
  /// their object; the first that a subject has decides.
  static let properties = [
    "citizenOf", "headOfStateOf", "headOfGovernmentOf", "presidentOf", "vicePresidentOf",
    "primeMinisterOf", "monarchOf", "foreignMinisterOf", "defenceMinisterOf", "ministerOf",
    "governmentOf", "legislatureOf", "ministryOf", "armedForcesOf", "agencyOf", "ambassadorOf",
    "capitalOf", "locatedIn", "partOf", "basedIn", "spokespersonFor", "officeOf", "leaderOf",
    "headOf", "worksFor", "memberOf", "representativeOf", "bornIn", "residesIn",
  ]

  private let parents: [Int: Int]
  private let isCountry: [Bool]

  init(_ contents: some GraphContents, _ index: PropertyIndex) throws {
    var isCountry: [Bool] = []
    try contents.references().forEach { isCountry.append($0.type == .country) }
    isCountry += [Bool](repeating: false, count: index.nodeCount - isCountry.count)
    let ranks = Dictionary(uniqueKeysWithValues: Self.properties.enumerated().map { ($1, $0) })
    var best: [Int: Int] = [:]
    var parents: [Int: Int] = [:]
    var ends = PropertyIndex.Ends(index)
    try contents.statements().forEach { statement in
      let (source, target) = ends.next(statement, in: index)
      guard statement.isBareFact || statement.isBackground,
        let rank = ranks[statement.key.predicate], target < index.names.count,
        !isCountry[source], best[source].map({ rank < $0 }) ?? true
      else { return }
      best[source] = rank
      parents[source] = target
    }
    self.isCountry = isCountry
    self.parents = parents
  }

  /// The node of the country, at most a few steps away.
  func country(of node: Int) -> Int? {
    var node = node
    for _ in 0..<6 {
      if isCountry[node] { return node }
      guard let parent = parents[node] else { return nil }
      node = parent
    }
    return nil
  }
}
