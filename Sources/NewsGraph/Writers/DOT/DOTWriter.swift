import Extraction

/// A writer of the language of Graphviz.
///
/// The node ids are those of GraphML. Labels are short, tooltips tell all; the file names the
/// layout that suits its size, so that a plain `dot -Tsvg` draws it.
/// https://graphviz.org/doc/info/lang.html
struct DOTWriter {
  private let sink: OutputSink
  private let options: DrawingOptions
  private var buffer = TextBuffer(capacity: OutputSink.chunkSize)
  /// The number of characters that were replaced by U+FFFD.
  private(set) var replacedCharacterCount = 0

  /// Makes a writer on a sink.
  init(to sink: OutputSink, options: DrawingOptions) {
    self.sink = sink
    self.options = options
  }

  /// Writes a graph, or the part of it that the options select; the sink stays open.
  ///
  /// - Returns: What is not shown.
  mutating func write(
    _ contents: some GraphContents, _ storage: TemporaryStorage
  ) throws -> [WritingReport.Loss] {
    let graph = try DrawnGraph(contents, options, storage)
    var selection = graph.selection
    let all = DrawnEdge.edges(of: graph, bundled: options.bundlesStatements)
    let places = ArrowSelection.places(
      all.map { ($0.source, $0.target, $0.weight) },
      limit: options.arrowLimit(nodeCount: selection.nodes.count))
    let edges = places.map { all[$0] }
    let statementCount = edges.reduce(0) { $0 + $1.statements.count }
    selection.leaveOut(statements: selection.edges.count - statementCount)
    let clusters = try DrawingClusters(graph, by: options.clusters).clusters
    let layout = DrawingLayout(
      nodeCount: selection.nodes.count, edgeCount: edges.count,
      depth: DrawingLayout.depth(of: edges.map { ($0.source, $0.target) }),
      hasClusters: !clusters.isEmpty)
    writeHeader(graph, selection, edges, layout)
    try writeNodes(graph, selection, layout)
    writeClusters(clusters, layout)
    for edge in edges {
      try write(edge, in: graph, layout)
      try buffer.flushIfLarge(to: sink)
    }
    buffer.append("}\n")
    try buffer.flush(to: sink)
    return selection.losses
  }
}

// MARK: - The graph

extension DOTWriter {
  private mutating func writeHeader(
    _ graph: DrawnGraph, _ selection: DrawingSelection, _ edges: [DrawnEdge],
    _ layout: DrawingLayout
  ) {
    buffer.append("// \(selection.nodes.count) of \(graph.index.nodeCount) nodes and")
    let statementCount = edges.reduce(0) { $0 + $1.statements.count }
    buffer.append(" \(statementCount) of \(graph.index.edgeCount) statements.\n")
    for loss in selection.losses { buffer.append("// Not drawn: \(loss).\n") }
    buffer.append("digraph NewsGraph {\n  graph [")
    for (name, value) in layout.attributes { buffer.append("\(name)=\"\(value)\", ") }
    buffer.append("charset=\"UTF-8\", bgcolor=\"white\", pad=\"0.3\",\n    ")
    buffer.append("fontname=\"Helvetica,Arial,sans-serif\", fontsize=12, ")
    buffer.append("fontcolor=\"#333333\",\n    ")
    buffer.append("labelloc=b, tooltip=\" \", label=")
    legend(graph, selection, edges, layout).append(to: &buffer)
    buffer.append("];\n")
    buffer.append("  node [fontname=\"Helvetica,Arial,sans-serif\", fontcolor=\"")
    buffer.append(DrawnClass.textColor)
    buffer.append("\", margin=\"0.12,0.06\", height=0.3, width=0.5];\n")
    buffer.append("  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=10, arrowsize=0.8];\n")
  }

  private func legend(
    _ graph: DrawnGraph, _ selection: DrawingSelection, _ edges: [DrawnEdge],
    _ layout: DrawingLayout
  ) -> DOTLegend {
    let classes = Set(selection.nodes.map { DrawnClass(graph.node($0)) })
    return DOTLegend(
      title: options.title,
      classes: classes.sorted { $0.name < $1.name },
      standings: Set(edges.filter { !$0.isBackground }.map(\.standing)).sorted(),
      hasDisputed: edges.contains(where: \.isDisputed),
      conflicts: Set(edges.compactMap(\.conflict)).sorted(),
      hasBackground: edges.contains(where: \.isBackground),
      notes: selection.losses.isEmpty
        ? []
        : ["Not drawn: " + selection.losses.map(\.description).joined(separator: "; ")],
      scale: layout.legendScale)
  }

