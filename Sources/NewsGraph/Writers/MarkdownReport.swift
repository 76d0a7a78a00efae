import Extraction

/// The report of an extraction in Markdown: what was read, what was rejected, what was left out.
public struct MarkdownReport: Sendable {
  /// The graph; of one that is kept on disk what is looked up in it.
  public var graph: KnowledgeGraph
  /// The figures of a graph that is kept on disk.
  private var storedFigures: GraphFigures?
  private var storedArticleCount: Int?
  /// The input that was not read, with the reasons.
  public var rejected: [(path: String, reason: String)]
  /// Further lines for the reader.
  public var notes: [String]
  /// What the formats left out or changed.
  public var exports: [WritingReport]

  /// Makes a report.
  public init(
    graph: KnowledgeGraph, rejected: [(path: String, reason: String)] = [], notes: [String] = [],
    exports: [WritingReport] = []
  ) {
    self.graph = graph
    self.rejected = rejected
    self.notes = notes
    self.exports = exports
  }

  /// Makes a report of a graph that is kept on disk.
  ///
  /// - Throws: `OutputError` where what is on disk cannot be read.
  public init(
    graph: StoredGraph, rejected: [(path: String, reason: String)] = [], notes: [String] = [],
    exports: [WritingReport] = []
  ) throws {
    self.init(
      graph: try Self.contested(graph.contents), rejected: rejected, notes: notes,
      exports: exports)
    var figures = GraphFigures()
    try graph.forEachEntity { figures.count($0) }
    try graph.forEachStatement { figures.count($0) }
    storedFigures = figures
    storedArticleCount = graph.articleCount
  }

  /// What is in a conflict, with the articles that say it.
  private static func contested(_ contents: any GraphContents) throws -> KnowledgeGraph {
    var graph = contents.frame
    for statement in contents.frame.statements.values {
      for piece in statement.evidence where graph.articles[piece.article] == nil {
        if let article = try contents.articles.article(piece.article) { graph.add(article) }
      }
    }
    graph.conflicts = contents.frame.conflicts
    return graph
  }

  /// Writes the report and finishes the sink.
  public func write(to sink: OutputSink) throws(OutputError) {
    let figures = storedFigures ?? GraphFigures(graph)
    for section in [
      counts(figures), entities(figures), statements(figures), claims(figures), disputed,
      copies(figures), input, losses, remarks,
    ] {
      if let section { try sink.write(section) }
    }
    try sink.finish()
  }
}

extension MarkdownReport {
  private func counts(_ figures: GraphFigures) -> String? {
    """
    # NewsGraph report

    \(MarkdownText.table(
      ["", "number"],
      [
        ["Articles", String(storedArticleCount ?? graph.articles.count)],
        ["Rejected input", String(rejected.count)],
        ["Entities", String(figures.entities)],
        ["of them linked to Wikidata", String(figures.linkedEntities)],
        ["Mentions", String(figures.mentions)],
        ["Statements", String(figures.statements)],
        ["of them stated as fact", String(figures.facts)],
        ["of them disputed", String(figures.disputed)],
        ["of them in more than one article", String(figures.repeated)],
        ["of them from more than one independent source", String(figures.corroborated)],
        ["Claims", String(figures.claims)],
      ]))
    """
  }

  private func entities(_ figures: GraphFigures) -> String? {
    guard !figures.classes.isEmpty else { return nil }
    let rows = figures.classes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      [$0.key.rawValue, String($0.value)]
    }
    return "\n## Entities by class\n\n" + MarkdownText.table(["Class", "Entities"], rows)
  }

  private func statements(_ figures: GraphFigures) -> String? {
    guard !figures.properties.isEmpty else { return nil }
    let rows = figures.properties.sorted {
      ($1.value.all, $0.key) < ($0.value.all, $1.key)
    }.map { property in
      [MarkdownText.escaped(property.key), String(property.value.all)]
        + Modality.allCases.map { Self.number(property.value.standings[$0] ?? 0) }
    }
    return """

      ## Statements by property and standing

      The standing is the strongest that a source gives; what only a claimant asserts counts as
      alleged.

      \(MarkdownText.table(["Property", "all"] + Modality.allCases.map(\.rawValue), rows))
      """
  }

  private func claims(_ figures: GraphFigures) -> String? {
    guard figures.claims > 0 else { return nil }
    let rows = Modality.allCases.map { modality in
      [
        modality.rawValue, Self.number(figures.ownClaims[modality] ?? 0),
        Self.number(figures.attributedClaims[modality] ?? 0),
      ]
    }
    return "\n## Claims by modality\n\n"
      + MarkdownText.table(["Modality", "in the article's voice", "attributed"], rows)
  }

  /// The disputes and conflicts, as `CorpusReport` tells them.
  private var disputed: String? {
    // Without a focus there is no name that could be unknown.
    guard let builder = try? ReportBuilder(graph, .init()) else { return nil }
    var outline = ReportOutline()
    outline.add(disputes: builder.disputes(top: Self.listLimit))
    outline.add(contests: builder.contests(top: Self.listLimit))
    return outline.blocks.isEmpty ? nil : "\n" + outline.markdown
  }

  /// How many disputes and conflicts are listed.
  private static let listLimit = 100

  /// The articles whose evidence is the text of another one.
  private func copies(_ figures: GraphFigures) -> String? {
    guard !figures.copies.isEmpty else { return nil }
    let rows = figures.copies.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { entry in
      entry.key.map(MarkdownText.escaped) + [String(entry.value)]
    }
    return """

      ## Articles that print the text of others

      What both say counts as one independent source.

      \(MarkdownText.table(["Article", "same text as", "Claims"], rows))
      """
  }

  private var input: String? {
    guard !rejected.isEmpty else { return nil }
    return "\n## Rejected input\n\n"
      + rejected.map {
        "- \(MarkdownText.escaped($0.path)): \(MarkdownText.escaped($0.reason))\n"
      }.joined()
  }

  private var losses: String? {
    let lines = exports.filter { !$0.losses.isEmpty }.map { export in
      "- \(export.format.name): \(export.losses.map(\.description).joined(separator: "; "))\n"
    }
    return lines.isEmpty ? nil : "\n## Left out\n\n" + lines.joined()
  }

  private var remarks: String? {
    guard !notes.isEmpty else { return nil }
    return "\n## Notes\n\n" + notes.map { "- \(MarkdownText.escaped($0))\n" }.joined()
  }

  private static func number(_ number: Int) -> String { number == 0 ? "" : String(number) }
}
