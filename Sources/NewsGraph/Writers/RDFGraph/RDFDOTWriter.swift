/// A writer of DOT for any RDF graph: names and classes on the nodes, values in them and in full in
/// their tooltips, properties on the arrows.
final class RDFDOTWriter: QuadWriter {
  private let sink: OutputSink
  private let graph = RDFPropertyGraph(forbidsNonXML: false)
  private var buffer = TextBuffer(capacity: OutputSink.chunkSize)
  private var replaced = 0
  private var hiddenValues = 0
  private let options: DrawingOptions
  private var selectionLosses: [WritingReport.Loss] = []

  init(to sink: OutputSink, options: DrawingOptions) {
    self.sink = sink
    self.options = options
  }

  func handle(_ quad: borrowing EncodedQuad) throws { try graph.handle(quad) }

  func handlePrefix(_ prefix: String, _ namespace: String) { graph.handlePrefix(prefix, namespace) }

  var losses: [WritingReport.Loss] {
    [
      .init(.namedGraphs, graph.graphs.count), .init(.tripleTerms, graph.tripleTermCount),
      .init(.valuesInTooltips, hiddenValues), .init(.replacedCharacters, replaced),
    ] + selectionLosses
  }

  func finish() throws {
    let sorted = graph.sorted()
    let labels = RDFLabels(graph.prefixes)
    let naming = RDFLabels.namingColumns(sorted.columns)
    let drawing = try RDFDrawing(sorted, naming, options)
    selectionLosses = drawing.losses
    writeHeader(sorted, drawing)
    for index in drawing.nodes {
      write(node: index, of: sorted, naming, labels, drawing)
      try buffer.flushIfLarge(to: sink)
    }
    for (number, frame) in drawing.frames.enumerated() {
      buffer.append("  subgraph cluster_\(number) {\n    graph [")
      attribute("label", ShortLabel.cut(RDFLabels.local(frame.type), to: 48))
      buffer.append(", fontcolor=\"#555555\", color=\"#BBBBBB\", style=\"rounded\", ")
      buffer.append("bgcolor=\"#FAFAFA\", margin=14];\n    ")
      for node in frame.nodes { buffer.append("n\(node); ") }
      buffer.append("\n  }\n")
    }
    for arrow in drawing.arrows {
      write(arrow, drawing.layout, labels)
      try buffer.flushIfLarge(to: sink)
    }
    buffer.append("}\n")
    try buffer.flush(to: sink)
  }

  private func writeHeader(_ sorted: RDFPropertyGraph.Sorted, _ drawing: RDFDrawing) {
    buffer.append("// \(drawing.nodes.count) of \(sorted.nodes.count) nodes and")
    buffer.append(" \(drawing.tripleCount) of \(sorted.edges.count) triples between nodes.\n")
    buffer.append("digraph RDF {\n  graph [")
    for (name, value) in drawing.layout.attributes { buffer.append("\(name)=\"\(value)\", ") }
    buffer.append("charset=\"UTF-8\", bgcolor=\"white\", pad=\"0.3\",\n    ")
    buffer.append("fontname=\"Helvetica,Arial,sans-serif\", fontsize=12, ")
    buffer.append("fontcolor=\"#333333\",\n    labelloc=b, tooltip=\" \", label=")
    let notes = drawing.losses.map(\.description).joined(separator: "; ")
    DOTLegend(
      title: options.title, classes: [], standings: [], hasDisputed: false, conflicts: [],
      hasBackground: false, notes: notes.isEmpty ? [] : ["Not drawn: " + notes],
      scale: drawing.layout.legendScale
    ).append(to: &buffer)
    buffer.append("];\n")
    buffer.append("  node [shape=box, style=\"filled,rounded\", ")
    buffer.append("fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, ")
    buffer.append("fontcolor=\"\(DrawnClass.textColor)\", margin=\"0.12,0.06\", height=0.3];\n")
    buffer.append("  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=9, arrowsize=0.8, ")
    buffer.append("color=\"#6E6E6E\", fontcolor=\"#444444\"];\n")
  }

  private func write(_ arrow: RDFDrawing.Arrow, _ layout: DrawingLayout, _ labels: RDFLabels) {
    buffer.append("  n\(arrow.source) -> n\(arrow.target) [")
    let words = arrow.predicates.map { PropertyLabel.words(of: RDFLabels.local($0)) }
    let label: String? =
      switch options.edgeLabels {
      case .none: nil
      case .auto where !layout.showsEdgeLabels: nil
      case .short:
        ShortLabel.cut(words[0], to: 16) + (words.count > 1 ? " +\(words.count - 1)" : "")
      case .auto, .all:
        (words.count > 4 ? words.prefix(3) + ["and \(words.count - 3) more"] : words)
          .joined(separator: "\n")
      }
    if let label {
      attribute("label", label)
      buffer.append(", ")
    }
    attribute("tooltip", arrow.predicates.map(labels.short).joined(separator: "\n"), as: .tooltip)
    buffer.append(", ")
    attribute("predicate", arrow.predicates.joined(separator: "\n"), as: .data)
    buffer.append("];\n")
  }

  private func write(
    node index: Int, of sorted: RDFPropertyGraph.Sorted, _ naming: [Int], _ labels: RDFLabels,
    _ drawing: RDFDrawing
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
    let shownValues = drawing.isSmall ? Self.shownValues : 0
    for line in lines.prefix(shownValues) { text += "\n" + ShortLabel.cut(line, to: 40) }
    if drawing.isSmall, lines.count > shownValues { text += "\n…" }
    hiddenValues +=
      lines.prefix(shownValues).filter { $0.count > 40 }.count + max(0, lines.count - shownValues)
    buffer.append("  n\(index) [")
    attribute("label", text)
    buffer.append(", ")
    if let size = drawing.fontSize(ofNode: index) { buffer.append("fontsize=\(size), ") }
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
    if drawing.focus.contains(index) { buffer.append(", penwidth=3") }
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
