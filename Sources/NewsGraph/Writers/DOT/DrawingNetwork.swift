import Extraction

/// The bones of a graph to draw, whatever it is a graph of: numbered nodes and the statements
/// between them.
struct DrawingNetwork {
  /// A statement between two nodes.
  struct Link {
    var source: Int
    var target: Int
    /// How much speaks for it; above 0.
    var weight: Double
  }

  /// The number of nodes.
  let nodeCount: Int
  /// The statements; their places are those of the graph's edges.
  let links: [Link]
  /// Whether a node is the value of a statement.
  let isValue: [Bool]
  /// How often articles name each node.
  let mentions: [Int]
  /// In how many independent articles something is said of each node.
  let sources: [Int]
  /// Whether a node without statements to others is worth drawing, as its values stand in it.
  let drawsLoneNodes: Bool
}

extension DrawingNetwork {
  /// The bones of a knowledge graph.
  ///
  /// - Parameters:
  ///   - contents: The graph.
  ///   - index: The numbers of its nodes.
  ///   - storage: Where the articles of all nodes are counted that are too many for memory.
  init(
    _ contents: some GraphContents, _ index: PropertyIndex, _ storage: TemporaryStorage
  ) throws {
    nodeCount = index.nodeCount
    let firstValue = index.names.count
    isValue = (0..<nodeCount).map { $0 >= firstValue }
    var mentions = [Int](repeating: 0, count: nodeCount)
    var number = 0
    try contents.entities().forEach { entity in
      mentions[number] = entity.mentionCount
      number += 1
    }
    self.mentions = mentions
    var links: [Link] = []
    links.reserveCapacity(index.edgeCount)
    let told = NumberSorter(storage)
    var articles: [String: UInt64] = [:]
    var ends = PropertyIndex.Ends(index)
    try contents.statements().forEach { statement in
      let (source, target) = ends.next(statement, in: index)
      let weight = statement.evidence.reduce(0) { $0 + $1.confidence }
      links.append(Link(source: source, target: target, weight: max(0.01, weight)))
      for piece in statement.evidence where piece.basis == .read {
        let name = piece.firstPrintedIn ?? piece.article
        let article = articles[name] ?? UInt64(articles.count)
        articles[name] = article
        try told.add(UInt64(source) << 32 | article)
        try told.add(UInt64(target) << 32 | article)
      }
    }
    self.links = links
    var sources = [Int](repeating: 0, count: nodeCount)
    let sorted = try told.finish()
    var last: UInt64?
    while let pair = try sorted.next() {
      if pair != last { sources[Int(pair >> 32)] += 1 }
      last = pair
    }
    self.sources = sources
    drawsLoneNodes = false
  }

  /// The bones of any RDF graph, in which a triple is a claim and no article is known.
  init(_ graph: RDFPropertyGraph.Sorted) {
    nodeCount = graph.nodes.count
    links = graph.edges.map {
      Link(source: Int($0.source), target: Int($0.target), weight: 1)
    }
    isValue = [Bool](repeating: false, count: nodeCount)
    mentions = isValue.map { _ in 0 }
    sources = mentions
    drawsLoneNodes = true
  }
}

/// The nodes that each node shares a statement with, each once and in order.
struct NetworkNeighbours {
  private var starts: [Int] = [0]
  private var all: [Int] = []
  /// How many there are of each node.
  private(set) var counts: [Int] = []

  init(_ network: DrawingNetwork) {
    var lists = [[Int]](repeating: [], count: network.nodeCount)
    for link in network.links where link.source != link.target {
      lists[link.source].append(link.target)
      lists[link.target].append(link.source)
    }
    for list in lists {
      var last = -1
      for node in list.sorted() where node != last {
        all.append(node)
        last = node
      }
      counts.append(all.count - starts[starts.count - 1])
      starts.append(all.count)
    }
  }

  subscript(node: Int) -> ArraySlice<Int> { all[starts[node]..<starts[node + 1]] }
}
