import Extraction

/// The texts that a reader sees over a node or an arrow.
enum DrawnTooltip {
  /// The full name, class, other names and mentions of a node.
  static func text(of node: PropertyGraph.Node, name: String) -> String {
    switch node {
    case .unknown: return name
    case .value(let literal): return literal.lexicalForm
    case .entity(let entity):
      var lines = ["\(name) (\(entity.type.rawValue))"]
      let others = entity.otherNames
      if !others.isEmpty {
        let more = others.count > 8 ? ", …" : ""
        lines.append("also: " + others.prefix(8).joined(separator: ", ") + more)
      }
      lines.append(
        "\(counted(entity.mentionCount, "mention")) in \(counted(entity.mentions.count, "article"))"
      )
      return lines.joined(separator: "\n")
    }
  }

  /// The statements of an arrow, each with its standing and its sources.
  static func text(
    of edge: DrawnEdge, _ summaries: [StatementSummary], in graph: DrawnGraph
  ) -> String {
    summaries.map { summary in
      text(of: summary, from: graph.name(edge.source), to: graph.name(edge.target))
    }.joined(separator: "\n\n")
  }

  /// A statement with its standing and its sources.
  static func text(of summary: StatementSummary, from source: String, to target: String)
    -> String
  {
    var lines = ["\(source) – \(summary.label) – \(target)"]
    var standing = summary.modalities.map(\.rawValue).joined(separator: ", ")
    if !summary.claimantNames.isEmpty {
      standing += " (according to \(summary.claimantNames.joined(separator: ", ")))"
    }
    if summary.isDisputed { standing += ", disputed" }
    if let conflict = summary.conflict, !conflict.others.isEmpty {
      standing += conflict.grade == .conflicts ? ", in conflict" : ", differs"
    }
    if summary.isBackground { standing = "background: known beforehand, not said by an article" }
    lines.append(standing)
    if !summary.dates.isEmpty { lines.append("date: " + summary.dates.joined(separator: ", ")) }
    if !summary.placeNames.isEmpty {
      lines.append("place: " + summary.placeNames.joined(separator: ", "))
    }
    let more = summary.sources.count > 6 ? " and \(summary.sources.count - 6) more" : ""
    lines.append("source: " + summary.sources.prefix(6).joined(separator: ", ") + more)
    if summary.sourceCount > 1 {
      let independent = summary.independentSourceCount
      lines.append(
        "\(summary.sourceCount) articles, \(independent) independent "
          + (independent == 1 ? "source" : "sources"))
    }
    lines.append("confidence: " + DecimalText.twoPlaces(summary.confidence))
    return lines.joined(separator: "\n")
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
