/// A writer of GraphML for any RDF graph, which `GraphMLReader` reads back without loss.
///
/// A column of data for each property with each kind of values; the description of a column begins
/// with `rdf:` and names the property in full, so that programs that know nothing of RDF show short
/// names and the way back stays open. Several values are separated by ` | ` as in our other GraphML.
final class RDFGraphMLWriter: QuadWriter {
  private let out: MarkupText
  private let graph: RDFPropertyGraph
  private let dialect: GraphMLDialect
  private var parallelEdges = 0

  init(
    to sink: OutputSink, forbiddenCharacters: ForbiddenCharacters,
    profile: GraphMLProfile = .strict
  ) {
    out = MarkupText(to: sink, forbiddenCharacters: forbiddenCharacters)
    graph = RDFPropertyGraph(forbidsNonXML: forbiddenCharacters == .refuse)
    dialect = GraphMLDialect(profile: profile)
  }

  func handle(_ quad: borrowing EncodedQuad) throws { try graph.handle(quad) }

  func handlePrefix(_ prefix: String, _ namespace: String) { graph.handlePrefix(prefix, namespace) }

  var losses: [WritingReport.Loss] {
    [
      .init(.namedGraphs, graph.graphs.count), .init(.tripleTerms, graph.tripleTermCount),
      .init(.replacedCharacters, out.replacedCount), .init(.parallelEdges, parallelEdges),
      .init(.cutTexts, out.cutCount),
    ]
  }

  func finish() throws {
    let sorted = graph.sorted()
    let labels = RDFLabels(graph.prefixes)
    let lists = dialect.hasArrays ? sorted.listColumns : []
    // What XML cannot hold was refused when it came, unless it is to be replaced.
    try out.writing("the document") { () throws(ForbiddenScalar) in
      try writeHeader(sorted, labels, lists)
    }
    let looks = dialect.hasLooks ? RDFGraphMLLooks(sorted, labels) : nil
    let naming = RDFLabels.namingColumns(sorted.columns)
    for index in sorted.nodes.indices {
      try out.writing("node n\(index)") { () throws(ForbiddenScalar) in
        try write(node: index, of: sorted, naming, labels, lists, looks)
      }
    }
    for (index, edge) in sorted.edges.enumerated() {
      try out.writing("edge e\(index)") { () throws(ForbiddenScalar) in
        try write(edge, index, of: sorted, looks)
      }
    }
    out.append("\n  </graph>\n</graphml>\n")
    try out.flush()
    if dialect.profile == .gephi { parallelEdges = sorted.parallelEdgeCount }
  }

