/// A writer of DOT for any RDF graph: names and classes on the nodes, values in them and in full in
/// their tooltips, properties on the arrows.
final class RDFDOTWriter: QuadWriter {
  private let sink: OutputSink
  private let graph = RDFPropertyGraph(forbidsNonXML: false)
  private var buffer = TextBuffer(capacity: OutputSink.chunkSize)
  private var replaced = 0
  private var hiddenValues = 0

  init(to sink: OutputSink) { self.sink = sink }

  func handle(_ quad: borrowing EncodedQuad) throws { try graph.handle(quad) }

  func handlePrefix(_ prefix: String, _ namespace: String) { graph.handlePrefix(prefix, namespace) }

  var losses: [WritingReport.Loss] {
    [
      .init(.namedGraphs, graph.graphs.count), .init(.tripleTerms, graph.tripleTermCount),
      .init(.valuesInTooltips, hiddenValues), .init(.replacedCharacters, replaced),
    ]
  }

  func finish() throws {
    let sorted = graph.sorted()
    let labels = RDFLabels(graph.prefixes)
    let naming = RDFLabels.namingColumns(sorted.columns)
    let isLarge = sorted.nodes.count > 300
    buffer.append("digraph RDF {\n  graph [layout=\(isLarge ? "sfdp" : "dot"), overlap=prism, ")
    buffer.append("rankdir=LR, charset=\"UTF-8\", bgcolor=\"white\", pad=\"0.3\"];\n")
    buffer.append("  node [shape=box, style=\"filled,rounded\", ")
    buffer.append("fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, ")
    buffer.append("fontcolor=\"\(DrawnClass.textColor)\", margin=\"0.12,0.06\", height=0.3];\n")
    buffer.append("  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=9, arrowsize=0.8, ")
    buffer.append("color=\"#6E6E6E\", fontcolor=\"#444444\"];\n")
    for index in sorted.nodes.indices {
      write(node: index, of: sorted, naming, labels)
      try buffer.flushIfLarge(to: sink)
    }
    for edge in sorted.edges {
      let predicate = sorted.predicates[Int(edge.predicate)]
      buffer.append("  n\(edge.source) -> n\(edge.target) [")
      attribute("label", PropertyLabel.words(of: RDFLabels.local(predicate)))
      buffer.append(", ")
      attribute("tooltip", labels.short(predicate), as: .tooltip)
      buffer.append(", ")
      attribute("predicate", predicate, as: .data)
      buffer.append("];\n")
      try buffer.flushIfLarge(to: sink)
    }
    buffer.append("}\n")
    try buffer.flush(to: sink)
  }

  private func write(
    node index: Int, of sorted: RDFPropertyGraph.Sorted, _ naming: [Int], _ labels: RDFLabels
  ) {
    let name = sorted.nodes[index]
    let values = sorted.values[index]
    let types = values.filter { sorted.columns[$0.column].kind == "IRI" }.map(\.text)
    let others = values.filter {
      sorted.columns[$0.column].kind != "IRI" && !naming.contains($0.column)
    }
    let lines = others.map { "\(labels.short(sorted.columns[$0.column].predicate)): \($0.text)" }
    var text = ShortLabel.wrapped(sorted.label(ofNode: index, naming), width: 24)
    if !types.isEmpty {
      text +=
        "\n(" + ShortLabel.cut(types.map(RDFLabels.local).joined(separator: ", "), to: 40) + ")"
    }
    for line in lines.prefix(Self.shownValues) { text += "\n" + ShortLabel.cut(line, to: 40) }
    if lines.count > Self.shownValues { text += "\n…" }
    hiddenValues +=
      lines.prefix(Self.shownValues).filter { $0.count > 40 }.count
      + max(0, lines.count - Self.shownValues)
    buffer.append("  n\(index) [")
    attribute("label", text)
    buffer.append(", ")
    let drawn = Self.colors[types.first.map(Self.color) ?? 0]
    buffer.append("color=\"\(drawn.border)\", fillcolor=\"\(drawn.fill)\", ")
    let all =
      [name.hasPrefix("_") ? "_:" + name.dropFirst() : String(name.dropFirst())]
      + types.map { "a " + labels.short($0) } + lines
    attribute("tooltip", all.joined(separator: "\n"), as: .tooltip)
    if !name.hasPrefix("_"), DOTText.isWebAddress(name.dropFirst()) {
      buffer.append(", ")
      attribute("URL", String(name.dropFirst()))
    }
    buffer.append("];\n")
  }

  private static let shownValues = 4

  /// Tints of the colours of Okabe and Ito, which all can tell apart; the first is for no class.
  private static let colors = [
    (border: "#6E6E6E", fill: "#EFEFEF"), (border: "#0072B2", fill: "#D6E9F5"),
    (border: "#00795A", fill: "#CFEBE1"), (border: "#B87A00", fill: "#FBE8C2"),
    (border: "#A34D7D", fill: "#F5DFEB"), (border: "#B84F00", fill: "#F9DCC8"),
    (border: "#9A8F00", fill: "#FBF7C4"),
  ]

  /// The colour of a class, the same in every drawing.
  private static func color(_ type: String) -> Int {
    1 + Int(type.utf8.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) } % UInt32(colors.count - 1))
  }

  private func attribute(_ name: StaticString, _ value: String, as use: DOTText.Use = .label) {
    buffer.append(name)
    buffer.append(UInt8(ascii: "="))
    replaced += DOTText.appendQuoted(value, use, to: &buffer)
  }
}
