import Extraction

extension StoredGraph {
  /// Takes the graph apart, in the order in which `KnowledgeGraph.forEachPiece` does.
  package func forEachPiece(
    _ coder: GraphPieceCoder, _ body: (GraphPiece) throws -> Void
  ) throws {
    let (entities, statements) = (try contents.entities(), try contents.statements())
    let mentions = try MentionsByArticle(contents, storage)
    try contents.articles.articles().forEach { try body(coder.piece(of: $0)) }
    try contents.frame.forEachPiece(
      coder, iri: contents.articles.iri, entities: entities.next, mentions: mentions.next,
      statements: statements.next,
      label: contents.label, body)
  }
}
