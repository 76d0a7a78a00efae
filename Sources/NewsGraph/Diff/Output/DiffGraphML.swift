import Extraction

/// A writer of differences as GraphML: all that changed and the unchanged statements between it, with
/// `added`, `removed`, `changed` or `context` in the column `change` of nodes and edges.
struct DiffGraphML {
  private let out: MarkupText
  private let dialect: GraphMLDialect

  init(to sink: OutputSink, profile: GraphMLProfile = .strict) {
    out = MarkupText(to: sink, forbiddenCharacters: .replace)
    dialect = GraphMLDialect(profile: profile)
  }

  /// Writes a drawing; the sink stays open.
  ///
  /// Characters that XML cannot hold become U+FFFD.
  func write(_ drawing: DiffDrawing) throws {
    try out.writing("the document") { () throws(ForbiddenScalar) in
      out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml")
      out.append(dialect.rootAttributes)
      out.append(">")
      for (domain, names) in [("node", Self.nodeColumns), ("edge", Self.edgeColumns)] {
        for name in names {
          out.append("\n  <key id=\"\(domain).\(name)\" for=\"\(domain)\" attr.name=\"\(name)\"")
          out.append(" attr.type=\"string\"/>")
        }
      }
      try dialect.declareExtraKeys(out)
      out.append("\n  <graph id=\"G\" edgedefault=\"directed\">\n")
    }
    for (number, node) in drawing.nodes.enumerated() {
      try out.writing(node.name) { () throws(ForbiddenScalar) in
        try write(node, number, of: drawing.nodes.count)
      }
    }
    for (number, edge) in drawing.edges.enumerated() {
      try out.writing(edge.text) { () throws(ForbiddenScalar) in
        try write(edge, number, in: drawing)
      }
    }
    out.append("  </graph>\n</graphml>\n")
    try out.flush()
  }

  private static let nodeColumns = ["change", "label", "type", "iri", "detail"]
  private static let edgeColumns = [
    "change", "label", "predicate", "iri", "text", "before", "after", "note", "articles",
  ]

  private func write(_ node: DiffDrawing.Node, _ number: Int, of count: Int)
    throws(ForbiddenScalar)
  {
    let look = look(of: node)
    out.append("    <node id=\"n\(number)\"")
    try dialect.writeAttributes(of: look, out)
    out.append(">")
    try append(
      "node", Self.nodeColumns,
      [node.change.rawValue, node.name, node.type, node.iri ?? "", node.detail])
    try dialect.writeData(of: look, number, of: count, out)
    out.append("</node>\n")
  }

  private func write(_ edge: DiffDrawing.Edge, _ number: Int, in drawing: DiffDrawing)
    throws(ForbiddenScalar)
  {
    let ends = (drawing.nodes[edge.source].name, drawing.nodes[edge.target].name)
    let look = look(of: edge, ends)
    out.append("    <edge id=\"e\(number)\" source=\"n\(edge.source)\"")
    out.append(" target=\"n\(edge.target)\"")
    try dialect.writeAttributes(of: look, out)
    out.append(">")
    try append(
      "edge", Self.edgeColumns,
      [
        edge.change.rawValue, edge.label, edge.predicate, edge.iri, edge.text, edge.before,
        edge.after, edge.note, ListText.joined(edge.articles),
      ])
    try dialect.writeData(of: look, out)
    out.append("</edge>\n")
  }

  private func append(_ domain: String, _ columns: [String], _ values: [String])
    throws(ForbiddenScalar)
  {
    for (column, value) in zip(columns, values) where !value.isEmpty {
      out.append("<data key=\"\(domain).\(column)\">")
      try dialect.writeText(value, out)
      out.append("</data>")
    }
  }

  /// The look of a node: its own shape in the colours of what became of it.
  private func look(of node: DiffDrawing.Node) -> GraphMLNodeLook {
    let type = EntityType(rawValue: node.type)
    let drawn = node.type == "Literal" ? DrawnClass.value : .ofType(type ?? .thing)
    var look = GraphMLNodeLook(
      label: node.name, classes: [node.change.className, node.type], drawn: drawn,
      importance: 1, description: node.detail)
    let change = DiffDOT.Look(node.change)
    (look.color, look.fill) = (change.color, change.fill)
    node.iri.map { look.setURL($0) }
    return look
  }

  /// The look of an edge: the line and colour of what became of it.
  private func look(of edge: DiffDrawing.Edge, _ ends: (String, String)) -> GraphMLEdgeLook {
    var look = GraphMLEdgeLook(
      label: edge.label, interaction: edge.label, type: edge.change.rawValue.uppercased(),
      ends: ends, drawn: DrawnStanding(.asserted), description: edge.text)
    let change = DiffDOT.Look(edge.change)
    (look.color, look.textColor, look.style) = (change.color, change.color, change.style)
    look.width = change.width
    return look
  }
}

extension DiffDrawing.Change {
  /// A label of Neo4j: `Added`.
  fileprivate var className: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
