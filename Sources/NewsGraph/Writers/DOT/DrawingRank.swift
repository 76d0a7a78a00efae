/// What makes an entity worth drawing, and drawn larger.
public enum DrawingRank: String, Sendable, CaseIterable {
  /// The claims that name it as subject or object, each counted by its confidence.
  case claims
  /// The entities that a statement ties it to, each counted once.
  case degree
  /// The articles that say something of it, without those that print the text of another one.
  case sources
  /// How often the articles name it.
  case mentions
  /// PageRank over statements in their direction, weighted by the confidence of their claims: what
  /// entities that matter are said to act on.
  case pagerank
  /// Betweenness: on how many of the shortest ways from entity to entity it lies, so that those who
  /// tie groups together come first. In graphs of more than two thousand entities that have
  /// statements, the ways from two thousand of them are counted.
  case betweenness

  /// How many nodes betweenness starts from at most, which bounds its time.
  static let pivotLimit = 2000

  /// The rank of each node, the higher the better.
  func values(of network: DrawingNetwork) -> [Double] {
    switch self {
    case .claims: Self.claims(network)
    case .degree: NetworkNeighbours(network).counts.map(Double.init)
    case .sources: network.sources.map(Double.init)
    case .mentions: network.mentions.map(Double.init)
    case .pagerank: Self.pageRank(network)
    case .betweenness: Self.betweenness(NetworkNeighbours(network))
    }
  }
}

extension DrawingRank {
  private static func claims(_ network: DrawingNetwork) -> [Double] {
    var sums = [Double](repeating: 0, count: network.nodeCount)
    for link in network.links {
      sums[link.source] += link.weight
      sums[link.target] += link.weight
    }
    return sums
  }

  /// PageRank with the usual damping of 0.85; what has no statements of its own gives its share to
  /// all. https://doi.org/10.1016/S0169-7552(98)00110-X
  private static func pageRank(_ network: DrawingNetwork) -> [Double] {
    let count = network.nodeCount
    guard count > 0 else { return [] }
    let damping = 0.85
    var given = [Double](repeating: 0, count: count)
    for link in network.links { given[link.source] += link.weight }
    var ranks = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<200 {
      var next = [Double](repeating: 0, count: count)
      var loose = 0.0
      for node in 0..<count where given[node] == 0 { loose += ranks[node] }
      for link in network.links {
        next[link.target] += ranks[link.source] * link.weight / given[link.source]
      }
      var change = 0.0
      for node in 0..<count {
        next[node] = (1 - damping + damping * loose) / Double(count) + damping * next[node]
        change += abs(next[node] - ranks[node])
      }
      ranks = next
      if change < 1e-9 { break }
    }
    return ranks
  }

  /// The algorithm of Brandes over neighbours in both directions.
  /// https://doi.org/10.1080/0022250X.2001.9990249
  private static func betweenness(_ graph: NetworkNeighbours) -> [Double] {
    let count = graph.counts.count
    var sums = [Double](repeating: 0, count: count)
    let connected = (0..<count).filter { graph.counts[$0] > 0 }
    let step = max(1, (connected.count + pivotLimit - 1) / pivotLimit)
    var distances = [Int32](repeating: -1, count: count)
    var ways = [Double](repeating: 0, count: count)
    var shares = [Double](repeating: 0, count: count)
    for place in stride(from: 0, to: connected.count, by: step) {
      let start = connected[place]
      var order = [start]
      distances[start] = 0
      ways[start] = 1
      var next = 0
      while next < order.count {
        let node = order[next]
        next += 1
        for other in graph[node] {
          if distances[other] < 0 {
            distances[other] = distances[node] + 1
            order.append(other)
          }
          if distances[other] == distances[node] + 1 { ways[other] += ways[node] }
        }
      }
      for node in order.reversed() {
        for other in graph[node] where distances[other] == distances[node] + 1 {
          shares[node] += ways[node] / ways[other] * (1 + shares[other])
        }
        if node != start { sums[node] += shares[node] }
      }
      for node in order { (distances[node], ways[node], shares[node]) = (-1, 0, 0) }
    }
    return sums
  }
}
