/// What a drawing of any RDF graph shows: nodes, the arrows between them, frames.
struct RDFDrawing {
  /// The triples from one node to another.
  struct Arrow {
    var source: Int
    var target: Int
    /// The IRIs of their properties, in order.
    var predicates: [String]
  }

  /// The nodes of one class.
  struct Frame {
    /// The IRI of the class.
    var type: String
    var nodes: [Int]
  }

  /// The numbers of the nodes, ascending.
  let nodes: [Int]
  let arrows: [Arrow]
  let frames: [Frame]
  let layout: DrawingLayout
  /// What is not shown.
  let losses: [WritingReport.Loss]
  /// The nodes that the focus names.
  let focus: Set<Int>
  private let ranks: [Double]
  private let highestRank: Double

  /// - Parameter naming: The columns of the graph that name nodes.
  init(_ graph: RDFPropertyGraph.Sorted, _ naming: [Int], _ options: DrawingOptions) throws {
    guard options.rank != .sources, options.rank != .mentions else {
      throw WritingError.needsArticles(
        option: "--rank-by \(options.rank)",
        others: DrawingRank.allCases.filter { $0 != .sources && $0 != .mentions }.map(\.rawValue))
    }
    guard options.clusters == .none || options.clusters == .type else {
      throw WritingError.needsArticles(option: "--cluster \(options.clusters)", others: ["type"])
    }
    let names = graph.nodes.indices.map { graph.label(ofNode: $0, naming) }
    var focus: Set<Int> = []
    if let text = options.focus {
      let keys = graph.nodes.indices.map { [names[$0], String(graph.nodes[$0].dropFirst())] }
      focus = try EntitySearch(names: names, keys: keys).nodes(named: text)
    }
    var selection = DrawingSelection(DrawingNetwork(graph), focus: focus, options)
    let all = Self.arrows(of: graph, selection)
    let places = ArrowSelection.places(
      all.map { ($0.source, $0.target, Double($0.predicates.count)) },
      limit: options.arrowLimit(nodeCount: selection.nodes.count))
    arrows = places.map { all[$0] }
    selection.leaveOut(
      statements: selection.edges.count - arrows.reduce(0) { $0 + $1.predicates.count })
    nodes = selection.nodes
    ranks = selection.ranks
    highestRank = nodes.map { selection.ranks[$0] }.max() ?? 0
    losses = selection.losses
    self.focus = focus
    frames = options.clusters == .type ? Self.frames(graph, nodes) : []
    layout = DrawingLayout(
      nodeCount: nodes.count, edgeCount: arrows.count,
      depth: DrawingLayout.depth(of: arrows.map { ($0.source, $0.target) }),
      hasClusters: !frames.isEmpty)
  }

  /// The number of triples that arrows stand for.
  var tripleCount: Int { arrows.reduce(0) { $0 + $1.predicates.count } }

  /// Whether there is room for values in the nodes.
  var isSmall: Bool { nodes.count <= 100 }

  /// The size of a node's text in points; nothing where all are alike.
  func fontSize(ofNode node: Int) -> Int? {
    guard !isSmall, highestRank > 0 else { return nil }
    let sizes = layout.fontSizes
    let share = (ranks[node] / highestRank).squareRoot()
    return Int((sizes.lowerBound + (sizes.upperBound - sizes.lowerBound) * share).rounded())
  }

  private static func arrows(of graph: RDFPropertyGraph.Sorted, _ selection: DrawingSelection)
    -> [Arrow]
  {
    var arrows: [Arrow] = []
    var known: [[Int]: Int] = [:]
    for place in selection.edges {
      let edge = graph.edges[place]
      let predicate = graph.predicates[Int(edge.predicate)]
      let ends = [Int(edge.source), Int(edge.target)]
      if let index = known[ends] {
        arrows[index].predicates.append(predicate)
      } else {
        known[ends] = arrows.count
        arrows.append(Arrow(source: ends[0], target: ends[1], predicates: [predicate]))
      }
    }
    return arrows
  }

  /// A frame for each class that is the first of some nodes, by IRI.
  private static func frames(_ graph: RDFPropertyGraph.Sorted, _ nodes: [Int]) -> [Frame] {
    var members: [String: [Int]] = [:]
    for node in nodes {
      if let type = graph.values[node].first(where: { graph.columns[$0.column].kind == "IRI" }) {
        members[type.text, default: []].append(node)
      }
    }
    return members.map { Frame(type: $0.key, nodes: $0.value) }
      .sorted { $0.type.utf8.lexicographicallyPrecedes($1.type.utf8) }
  }
}
