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

  init(nodeCount: Int, edgeCount: Int, hasClusters: Bool) {
    switch nodeCount {
    case ...24 where edgeCount <= 48:
      attributes = [
        ("layout", "dot"), ("rankdir", "LR"), ("nodesep", "0.35"), ("ranksep", "1.1"),
        ("splines", "true"), ("newrank", "true"),
      ]
      showsEdgeLabels = true
      fontSizes = 12...16
      lineScale = 1
    case ...200:
      attributes =
        hasClusters
        ? [("layout", "fdp"), ("K", "1.6"), ("sep", "+14"), ("splines", "true")]
        : [
          ("layout", "neato"), ("mode", "sgd"), ("overlap", "prism"), ("sep", "+14"),
          ("esep", "+6"), ("splines", "true"), ("start", "7"),
        ]
      showsEdgeLabels = edgeCount <= 150
      fontSizes = 11...20
      lineScale = 1
    default:
      attributes = [
        ("layout", "sfdp"), ("overlap", "prism"), ("overlap_scaling", "-4"), ("K", "0.9"),
        ("repulsiveforce", "1.6"), ("splines", "false"), ("outputorder", "edgesfirst"),
        ("start", "7"),
      ]
      showsEdgeLabels = false
      fontSizes = 10...30
      lineScale = 0.7
    }
  }
}
