/// The part of a graph that a drawing shows, and a count of what it does not.
struct DrawingSelection {
  /// The numbers of the nodes, ascending.
  private(set) var nodes: [Int] = []
  /// The numbers of the edges, ascending.
  private(set) var edges: [Int] = []
  /// The rank of each node of the graph.
  let ranks: [Double]
  /// The nodes that the focus names.
  let focus: Set<Int>
  /// What is not shown.
  private(set) var losses: [WritingReport.Loss] = []

  /// Selects from any graph, of which all nodes near the focus are wanted.
  init(_ network: DrawingNetwork, focus: Set<Int>, _ options: DrawingOptions) {
    self.focus = focus
    ranks = options.rank.values(of: network)
    var shown = Self.withoutValues(network, options, &losses)
    if !focus.isEmpty {
      let near = Self.neighbourhood(of: focus, in: network, depth: options.depth, among: shown)
      note(.entitiesOutOfFocus, from: shown, to: near)
      shown = near
    }
    let limit = max(1, options.top ?? DrawingOptions.defaultTop)
    let connected = Self.connected(network, among: shown).union(focus)
    // A graph without any statement to draw is drawn as its entities.
    if !connected.isEmpty, !network.drawsLoneNodes || shown.count > limit {
      note(.entitiesWithoutStatements, from: shown, to: connected)
      shown = connected
    }
    let top = best(limit, of: shown, in: network)
    note(.entitiesOfLowRank, from: shown, to: top)
    shown = top
    nodes = shown.sorted()
    edges = network.links.indices.filter {
      shown.contains(network.links[$0].source) && shown.contains(network.links[$0].target)
    }
    let valueCount = losses.first { $0.kind == .statementsWithValues }?.count ?? 0
    let missing = network.links.count - edges.count - valueCount
    if missing > 0 { losses.append(.init(.statementsOfEntitiesNotShown, missing)) }
  }

  /// Takes note of statements whose arrows are not drawn, as there would be too many.
  mutating func leaveOut(statements count: Int) {
    if count > 0 { losses.append(.init(.weakerStatements, count)) }
  }

  private mutating func note(_ kind: WritingReport.Loss.Kind, from all: Set<Int>, to rest: Set<Int>)
  {
    let count = all.count - rest.count
    if count > 0 { losses.append(.init(kind, count)) }
  }
}

extension DrawingSelection {
  /// All nodes but values, unless they are asked for.
  private static func withoutValues(
    _ network: DrawingNetwork, _ options: DrawingOptions, _ losses: inout [WritingReport.Loss]
  ) -> Set<Int> {
    let all = Set(0..<network.nodeCount)
    if options.showsValues { return all }
    let values = (0..<network.nodeCount).filter { network.isValue[$0] }
    if !values.isEmpty { losses.append(.init(.statementsWithValues, values.count)) }
    return all.subtracting(values)
  }

  private static func neighbourhood(
    of start: Set<Int>, in network: DrawingNetwork, depth: Int, among shown: Set<Int>
  ) -> Set<Int> {
    var found = start
    for _ in 0..<max(0, depth) {
      var next = found
      for edge in network.links where shown.contains(edge.source) && shown.contains(edge.target) {
        if found.contains(edge.source) { next.insert(edge.target) }
        if found.contains(edge.target) { next.insert(edge.source) }
      }
      if next.count == found.count { break }
      found = next
    }
    return found
  }

  /// The nodes of the highest rank; one whose statements all lead to others than these says nothing
  /// in a drawing, and gives its place to the next.
  private func best(_ limit: Int, of shown: Set<Int>, in network: DrawingNetwork) -> Set<Int> {
    guard shown.count > limit else { return shown }
    var ranked = shown.sorted { left, right in
      if focus.contains(left) != focus.contains(right) { return focus.contains(left) }
      if ranks[left] != ranks[right] { return ranks[left] > ranks[right] }
      let mentions = (network.mentions[left], network.mentions[right])
      return mentions.0 != mentions.1 ? mentions.0 > mentions.1 : left < right
    }
    for _ in 0..<8 {
      let best = Set(ranked.prefix(limit))
      let connected = Self.connected(network, among: best).union(focus)
      if connected.count == best.count || connected.isEmpty { return best }
      ranked.removeAll { best.contains($0) && !connected.contains($0) }
      if ranked.count <= limit { break }
    }
    let best = Set(ranked.prefix(limit))
    return Self.connected(network, among: best).union(focus)
  }

  private static func connected(_ network: DrawingNetwork, among shown: Set<Int>) -> Set<Int> {
    var found: Set<Int> = []
    for edge in network.links where shown.contains(edge.source) && shown.contains(edge.target) {
      found.insert(edge.source)
      found.insert(edge.target)
    }
    return found
  }
}