  private mutating func writeClusters(
    _ clusters: [DrawingClusters.Cluster], _ layout: DrawingLayout
  ) {
    let size = Int((13 * max(1, layout.legendScale * 0.75)).rounded())
    for (number, cluster) in clusters.enumerated() {
      buffer.append("  subgraph cluster_\(number) {\n    graph [")
      attribute("label", ShortLabel.cut(cluster.label, to: 48))
      buffer.append(", labelloc=t, fontsize=\(size), fontcolor=\"#555555\", color=\"#BBBBBB\"")
      buffer.append(", style=\"rounded\", bgcolor=\"#FAFAFA\", margin=14];\n    ")
      for node in cluster.nodes { buffer.append("n\(node); ") }
      buffer.append("\n  }\n")
    }
  }

  /// Adds `name="value"`, quoted and escaped.
  private mutating func attribute(
    _ name: StaticString, _ value: String, as use: DOTText.Use = .label
  ) {
    buffer.append(name)
    buffer.append(UInt8(ascii: "="))
    replacedCharacterCount += DOTText.appendQuoted(value, use, to: &buffer)
  }
}

// MARK: - Nodes

extension DOTWriter {
  /// Writes the nodes by class, so that what a class shares is said once.
  private mutating func writeNodes(
    _ graph: DrawnGraph, _ selection: DrawingSelection, _ layout: DrawingLayout
  ) throws {
    let groups = Dictionary(grouping: selection.nodes) { DrawnClass(graph.node($0)) }
    let highest = selection.nodes.map { selection.ranks[$0] }.max() ?? 0
    for (drawn, nodes) in groups.sorted(by: { $0.key.name < $1.key.name }) {
      buffer.append("  {\n    node [shape=\(drawn.shape), style=\"\(drawn.style)\", ")
      buffer.append("color=\"\(drawn.color)\", fillcolor=\"\(drawn.fill)\", ")
      buffer.append("class=\"\(drawn.name)\"")
      if drawn.isDouble { buffer.append(", peripheries=2") }
      buffer.append("];\n")
      for node in nodes {
        let share = highest > 0 ? (selection.ranks[node] / highest).squareRoot() : 0
        write(node, in: graph, layout, share: share, isFocus: selection.focus.contains(node))
        try buffer.flushIfLarge(to: sink)
      }
      buffer.append("  }\n")
    }
  }

  private mutating func write(
    _ number: Int, in graph: DrawnGraph, _ layout: DrawingLayout, share: Double, isFocus: Bool
  ) {
    let sizes = layout.fontSizes
    let size = sizes.lowerBound + (sizes.upperBound - sizes.lowerBound) * share
    buffer.append("    n\(number) [")
    attribute("label", ShortLabel.wrapped(graph.name(number), width: 20))
    buffer.append(", fontsize=\(Int(size.rounded())), ")
    attribute(
      "tooltip", DrawnTooltip.text(of: graph.node(number), name: graph.name(number)),
      as: .tooltip)
    if let iri = graph.node(number).iri {
      let link = graph.node(number).link ?? iri
      // A drawing opens in browsers: no link of it may be a program.
      if DOTText.isWebAddress(link) {
        buffer.append(", ")
        attribute("URL", link)
      }
      buffer.append(", ")
      attribute("iri", iri, as: .data)
    }
    if isFocus { buffer.append(", penwidth=3") }
    buffer.append("];\n")
  }
}

extension PropertyGraph.Node {
  /// The IRI of an entity.
  var iri: String? {
    switch self {
    case .entity(let entity): entity.iri.string
    case .unknown(.iri(let iri)): iri.string
    case .unknown, .value: nil
    }
  }

  /// The page of an entity in Wikidata.
  var link: String? {
    guard case .entity(let entity) = self else { return nil }
    return entity.link.flatMap(Wikidata.entity)?.string
  }
}

// MARK: - Edges

