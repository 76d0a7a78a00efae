/// A writer of differences as GraphML: all that changed and the unchanged statements between it, with
/// `added`, `removed`, `changed` or `context` in the column `change` of nodes and edges.
struct DiffGraphML {
  private let sink: OutputSink

  init(to sink: OutputSink) { self.sink = sink }

  /// Writes a drawing; the sink stays open.
  ///
  /// Characters that XML cannot hold become U+FFFD.
  func write(_ drawing: DiffDrawing) throws {
    var buffer = TextBuffer(capacity: OutputSink.chunkSize)
    let namespace = "http://graphml.graphdrawing.org/xmlns"
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"\(namespace)\"")
    buffer.append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
    buffer.append(" xsi:schemaLocation=\"\(namespace) \(namespace)/1.0/graphml.xsd\">\n")
    for (domain, names) in [("node", Self.nodeColumns), ("edge", Self.edgeColumns)] {
      for name in names {
        buffer.append("  <key id=\"\(domain).\(name)\" for=\"\(domain)\" attr.name=\"\(name)\"")
        buffer.append(" attr.type=\"string\"/>\n")
      }
    }
    buffer.append("  <graph id=\"G\" edgedefault=\"directed\">\n")
    for (number, node) in drawing.nodes.enumerated() {
      buffer.append("    <node id=\"n\(number)\">")
      append(
        "node", Self.nodeColumns,
        [node.change.rawValue, node.name, node.type, node.iri ?? "", node.detail], &buffer)
      buffer.append("</node>\n")
      try buffer.flushIfLarge(to: sink)
    }
    for (number, edge) in drawing.edges.enumerated() {
      buffer.append("    <edge id=\"e\(number)\" source=\"n\(edge.source)\"")
      buffer.append(" target=\"n\(edge.target)\">")
      append(
        "edge", Self.edgeColumns,
        [
          edge.change.rawValue, edge.label, edge.predicate, edge.iri, edge.text, edge.before,
          edge.after, edge.note, ListText.joined(edge.articles),
        ], &buffer)
      buffer.append("</edge>\n")
      try buffer.flushIfLarge(to: sink)
    }
    buffer.append("  </graph>\n</graphml>\n")
    try buffer.flush(to: sink)
  }

  private static let nodeColumns = ["change", "label", "type", "iri", "detail"]
  private static let edgeColumns = [
    "change", "label", "predicate", "iri", "text", "before", "after", "note", "articles",
  ]

  private func append(
    _ domain: String, _ columns: [String], _ values: [String], _ buffer: inout TextBuffer
  ) {
    for (column, value) in zip(columns, values) where !value.isEmpty {
      buffer.append("<data key=\"\(domain).\(column)\">")
      _ = try? buffer.append(value, escaping: XMLCharacters.text, replacing: true)
      buffer.append("</data>")
    }
  }
}
