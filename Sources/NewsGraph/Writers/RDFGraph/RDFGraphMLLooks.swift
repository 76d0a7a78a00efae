import Extraction

/// The looks of the nodes and edges of any RDF graph.
struct RDFGraphMLLooks {
  private let sorted: RDFPropertyGraph.Sorted
  private let labels: RDFLabels
  private let naming: [Int]
  private var degrees: [Int]

  init(_ sorted: RDFPropertyGraph.Sorted, _ labels: RDFLabels) {
    self.sorted = sorted
    self.labels = labels
    naming = RDFLabels.namingColumns(sorted.columns)
    degrees = [Int](repeating: 0, count: sorted.nodes.count)
    for edge in sorted.edges {
      degrees[Int(edge.source)] += 1
      degrees[Int(edge.target)] += 1
    }
  }

  /// The look of a node; nodes of classes that have the names of ours look like them.
  func node(_ index: Int, _ label: String) -> GraphMLNodeLook {
    let classes = sorted.values[index].filter { sorted.columns[$0.column].kind == "IRI" }
      .map { RDFLabels.local($0.text) }
    let type = classes.lazy.compactMap(EntityType.init(rawValue:)).first ?? .thing
    let name = sorted.nodes[index]
    var look = GraphMLNodeLook(
      label: label, classes: classes.isEmpty ? ["Resource"] : classes, drawn: .ofType(type),
      importance: degrees[index], description: classes.joined(separator: ", "))
    if !name.hasPrefix("_") { look.setURL(String(name.dropFirst())) }
    return look
  }

  /// The look of an edge.
  func edge(_ edge: RDFPropertyGraph.Edge) -> GraphMLEdgeLook {
    let predicate = sorted.predicates[Int(edge.predicate)]
    let local = RDFLabels.local(predicate)
    func name(_ index: Int32) -> String {
      ShortLabel.cut(sorted.label(ofNode: Int(index), naming), to: 80)
    }
    var look = GraphMLEdgeLook(
      label: PropertyLabel.words(of: local), interaction: labels.short(predicate),
      type: Neo4jNames.relationshipType(local), ends: (name(edge.source), name(edge.target)),
      drawn: DrawnStanding(.asserted), description: "")
    look.setURL(predicate)
    return look
  }
}
