import Extraction

extension KnowledgeGraph {
  /// Takes the graph apart; `GraphAssembly` puts it together again.
  ///
  /// The order depends on the graph alone: articles, entities, mentions, conflicts, statements.
  package func forEachPiece(
    _ coder: GraphPieceCoder, _ body: (GraphPiece) throws -> Void
  ) rethrows {
    for article in sortedArticles { try body(coder.piece(of: article)) }
    var mentions: [String: [(IRI, [Mention])]] = [:]
    for entity in sortedEntities {
      try body(coder.piece(of: entity))
      for (article, found) in entity.mentions {
        mentions[article, default: []].append((entity.iri, found))
      }
    }
    for article in mentions.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      try body(coder.piece(ofMentions: mentions[article] ?? [], in: article))
    }
    let conflicts = conflictPieces(coder)
    var conflictsByStatement: [IRI: [Int]] = [:]
    for (number, piece) in conflicts.enumerated() {
      try body(piece.piece)
      for statement in piece.statements {
        conflictsByStatement[statement, default: []].append(number)
      }
    }
    for statement in sortedStatements {
      let pieces = (conflictsByStatement[statement.iri] ?? []).map { conflicts[$0].piece }
      try body(coder.piece(of: statement, in: self, conflicts: pieces))
    }
  }

  /// The conflicts of each kind between two statements, in the order of the first of them.
  private func conflictPieces(
    _ coder: GraphPieceCoder
  ) -> [(piece: GraphPiece, statements: Set<IRI>)] {
    var order: [GraphPieceKey] = []
    var groups: [GraphPieceKey: (conflicts: [Conflict], statements: Set<IRI>)] = [:]
    for conflict in conflicts {
      let ends = [conflict.first, conflict.second].map { side in
        statements[side.statement]?.iri ?? coder.minter.statement(side.statement)
      }
      let key = GraphPieceKey.conflicts(conflict, (ends[0], ends[1]))
      if groups[key] == nil { order.append(key) }
      groups[key, default: ([], Set(ends))].conflicts.append(conflict)
    }
    return order.compactMap { key in
      groups[key].map { (coder.piece(of: $0.conflicts, key: key), $0.statements) }
    }
  }
}
