import Extraction

/// One arrow of a drawing: one statement, or several between two nodes with one look.
struct DrawnEdge {
  /// The source node.
  let source: Int
  /// The target node.
  let target: Int
  /// The standing that all its statements are drawn with: their own, or where they are disputed the
  /// strongest of those who do not deny them.
  let standing: Modality
  /// Whether sources contradict each other on all its statements.
  let isDisputed: Bool
  /// The grade of the conflicts of all its statements with others, about values and holders.
  let conflict: Conflict.Grade?
  /// Whether no article says so and only the gazetteer knows it.
  let isBackground: Bool
  /// The statements, in the graph's order.
  private(set) var statements: [Statement]

  /// The arrows of a selection in the order of their first statements.
  static func edges(of graph: DrawnGraph, bundled: Bool) -> [DrawnEdge] {
    var edges: [DrawnEdge] = []
    var known: [Key: Int] = [:]
    for edge in graph.shownEdges {
      let key = Key(
        source: edge.source, target: edge.target, standing: edge.statement.drawnStanding,
        isDisputed: edge.statement.isDisputed, conflict: graph.conflict(of: edge.statement),
        isBackground: edge.statement.isBackground)
      if bundled, let index = known[key] {
        edges[index].statements.append(edge.statement)
      } else {
        known[key] = edges.count
        edges.append(DrawnEdge(key, edge.statement))
      }
    }
    return edges
  }

  /// How much speaks for the statements; what no article says counts for little.
  var weight: Double {
    let sum = statements.reduce(0) { sum, statement in
      sum + statement.evidence.reduce(0) { $0 + $1.confidence }
    }
    return isBackground ? sum / 4 : sum
  }

  /// How the arrow looks.
  var look: DrawnStanding { isBackground ? .background : DrawnStanding(standing) }

  private struct Key: Hashable {
    var source: Int
    var target: Int
    var standing: Modality
    var isDisputed: Bool
    var conflict: Conflict.Grade?
    var isBackground: Bool
  }

  private init(_ key: Key, _ statement: Statement) {
    source = key.source
    target = key.target
    standing = key.standing
    isDisputed = key.isDisputed
    conflict = key.conflict
    isBackground = key.isBackground
    statements = [statement]
  }
}

extension DrawnGraph {
  /// The page in the web of the first article that bears an arrow out; nothing where articles have
  /// no pages of their own, and their IRIs are made like those of all other nodes.
  func page(of edge: DrawnEdge) -> String? {
    for statement in edge.statements {
      for piece in statement.evidence where piece.basis == .read {
        guard let iri = index.articles.iri(piece.article)?.string, DOTText.isWebAddress(iri)
        else { continue }
        // `…/statement/5f1c` and `…/article/talks` begin alike.
        let parts = statement.iri.string.split(separator: "/", omittingEmptySubsequences: false)
        if !iri.hasPrefix(parts.dropLast(2).joined(separator: "/") + "/") { return iri }
      }
    }
    return nil
  }

  /// The grade of a statement's conflicts with other statements, which the look of a disputed one
  /// does not show.
  fileprivate func conflict(of statement: Statement) -> Conflict.Grade? {
    guard let mark = index.conflicts[statement], !mark.others.isEmpty else { return nil }
    return mark.grade
  }
}

extension Statement {
  /// The standing that decides the look of an arrow; that somebody denies it, the second line shows.
  fileprivate var drawnStanding: Modality {
    guard isDisputed else { return standing }
    return evidence.filter { $0.basis == .read && $0.modality != .denied }
      .map { $0.isBareFact || $0.modality != .asserted ? $0.modality : .alleged }
      .min() ?? standing
  }
}
