import Extraction

/// A graph that is put together of its pieces, of all or of some.
package struct GraphAssembly {
  private let coder: GraphPieceCoder
  /// Articles and statements.
  private var built = KnowledgeGraph()
  private var entities: [IRI: EntityNode] = [:]
  private var conflicts: [Conflict] = []
  private var mentions: [IRI: [String: [Mention]]] = [:]
  /// The pieces that are there.
  package private(set) var keys: Set<GraphPieceKey> = []
  /// The conflicts of the statements.
  private var conflictKeys: [GraphPieceKey] = []

  /// Makes an assembly of nothing.
  package init(_ coder: GraphPieceCoder) { self.coder = coder }

  /// Adds a piece; a second one of the same key has no effect.
  ///
  /// - Throws: `RecordError` where the bytes are no piece of the kind.
  package mutating func add(
    _ kind: GraphPiece.Kind, _ key: GraphPieceKey, _ content: [UInt8]
  ) throws(RecordError) {
    guard keys.insert(key).inserted else { return }
    switch try coder.part(kind, content) {
    case .article(let article): built.add(article)
    case .entity(let entity): entities[entity.iri] = entity
    case .statement(let statement, let touching):
      built.add(statement)
      conflictKeys += touching
    case .conflicts(let found): conflicts += found
    case .mentions(let found, let article):
      for (entity, ranges) in found { mentions[entity, default: [:]][article] = ranges }
    }
  }

  /// The graph of the pieces; mentions of entities that are not there are left out.
  package func graph() -> KnowledgeGraph {
    var graph = built
    for (iri, entity) in entities {
      var entity = entity
      entity.mentions = mentions[iri] ?? [:]
      graph.add(entity)
    }
    graph.conflicts = conflicts.sorted()
    return graph
  }
}

// MARK: - What belongs to the pieces

extension GraphAssembly {
  /// The pieces that a comparison of two incomplete graphs needs besides those in which the two
  /// differ, so that it comes to what a comparison of the complete graphs would.
  ///
  /// These are the entities and articles that the statements name, the conflicts that touch them,
  /// and what the statements became whose entities have other nodes now. Ask again once the pieces
  /// are added; in the end there are no more.
  package static func wanted(
    _ old: GraphAssembly, _ new: GraphAssembly
  ) -> Set<GraphPieceKey> {
    var wanted = Set(old.conflictKeys).union(new.conflictKeys)
    for assembly in [old, new] {
      for statement in assembly.built.statements.values { wanted.formUnion(keys(of: statement)) }
    }
    let renaming = StatementRenaming(old.graph(), new.graph())
    for statement in old.built.statements.values {
      for key in renaming.candidates(statement.key) {
        wanted.insert(.statement(old.coder.minter.statement(key)))
      }
    }
    for conflict in old.conflicts {
      for first in renaming.candidates(conflict.first.statement) {
        for second in renaming.candidates(conflict.second.statement) {
          let ends = (old.coder.minter.statement(first), old.coder.minter.statement(second))
          wanted.insert(.conflicts(conflict, ends))
        }
      }
    }
    return wanted.subtracting(old.keys).union(wanted.subtracting(new.keys))
  }

  private static func keys(of statement: Statement) -> [GraphPieceKey] {
    var entities = [statement.key.subject]
    if case .iri(let object) = statement.key.object { entities.append(object) }
    var keys: [GraphPieceKey] = []
    for evidence in statement.evidence {
      entities += evidence.attributedTo + evidence.addressees
      if let place = evidence.place { entities.append(place) }
      keys.append(.article(evidence.article))
      if let first = evidence.firstPrintedIn { keys.append(.article(first)) }
    }
    return keys + Set(entities).map(GraphPieceKey.entity)
  }
}