extension DOTWriter {
  private mutating func write(
    _ edge: DrawnEdge, in graph: DrawnGraph, _ layout: DrawingLayout
  ) throws {
    let drawn = edge.look
    let summaries = try edge.statements.map { try StatementSummary($0, in: graph.index) }
    let evidence = summaries.reduce(0) { $0 + $1.evidenceCount }
    buffer.append("  n\(edge.source) -> n\(edge.target) [")
    if let label = label(summaries, of: edge, layout) {
      attribute("label", label)
      buffer.append(", fontcolor=\"\(drawn.textColor)\", ")
    }
    let color = edge.isDisputed ? "\(drawn.color):\(DrawnStanding.disputedColor)" : drawn.color
    buffer.append("style=\(drawn.style), color=\"\(color)\", arrowhead=\(drawn.head)")
    if let conflict = edge.conflict {
      buffer.append(", dir=both, arrowtail=\(DrawnStanding.tail(conflict))")
    }
    buffer.append(", penwidth=\(Self.width(evidence, drawn, layout)), ")
    attribute("tooltip", DrawnTooltip.text(of: edge, summaries, in: graph), as: .tooltip)
    if let page = graph.page(of: edge) {
      buffer.append(", ")
      attribute("URL", page)
    }
    writeData(edge, summaries)
    buffer.append("];\n")
  }

  /// Writes what GraphML has as data, one line for each statement.
  private mutating func writeData(_ edge: DrawnEdge, _ summaries: [StatementSummary]) {
    let statements = edge.statements
    for (name, values) in [
      ("iri", statements.map(\.iri.string)),
      ("predicate", statements.map(\.key.predicate)),
      ("standing", summaries.map(\.standing.rawValue)),
      ("modalities", summaries.map { ListText.joined($0.modalities.map(\.rawValue)) }),
      ("claimants", summaries.map { ListText.joined($0.claimantNames) }),
      ("dates", summaries.map { ListText.joined($0.dates) }),
      ("sources", summaries.map { ListText.joined($0.sources) }),
      ("confidence", summaries.map { DecimalText.twoPlaces($0.confidence) }),
      ("evidence", summaries.map { String($0.evidenceCount) }),
      ("sourcecount", summaries.map { String($0.sourceCount) }),
      ("independentsources", summaries.map { String($0.independentSourceCount) }),
    ] as [(StaticString, [String])] where values.contains(where: { !$0.isEmpty }) {
      buffer.append(", ")
      attribute(name, values.joined(separator: "\n"), as: .data)
    }
    if edge.isDisputed { buffer.append(", disputed=true") }
    if summaries.contains(where: { $0.conflict != nil }) {
      buffer.append(", ")
      attribute(
        "conflict", summaries.map { $0.conflict?.text ?? "" }.joined(separator: "\n"), as: .data)
    }
    if edge.isBackground { buffer.append(", background=true") }
  }

  /// The properties, one a line and each once; what is left of more than four is counted.
  private func label(
    _ summaries: [StatementSummary], of edge: DrawnEdge, _ layout: DrawingLayout
  ) -> String? {
    var lines: [String] = []
    for summary in summaries where !lines.contains(summary.label) { lines.append(summary.label) }
    switch options.edgeLabels {
    case .none: return nil
    case .auto where !layout.showsEdgeLabels: return nil
    case .short:
      let more = lines.count > 1 ? " +\(lines.count - 1)" : ""
      return lines.first.map { ShortLabel.cut($0, to: 16) + more }
    case .auto, .all: break
    }
    if lines.count > 4 { lines = lines.prefix(3) + ["and \(lines.count - 3) more"] }
    if edge.isDisputed { lines.append("(disputed)") }
    if edge.conflict == .conflicts { lines.append("(in conflict)") }
    return lines.map { ShortLabel.cut($0, to: 28) }.joined(separator: "\n")
  }

  /// The width of a line, which grows with the evidence but never covers the drawing; dots need
  /// more of it to be seen.
  private static func width(_ evidence: Int, _ drawn: DrawnStanding, _ layout: DrawingLayout)
    -> String
  {
    let widths = [1.2, 1.2, 1.7, 2.1, 2.4, 2.7, 2.9, 3.1, 3.3]
    let width = widths[min(evidence, widths.count - 1)] + (drawn.style == "dotted" ? 0.7 : 0)
    return NumberText.twoPlaces(width * layout.lineScale)
  }
}