  private func writeHeader(
    _ sorted: RDFPropertyGraph.Sorted, _ labels: RDFLabels, _ lists: Set<Int>
  ) throws(ForbiddenScalar) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml")
    out.append(dialect.rootAttributes)
    out.append(">")
    try key("node.iri", "node", "iri", "The IRI of the node.")
    try key("node.blank", "node", "blank", "The label of a blank node.")
    try key("node.label", "node", "label", "The name to show.")
    try key("node.classes", "node", "classes", "The classes, shortened.")
    var names: Set<String> = ["iri", "blank", "label", "classes"]
    names.formUnion(dialect.extraKeys.filter { $0.domain == .node }.map(\.name))
    let types = RDFColumnType.types(of: sorted)
    for (index, column) in sorted.columns.enumerated() {
      var name = labels.short(column.predicate)
      if column.kind.hasPrefix("@") { name += "." + column.kind.dropFirst() }
      if column.kind == "IRI" { name += ".iri" }
      if column.kind.hasPrefix("^^") {
        name += "." + RDFLabels.local(String(column.kind.dropFirst(3).dropLast()))
      }
      name = Self.token(name)
      if !names.insert(name).inserted {
        name += ".\(index)"
        names.insert(name)
      }
      try key(
        "p\(index)", "node", name, "rdf: <\(column.predicate)> \(column.kind)",
        type: types[index], isArray: lists.contains(index))
    }
    try key("edge.predicate", "edge", "predicate", "The IRI of the property.")
    try key("edge.label", "edge", "label", "The property in words.")
    try dialect.declareExtraKeys(out)
    out.append("\n  <graph id=\"G\" edgedefault=\"directed\" parse.order=\"nodesfirst\"")
    out.append(" parse.nodeids=\"canonical\" parse.edgeids=\"canonical\"")
    out.append(" parse.nodes=\"\(sorted.nodes.count)\" parse.edges=\"\(sorted.edges.count)\">")
  }

  /// The name with all that cannot stand in an `NMTOKEN`, which the schema asks for, as `_`.
  private static func token(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map {
          XMLCharacters.isNCNameCharacter($0) || $0 == ":" ? $0 : "_" as Unicode.Scalar
        }))
  }

  private func key(
    _ id: String, _ domain: String, _ name: String, _ description: String, type: String = "string",
    isArray: Bool = false
  ) throws(ForbiddenScalar) {
    out.append("\n  <key id=\"\(id)\" for=\"\(domain)\"")
    try out.attribute("attr.name", name)
    try out.attribute("attr.type", type)
    if isArray { try out.attribute("attr.list", type) }
    out.append("><desc>")
    try out.text(description)
    out.append("</desc></key>")
  }

  private func write(
    node index: Int, of sorted: RDFPropertyGraph.Sorted, _ naming: [Int], _ labels: RDFLabels,
    _ lists: Set<Int>, _ looks: RDFGraphMLLooks?
  ) throws(ForbiddenScalar) {
    let name = sorted.nodes[index]
    let label = ShortLabel.cut(sorted.label(ofNode: index, naming), to: 80)
    let look = looks?.node(index, label)
    out.append("\n    <node id=\"n")
    out.append(index)
    out.append("\"")
    if let look { try dialect.writeAttributes(of: look, out) }
    out.append(">")
    try data(name.hasPrefix("_") ? "node.blank" : "node.iri", String(name.dropFirst()))
    try data("node.label", label)
    let values = sorted.values[index]
    let types = values.filter { sorted.columns[$0.column].kind == "IRI" }
      .map { labels.short($0.text) }
    if !types.isEmpty { try data("node.classes", types.joined(separator: ", ")) }
    var start = 0
    while start < values.count {
      let column = values[start].column
      let end = values[start...].firstIndex { $0.column != column } ?? values.count
      let texts = values[start..<end].map(\.text)
      try data(
        "p\(column)", lists.contains(column) ? JSONText.array(texts) : ListText.joined(texts))
      start = end
    }
    if let look { try dialect.writeData(of: look, index, of: sorted.nodes.count, out) }
    out.append("</node>")
  }

  private func write(
    _ edge: RDFPropertyGraph.Edge, _ index: Int, of sorted: RDFPropertyGraph.Sorted,
    _ looks: RDFGraphMLLooks?
  ) throws(ForbiddenScalar) {
    let predicate = sorted.predicates[Int(edge.predicate)]
    let look = looks?.edge(edge)
    out.append("\n    <edge id=\"e")
    out.append(index)
    out.append("\" source=\"n")
    out.append(Int(edge.source))
    out.append("\" target=\"n")
    out.append(Int(edge.target))
    out.append("\"")
    if let look { try dialect.writeAttributes(of: look, out) }
    out.append(">")
    try data("edge.predicate", predicate)
    try data("edge.label", PropertyLabel.words(of: RDFLabels.local(predicate)))
    if let look { try dialect.writeData(of: look, out) }
    out.append("</edge>")
  }

  private func data(_ key: String, _ value: String) throws(ForbiddenScalar) {
    out.append("<data key=\"")
    out.append(key)
    out.append("\">")
    try dialect.writeText(value, out)
    out.append("</data>")
  }
}

extension RDFPropertyGraph.Sorted {
  /// The columns of which some node has more than one value.
  var listColumns: Set<Int> {
    var found: Set<Int> = []
    for values in values {
      for (value, next) in zip(values, values.dropFirst()) where value.column == next.column {
        found.insert(value.column)
      }
    }
    return found
  }

  /// The number of edges that have the same ends as an earlier one.
  var parallelEdgeCount: Int {
    var seen: Set<SIMD2<Int32>> = []
    return edges.reduce(0) { $0 + (seen.insert(SIMD2($1.source, $1.target)).inserted ? 0 : 1) }
  }
}
