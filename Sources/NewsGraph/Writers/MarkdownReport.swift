import Extraction

/// The report of an extraction in Markdown: what was read, what was rejected, what was left out.
public struct MarkdownReport: Sendable {
  /// The graph.
  public var graph: KnowledgeGraph
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

  /// Writes the report and finishes the sink.
  public func write(to sink: OutputSink) throws(OutputError) {
    for section in [counts, entities, statements, claims, disputed, copies, input, losses, remarks]
    {
      if let section { try sink.write(section) }
    }
    try sink.finish()
  }
}

extension MarkdownReport {
  private var counts: String? {
    """
    # NewsGraph report

    \(MarkdownText.table(
      ["", "number"],
      [
        ["Articles", String(graph.articles.count)],
        ["Rejected input", String(rejected.count)],
        ["Entities", String(graph.entities.count)],
        ["of them linked to Wikidata", String(graph.entities.values.count { $0.link != nil })],
        ["Mentions", String(graph.mentionCount)],
        ["Statements", String(graph.statements.count)],
        ["of them stated as fact", String(graph.statements.values.count(where: \.isBareFact))],
        ["of them disputed", String(graph.statements.values.count(where: \.isDisputed))],
        [
          "of them in more than one article",
          String(graph.statements.values.count { $0.sourceCount > 1 }),
        ],
        [
          "of them from more than one independent source",
          String(graph.statements.values.count { $0.independentSourceCount > 1 }),
        ],
        ["Claims", String(graph.claimCount)],
      ]))
    """
  }

  private var entities: String? {
    let groups = Dictionary(grouping: graph.entities.values, by: \.type)
    guard !groups.isEmpty else { return nil }
    let rows = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
      [$0.key.rawValue, String($0.value.count)]
    }
    return "\n## Entities by class\n\n" + MarkdownText.table(["Class", "Entities"], rows)
  }

  private var statements: String? {
    let groups = Dictionary(grouping: graph.statements.values, by: \.key.predicate)
    guard !groups.isEmpty else { return nil }
    let rows = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { group in
      [MarkdownText.escaped(group.key), String(group.value.count)]
        + Modality.allCases.map { standing in
          Self.number(group.value.count { $0.standing == standing })
        }
    }
    return """

      ## Statements by property and standing

      The standing is the strongest that a source gives; what only a claimant asserts counts as
      alleged.

      \(MarkdownText.table(["Property", "all"] + Modality.allCases.map(\.rawValue), rows))
      """
  }

  private var claims: String? {
    guard graph.claimCount > 0 else { return nil }
    let evidence = graph.statements.values.flatMap(\.evidence)
    let rows = Modality.allCases.map { modality in
      let some = evidence.filter { $0.modality == modality }
      return [
        modality.rawValue, Self.number(some.count { $0.attributedTo.isEmpty }),
        Self.number(some.count { !$0.attributedTo.isEmpty }),
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
  private var copies: String? {
    var counts: [[String]: Int] = [:]
    for piece in graph.statements.values.flatMap(\.evidence) {
      if let first = piece.firstPrintedIn { counts[[piece.article, first], default: 0] += 1 }
    }
    guard !counts.isEmpty else { return nil }
    let rows = counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { entry in
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
