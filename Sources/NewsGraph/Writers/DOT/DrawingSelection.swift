/// The part of a graph that a drawing shows, and a count of what it does not.
struct DrawingSelection {
  /// The numbers of the nodes, ascending.
  private(set) var nodes: [Int] = []
  /// The numbers of the edges, ascending.
  private(set) var edges: [Int] = []
  /// How much is connected to each node of the graph: the sum of the weights of its statements.
  let importance: [Double]
  /// The nodes that the focus names.
  let focus: Set<Int>
  /// What is not shown.
  private(set) var losses: [WritingReport.Loss] = []

  init(_ graph: PropertyGraph, _ options: DrawingOptions) throws(WritingError) {
    importance = Self.importance(graph)
    focus =
      try options.focus.map { name throws(WritingError) in
        try EntitySearch(graph).nodes(named: name)
      } ?? []
    var shown = Self.withoutValues(graph, options, &losses)
    if !focus.isEmpty {
      let near = Self.neighbourhood(of: focus, in: graph, depth: options.depth, among: shown)
      note(.entitiesOutOfFocus, from: shown, to: near)
      shown = near
    }
    let top = Self.mostImportant(
      options.top ?? DrawingOptions.defaultTop, of: shown, in: graph, importance, always: focus)
    note(.entitiesOfLowRank, from: shown, to: top)
    shown = top
    let connected = Self.connected(graph, among: shown).union(focus)
    if !connected.isEmpty {
      note(.entitiesWithoutStatements, from: shown, to: connected)
      shown = connected
    }
    nodes = shown.sorted()
    edges = graph.edges.indices.filter {
      shown.contains(graph.edges[$0].source) && shown.contains(graph.edges[$0].target)
    }
    let valueCount = losses.first { $0.kind == .statementsWithValues }?.count ?? 0
    let missing = graph.edges.count - edges.count - valueCount
    if missing > 0 { losses.append(.init(.statementsOfEntitiesNotShown, missing)) }
  }

  private mutating func note(_ kind: WritingReport.Loss.Kind, from all: Set<Int>, to rest: Set<Int>)
  {
    let count = all.count - rest.count
    if count > 0 { losses.append(.init(kind, count)) }
  }
}

extension DrawingSelection {
  private static func importance(_ graph: PropertyGraph) -> [Double] {
    var sums = [Double](repeating: 0, count: graph.nodes.count)
    for edge in graph.edges {
      let weight = edge.statement.evidence.reduce(0) { $0 + $1.confidence }
      sums[edge.source] += weight
      sums[edge.target] += weight
    }
    return sums
  }

  /// All nodes but values, unless they are asked for.
  private static func withoutValues(
    _ graph: PropertyGraph, _ options: DrawingOptions, _ losses: inout [WritingReport.Loss]
  ) -> Set<Int> {
    let all = Set(graph.nodes.indices)
    if options.showsValues { return all }
    let values = graph.nodes.indices.filter { graph.nodes[$0].isValue }
    if !values.isEmpty { losses.append(.init(.statementsWithValues, values.count)) }
    return all.subtracting(values)
  }

  private static func neighbourhood(
    of start: Set<Int>, in graph: PropertyGraph, depth: Int, among shown: Set<Int>
  ) -> Set<Int> {
    var found = start
    for _ in 0..<max(0, depth) {
      var next = found
      for edge in graph.edges where shown.contains(edge.source) && shown.contains(edge.target) {
        if found.contains(edge.source) { next.insert(edge.target) }
        if found.contains(edge.target) { next.insert(edge.source) }
      }
      if next.count == found.count { break }
      found = next
    }
    return found
  }

  private static func mostImportant(
    _ limit: Int, of shown: Set<Int>, in graph: PropertyGraph, _ importance: [Double],
    always: Set<Int>
  ) -> Set<Int> {
    guard shown.count > limit else { return shown }
    let ranked = shown.sorted { left, right in
      if always.contains(left) != always.contains(right) { return always.contains(left) }
      if importance[left] != importance[right] { return importance[left] > importance[right] }
      let mentions = (graph.nodes[left].mentionCount, graph.nodes[right].mentionCount)
      return mentions.0 != mentions.1 ? mentions.0 > mentions.1 : left < right
    }
    return Set(ranked.prefix(max(1, limit)))
  }

  private static func connected(_ graph: PropertyGraph, among shown: Set<Int>) -> Set<Int> {
    var found: Set<Int> = []
    for edge in graph.edges where shown.contains(edge.source) && shown.contains(edge.target) {
      found.insert(edge.source)
      found.insert(edge.target)
    }
    return found
  }
}

extension PropertyGraph.Node {
  /// Whether it is the value of a statement.
  var isValue: Bool {
    if case .value = self { return true }
    return false
  }

  /// How often the articles name it.
  var mentionCount: Int {
    if case .entity(let entity) = self { return entity.mentionCount }
    return 0
  }
}
