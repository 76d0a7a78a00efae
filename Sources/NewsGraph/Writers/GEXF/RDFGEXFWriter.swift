/// A writer of GEXF for any RDF graph: IRIs and blank nodes are nodes, triples between them edges,
/// literals and classes columns of the nodes.
///
/// It has no times, as RDF does not say which of its dates are those of a triple.
final class RDFGEXFWriter: QuadWriter {
  private let out: MarkupText
  private let graph: RDFPropertyGraph

  init(to sink: OutputSink, forbiddenCharacters: ForbiddenCharacters) {
    out = MarkupText(to: sink, forbiddenCharacters: forbiddenCharacters)
    graph = RDFPropertyGraph(forbidsNonXML: forbiddenCharacters == .refuse)
  }

  func handle(_ quad: borrowing EncodedQuad) throws { try graph.handle(quad) }

  func handlePrefix(_ prefix: String, _ namespace: String) { graph.handlePrefix(prefix, namespace) }

  var losses: [WritingReport.Loss] {
    [
      .init(.namedGraphs, graph.graphs.count), .init(.tripleTerms, graph.tripleTermCount),
      .init(.replacedCharacters, out.replacedCount),
    ]
  }

  func finish() throws {
    let sorted = graph.sorted()
    let labels = RDFLabels(graph.prefixes)
    let looks = RDFGraphMLLooks(sorted, labels)
    let naming = RDFLabels.namingColumns(sorted.columns)
    try out.writing("the document") { () throws(ForbiddenScalar) in
      GEXFMarkup.open(nil, out)
      try declareColumns(sorted, labels)
      out.append("\n    <nodes count=\"\(sorted.nodes.count)\">")
    }
    for index in sorted.nodes.indices {
      try out.writing("node n\(index)") { () throws(ForbiddenScalar) in
        let label = ShortLabel.cut(sorted.label(ofNode: index, naming), to: 80)
        try write(node: index, of: sorted, looks.node(index, label))
      }
    }
    out.append("\n    </nodes>\n    <edges count=\"\(sorted.edges.count)\">")
    for (index, edge) in sorted.edges.enumerated() {
      try out.writing("edge e\(index)") { () throws(ForbiddenScalar) in
        let look = looks.edge(edge)
        out.append("\n      <edge id=\"e\(index)\" source=\"n\(edge.source)\"")
        out.append(" target=\"n\(edge.target)\"")
        try out.attribute("kind", look.interaction)
        try out.attribute("label", look.label)
        out.append(" weight=\"1.0\"><attvalues>")
        try GEXFMarkup.value("edge.predicate", sorted.predicates[Int(edge.predicate)], out)
        out.append("</attvalues></edge>")
      }
    }
    GEXFMarkup.close(out)
    try out.flush()
  }

  private func declareColumns(_ sorted: RDFPropertyGraph.Sorted, _ labels: RDFLabels)
    throws(ForbiddenScalar)
  {
    out.append("\n    <attributes class=\"node\" mode=\"static\">")
    try GEXFMarkup.declare("node.iri", "iri", "string", out)
    try GEXFMarkup.declare("node.blank", "blank", "string", out)
    let types = RDFColumnType.types(of: sorted)
    for (index, column) in sorted.columns.enumerated() {
      let kind = column.kind.isEmpty ? "" : " \(Self.kind(column.kind, labels))"
      try GEXFMarkup.declare(
        "p\(index)", labels.short(column.predicate) + kind, types[index], out)
    }
    out.append("\n    </attributes>\n    <attributes class=\"edge\" mode=\"static\">")
    try GEXFMarkup.declare("edge.predicate", "predicate", "string", out)
    out.append("\n    </attributes>")
  }

  /// The kind of a column in short, which keeps columns of one property apart.
  private static func kind(_ kind: String, _ labels: RDFLabels) -> String {
    kind.hasPrefix("^^<") ? "^^" + labels.short(String(kind.dropFirst(3).dropLast())) : kind
  }

  private func write(
    node index: Int, of sorted: RDFPropertyGraph.Sorted, _ look: GraphMLNodeLook
  ) throws(ForbiddenScalar) {
    let name = sorted.nodes[index]
    out.append("\n      <node id=\"n\(index)\"")
    try out.attribute("label", look.label)
    out.append("><attvalues>")
    try GEXFMarkup.value(
      name.hasPrefix("_") ? "node.blank" : "node.iri", String(name.dropFirst()), out)
    let values = sorted.values[index]
    var start = 0
    while start < values.count {
      let column = values[start].column
      let end = values[start...].firstIndex { $0.column != column } ?? values.count
      try GEXFMarkup.value("p\(column)", ListText.joined(values[start..<end].map(\.text)), out)
      start = end
    }
    out.append("</attvalues>")
    GEXFMarkup.color(look.color, out)
    out.append("<viz:size value=\"\(look.size)\"/></node>")
  }
}
