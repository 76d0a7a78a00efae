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

  init(_ graph: PropertyGraph, _ selection: DrawingSelection, by kind: DrawingOptions.Clusters) {
    guard kind != .none else { return }
    let countries = kind == .country ? CountryFinder(graph) : nil
    var members: [String: [Int]] = [:]
    for number in selection.nodes {
      let label: String? =
        switch kind {
        case .none: nil
        case .type: DrawnClass(graph.nodes[number]).name
        case .article: Self.article(of: graph.nodes[number], in: graph.graph)
        case .country: countries?.country(of: number).map { graph.names[$0] }
        }
      if let label { members[label, default: []].append(number) }
    }
    clusters = members.map { Cluster(label: $0.key, nodes: $0.value) }
      .sorted { $0.label.utf8.lexicographicallyPrecedes($1.label.utf8) }
    // A frame around a single node says nothing that the node does not.
    if kind != .type { clusters.removeAll { $0.nodes.count < 2 } }
  }

  /// The title of the article that names an entity most often; of two the one whose id sorts first.
  private static func article(of node: PropertyGraph.Node, in graph: KnowledgeGraph) -> String? {
    guard case .entity(let entity) = node else { return nil }
    let best = entity.mentions.min { left, right in
      left.value.count != right.value.count
        ? left.value.count > right.value.count
        : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
    return best.map { graph.articles[$0.key]?.title ?? $0.key }
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

  private var parents: [Int: Int] = [:]
  private let isCountry: [Bool]

  init(_ graph: PropertyGraph) {
    isCountry = graph.nodes.map { node in
      if case .entity(let entity) = node { return entity.type == .country }
      return false
    }
    let ranks = Dictionary(uniqueKeysWithValues: Self.properties.enumerated().map { ($1, $0) })
    var best: [Int: Int] = [:]
    for edge in graph.edges where edge.statement.isBareFact || edge.statement.isBackground {
      guard let rank = ranks[edge.statement.key.predicate], !graph.nodes[edge.target].isValue,
        !isCountry[edge.source], best[edge.source].map({ rank < $0 }) ?? true
      else { continue }
      best[edge.source] = rank
      parents[edge.source] = edge.target
    }
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
