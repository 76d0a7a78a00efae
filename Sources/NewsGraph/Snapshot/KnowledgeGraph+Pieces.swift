import Extraction

extension KnowledgeGraph {
  /// Takes the graph apart; `GraphAssembly` puts it together again.
  ///
  /// The order depends on the graph alone: articles, entities, mentions, conflicts, statements.
  package func forEachPiece(
    _ coder: GraphPieceCoder, _ body: (GraphPiece) throws -> Void
  ) rethrows {
    let sorted = sortedEntities
    var mentions: [String: [(IRI, [Mention])]] = [:]
    for entity in sorted {
      for (article, found) in entity.mentions {
        mentions[article, default: []].append((entity.iri, found))
      }
    }
    let named = mentions.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var entities = sorted.makeIterator()
    var articles = named.makeIterator()
    var statements = sortedStatements.makeIterator()
    for article in sortedArticles { try body(coder.piece(of: article)) }
    try forEachPiece(
      coder, iri: { self.articles[$0]?.iri }, entities: { entities.next() },
      mentions: { articles.next().map { ArticleMentions(article: $0.key, entities: $0.value) } },
      statements: { statements.next() }, label: label, body)
  }

  /// Takes conflicts, and entities and statements that come sorted, apart.
  ///
  /// - Parameter iri: Gives the IRIs of articles by their ids.
  func forEachPiece(
    _ coder: GraphPieceCoder, iri: (String) -> IRI?, entities: () throws -> EntityNode?,
    mentions: () throws -> ArticleMentions?, statements: () throws -> Statement?,
    label: (Statement) throws -> String, _ body: (GraphPiece) throws -> Void
  ) rethrows {
    while let entity = try entities() { try body(coder.piece(of: entity)) }
    while let named = try mentions() {
      try body(coder.piece(ofMentions: named.entities, in: named.article))
    }
    let conflicts = conflictPieces(coder)
    let hashes = conflicts.map(\.piece.hash.hexadecimal)
    var conflictsByStatement: [IRI: [Int]] = [:]
    for (number, piece) in conflicts.enumerated() {
      try body(piece.piece)
      for statement in piece.statements {
        conflictsByStatement[statement, default: []].append(number)
      }
    }
    while let statement = try statements() {
      let touching = (conflictsByStatement[statement.iri] ?? []).map {
        (key: conflicts[$0].piece.key, hash: hashes[$0])
      }
      try body(
        coder.piece(of: statement, label: label(statement), articles: iri, conflicts: touching))
    }
  }

  /// The conflicts of each kind between two statements, in the order of the first of them.
  func conflictPieces(
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

/// The mentions of entities in an article; the entities are sorted.
struct ArticleMentions {
  var article: String
  var entities: [(IRI, [Mention])]
}
