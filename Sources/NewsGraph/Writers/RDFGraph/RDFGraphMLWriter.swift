/// A writer of GraphML for any RDF graph, which `GraphMLReader` reads back without loss.
///
/// A column of data for each property with each kind of values; the description of a column begins
/// with `rdf:` and names the property in full, so that programs that know nothing of RDF show short
/// names and the way back stays open. Several values are separated by ` | ` as in our other GraphML.
final class RDFGraphMLWriter: QuadWriter {
  private let sink: OutputSink
  private let replaces: Bool
  private let graph: RDFPropertyGraph
  private var buffer = TextBuffer(capacity: OutputSink.chunkSize)
  private var replaced = 0

  init(to sink: OutputSink, forbiddenCharacters: ForbiddenCharacters) {
    self.sink = sink
    replaces = forbiddenCharacters == .replace
    graph = RDFPropertyGraph(forbidsNonXML: !replaces)
  }

  func handle(_ quad: borrowing EncodedQuad) throws { try graph.handle(quad) }

  func handlePrefix(_ prefix: String, _ namespace: String) { graph.handlePrefix(prefix, namespace) }

  var losses: [WritingReport.Loss] {
    [
      .init(.namedGraphs, graph.graphs.count), .init(.tripleTerms, graph.tripleTermCount),
      .init(.replacedCharacters, replaced),
    ]
  }

  func finish() throws {
    let sorted = graph.sorted()
    let labels = RDFLabels(graph.prefixes)
    writeHeader(sorted, labels)
    let naming = RDFLabels.namingColumns(sorted.columns)
    for index in sorted.nodes.indices {
      write(node: index, of: sorted, naming, labels)
      try buffer.flushIfLarge(to: sink)
    }
    for (index, edge) in sorted.edges.enumerated() {
      let predicate = sorted.predicates[Int(edge.predicate)]
      buffer.append("\n    <edge id=\"e\(index)\" source=\"n\(edge.source)\"")
      buffer.append(" target=\"n\(edge.target)\">")
      data("edge.predicate", predicate)
      data("edge.label", PropertyLabel.words(of: RDFLabels.local(predicate)))
      buffer.append("</edge>")
      try buffer.flushIfLarge(to: sink)
    }
    buffer.append("\n  </graph>\n</graphml>\n")
    try buffer.flush(to: sink)
  }

  private func writeHeader(_ sorted: RDFPropertyGraph.Sorted, _ labels: RDFLabels) {
    let namespace = "http://graphml.graphdrawing.org/xmlns"
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"\(namespace)\"")
    buffer.append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
    buffer.append(" xsi:schemaLocation=\"\(namespace) \(namespace)/1.0/graphml.xsd\">")
    key("node.iri", "node", "iri", "The IRI of the node.")
    key("node.blank", "node", "blank", "The label of a blank node.")
    key("node.label", "node", "label", "The name to show.")
    key("node.classes", "node", "classes", "The classes, shortened.")
    var names: Set<String> = ["iri", "blank", "label", "classes"]
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
      key(
        "p\(index)", "node", name, "rdf: <\(column.predicate)> \(column.kind)",
        type: types[index])
    }
    key("edge.predicate", "edge", "predicate", "The IRI of the property.")
    key("edge.label", "edge", "label", "The property in words.")
    buffer.append("\n  <graph id=\"G\" edgedefault=\"directed\" parse.order=\"nodesfirst\"")
    buffer.append(" parse.nodeids=\"canonical\" parse.edgeids=\"canonical\"")
    buffer.append(" parse.nodes=\"\(sorted.nodes.count)\" parse.edges=\"\(sorted.edges.count)\">")
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
    _ id: String, _ domain: String, _ name: String, _ description: String, type: String = "string"
  ) {
    buffer.append("\n  <key id=\"\(id)\" for=\"\(domain)\" attr.name=\"")
    escape(name, XMLCharacters.attribute)
    buffer.append("\" attr.type=\"\(type)\"><desc>")
    escape(description, XMLCharacters.text)
    buffer.append("</desc></key>")
  }

  private func write(
    node index: Int, of sorted: RDFPropertyGraph.Sorted, _ naming: [Int], _ labels: RDFLabels
  ) {
    let name = sorted.nodes[index]
    buffer.append("\n    <node id=\"n\(index)\">")
    data(name.hasPrefix("_") ? "node.blank" : "node.iri", String(name.dropFirst()))
    data("node.label", ShortLabel.cut(sorted.label(ofNode: index, naming), to: 80))
    let values = sorted.values[index]
    let types = values.filter { sorted.columns[$0.column].kind == "IRI" }
      .map { labels.short($0.text) }
    if !types.isEmpty { data("node.classes", types.joined(separator: ", ")) }
    var start = 0
    while start < values.count {
      let column = values[start].column
      let end = values[start...].firstIndex { $0.column != column } ?? values.count
      data("p\(column)", ListText.joined(values[start..<end].map(\.text)))
      start = end
    }
    buffer.append("</node>")
  }

  private func data(_ key: String, _ value: String) {
    buffer.append("<data key=\"\(key)\">")
    escape(value, XMLCharacters.text)
    buffer.append("</data>")
  }

  /// Forbidden characters were refused when they came, unless they are to be replaced.
  private func escape(_ text: String, _ table: EscapeTable) {
    replaced += (try? buffer.append(text, escaping: table, replacing: true)) ?? 0
  }
}
