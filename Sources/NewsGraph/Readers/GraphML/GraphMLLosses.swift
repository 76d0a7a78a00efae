/// What a GraphML document holds and RDF has no place for, counted.
struct GraphMLLosses {
  var sawGraph = false
  var nestedGraphs = 0
  var undirectedEdges = 0
  var hyperedges = 0
  var ports = 0
  var graphics = 0
  var graphData = 0
  var foldedClaims = 0

  /// The losses in words.
  func sentences(_ file: String) -> [String] {
    [
      (undirectedEdges, "undirected edges are read as directed"),
      (nestedGraphs, "nested graphs are read as one"),
      (hyperedges, "hyperedges are left out"), (ports, "ports are left out"),
      (graphics, "drawings of nodes and edges are left out, but for their labels"),
      (graphData, "values of graphs are left out"),
      (
        foldedClaims,
        "statements come without their claims, which GraphML only holds folded; read the RDF or"
          + " JSON Lines for those"
      ),
    ].filter { $0.0 > 0 }.map { "\(file): \($0.0) \($0.1)" }
  }
}
