/// How Graphviz is to lay out a drawing of some size.
struct DrawingLayout {
  /// The attributes of the graph, in order.
  let attributes: [(name: String, value: String)]
  /// Whether edge labels can be read at this size.
  let showsEdgeLabels: Bool
  /// The smallest and the largest size of the names of nodes, in points.
  let fontSizes: ClosedRange<Double>
  /// Factor on the width of lines.
  let lineScale: Double
  /// Factor on the size of the legend, so that it can be read beside a large drawing.
  let legendScale: Double

  init(nodeCount: Int, edgeCount: Int, depth: Int, hasClusters: Bool) {
    // Only the layered layout gives edge labels a place of their own; larger and deeper graphs
    // would become too wide for it.
    if nodeCount <= 70, edgeCount <= 110, depth <= 7 {
      attributes = Self.layered
      (showsEdgeLabels, fontSizes, lineScale) = (true, 12...18, 1)
      legendScale = nodeCount <= 24 ? 1 : 1.4
    } else if nodeCount <= 200, edgeCount <= 150 {
      attributes = (hasClusters ? Self.framedSprings : Self.springs) + [("splines", "true")]
      (showsEdgeLabels, fontSizes, lineScale) = (true, 12...22, 1)
      legendScale = 1.6
    } else if nodeCount <= 200, edgeCount <= 300 {
      // Arrows around nodes cost time that grows fast with their number: here some seconds.
      let springs = hasClusters ? Self.tightFramedSprings : Self.multilevelSprings
      attributes = springs + [("splines", "true"), ("outputorder", "edgesfirst")]
      (showsEdgeLabels, fontSizes, lineScale) = (false, 12...34, 0.75)
      legendScale = 1.8
    } else {
      let springs = hasClusters ? Self.tightFramedSprings : Self.multilevelSprings
      attributes = springs + [("splines", "line"), ("outputorder", "edgesfirst")]
      (showsEdgeLabels, fontSizes, lineScale) = (false, 12...34, 0.9)
      legendScale = 2.4
    }
  }

  /// How many steps it takes from a node with the most arrows to the one farthest from it.
  static func depth(of edges: [(source: Int, target: Int)]) -> Int {
    var neighbours: [Int: Set<Int>] = [:]
    for edge in edges {
      neighbours[edge.source, default: []].insert(edge.target)
      neighbours[edge.target, default: []].insert(edge.source)
    }
    let hub = neighbours.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    guard let hub else { return 0 }
    var reached: Set<Int> = [hub.key]
    var front = reached
    var depth = 0
    while true {
      front = Set(front.flatMap { neighbours[$0] ?? [] }).subtracting(reached)
      if front.isEmpty { return depth }
      reached.formUnion(front)
      depth += 1
    }
  }

  private static let layered = [
    ("layout", "dot"), ("rankdir", "LR"), ("nodesep", "0.25"), ("ranksep", "0.9"),
    ("splines", "true"), ("newrank", "true"),
  ]

  private static let springs = [
    ("layout", "sfdp"), ("overlap", "prism"), ("overlap_scaling", "-4"), ("K", "1.1"),
    ("sep", "+10"), ("esep", "+4"), ("start", "7"),
  ]

  /// The spring layout that knows frames.
  private static let framedSprings = [
    ("layout", "fdp"), ("K", "0.5"), ("sep", "+10"), ("esep", "+4"), ("start", "7"),
  ]

  /// The same with short edges: in large drawings they would leave the page empty.
  private static let tightFramedSprings = [
    ("layout", "fdp"), ("K", "0.3"), ("sep", "+6"), ("esep", "+4"), ("start", "7"),
  ]

  private static let multilevelSprings = [
    ("layout", "sfdp"), ("overlap", "prism"), ("overlap_scaling", "-4"), ("K", "0.9"),
    ("repulsiveforce", "1.6"), ("start", "7"),
  ]
}
