import Extraction

/// The graph of the latest version of a corpus, piece by piece.
package protocol JoinedGraph {
  /// The kind and the content of a piece.
  func piece(_ key: GraphPieceKey) throws -> (kind: GraphPiece.Kind, content: [UInt8])?
  /// The statements of a group (see `ConflictGroups`).
  func statements(inGroup group: UInt64) throws -> [GraphPieceKey]
  /// The articles in which an event that a statement names became another node, while the statement
  /// may be of other articles, too.
  func articles(moving statement: GraphPieceKey) throws -> [String]
  /// The pieces of entities and statements to which an article contributes.
  func contributions(of article: String) throws -> [GraphPieceKey]
  /// The statements of an article for which `articles(moving:)` gives it.
  func moving(of article: String) throws -> [GraphPieceKey]
  /// What was read of an article.
  func record(of article: String) throws -> ReadingRecord
}

/// Makes of the graph of one version that of the next: the pieces to which the articles contribute that
/// changed, and those that depend on these.
///
/// An article has a part in the graph that depends on the article and on what its entities and events
/// became (`CorpusMapping`). A statement is the evidence of all parts for it; which of it was printed
/// first depends on nothing but the evidence. Conflicts are between pairs of statements. So all pieces
/// are what they were to which nothing contributes that changed, but for the conflicts with such as do.
package final class GraphIncrement {
  /// What became of an article's part.
  package struct Part: Sendable {
    /// The pieces of entities and statements to which the article contributes.
    package var contributions: [GraphPieceKey] = []
    /// The statements that name an event in it that became another node (see `JoinedGraph`).
    package var moving: [GraphPieceKey] = []

    /// Makes the part of an article that says nothing.
    package init() {}

    init(moving: [GraphPieceKey]) { self.moving = moving }
  }

  /// What differs from the version before.
  package struct Change {
    /// The pieces that may be new or changed, each once.
    package var pieces: [GraphPiece] = []
    /// The pieces that are no more.
    package var gone: Set<GraphPieceKey> = []
    /// The parts that articles have now; of others they are what they were.
    package var parts: [String: Part] = [:]
    /// The groups that statements were in.
    package var groupsBefore: [GraphPieceKey: [UInt64]] = [:]
    /// The groups that they are in.
    package var groups: [GraphPieceKey: [UInt64]] = [:]
  }

  let pipeline: Pipeline
  let coder: GraphPieceCoder
  let mapping: CorpusMapping
  let joined: any JoinedGraph
  let conflictGroups: ConflictGroups
  var change = Change()

  /// The articles whose evidence is made anew, and those that are no more.
  private var renewed: Set<String> = []
  private var removed: Set<String> = []
  /// What the renewed articles say, by article, events as they are in it.
  private var graphs: [String: KnowledgeGraph] = [:]
  /// The statements of which the evidence may be another.
  var affected: Set<GraphPieceKey> = []
  private var affectedEntities: Set<GraphPieceKey> = []
  private var entityIRIs: [GraphPieceKey: IRI] = [:]
  /// The statements of the latest version as far as they were looked at.
  var before: [GraphPieceKey: (statement: Statement, conflicts: [GraphPieceKey])?] = [:]
  /// The affected statements as they are now.
  var now: [GraphPieceKey: Statement] = [:]
  var nowByGroup: [UInt64: [GraphPieceKey]] = [:]
  /// The articles that printed something first, by claim.
  private var marks: [IRI: String] = [:]

  /// Makes an increment.
  ///
  /// - Parameters:
  ///   - pipeline: It reads as the articles were read.
  ///   - coder: The form of the pieces.
  ///   - mapping: What the entities and events of all articles are now.
  ///   - joined: The latest version.
  package init(
    _ pipeline: Pipeline, _ coder: GraphPieceCoder, _ mapping: CorpusMapping,
    _ joined: any JoinedGraph
  ) {
    self.pipeline = pipeline
    self.coder = coder
    self.mapping = mapping
    self.joined = joined
    conflictGroups = pipeline.conflictGroups
  }

  /// Finds what changes.
  ///
  /// - Parameters:
  ///   - changed: The articles that are new or others than before, and those whose entities or events
  ///     became others.
  ///   - copied: The articles of which other texts are copies than before.
  ///   - removed: The articles that are no more.
  ///   - limit: The number of articles beyond which it is cheaper to join all.
  /// - Returns: Nothing where too many articles are to be made anew.
  package func change(
    _ changed: [String], copied: [String], removed: [String], limit: Int
  ) throws -> Change? {
    self.removed = Set(removed)
    for article in removed {
      change.gone.formUnion([.article(article), .mentions(article)])
      try affect(article)
    }
    for article in copied { try affect(article) }
    let moved = try copied.filter { article in
      try mapping.number(of: article).map(mapping.hasSharedEvents) == true
    }
    guard try renew(Set(changed + moved), limit: limit) else { return nil }
    try markCopies()
    try moveEvents()
    try changeEntities()
    try changeStatements()
    return change
  }

  // MARK: - Articles

  private func affect(_ article: String) throws {
    affected.formUnion(try joined.contributions(of: article))
    affected.formUnion(try joined.moving(of: article))
  }

  /// Makes the parts of articles anew, and of those on whose events the same is said.
  private func renew(_ articles: Set<String>, limit: Int) throws -> Bool {
    var open = articles
    var asked: Set<GraphPieceKey> = []
    while true {
      for article in open.sorted() where renewed.insert(article).inserted {
        if renewed.count > limit { return false }
        try renew(article)
      }
      open = []
      for key in affected.subtracting(asked) {
        asked.insert(key)
        open.formUnion(try joined.articles(moving: key))
      }
      open.subtract(renewed)
      open.subtract(removed)
      if open.isEmpty { return true }
    }
  }

  private func renew(_ article: String) throws {
    guard let number = mapping.number(of: article) else { return }
    try affect(article)
    let graph = try mapping.graph(of: try joined.record(of: article), number)
    for statement in graph.statements.values { affected.insert(.statement(statement.iri)) }
    change.parts[article] = Part(moving: try mapping.moving(graph, number))
    graphs[article] = graph
  }

  // MARK: - Copies

  /// Notes which evidence was printed before, on the statements as they are while each event is still
  /// that of its article.
  private func markCopies() throws {
    var groups: [Statement.Key: [Evidence]] = [:]
    for graph in graphs.values {
      for statement in graph.statements.values {
        groups[statement.key, default: []] += statement.evidence
      }
    }
    for key in affected {
      // What became the node of several articles has been marked before that.
      guard let known = try statement(key), !isMade(known.statement.key) else { continue }
      // One after the other, as some have evidence of most articles.
      markCopies(taken(known.statement) + (groups.removeValue(forKey: known.statement.key) ?? []))
    }
    for evidence in groups.values { markCopies(evidence) }
  }

  /// Notes which evidence of a statement was printed before.
  private func markCopies(_ evidence: [Evidence]) {
    var evidence = evidence
    for index in evidence.indices { evidence[index].firstPrintedIn = nil }
    mapping.marker.mark(&evidence)
    for piece in evidence where piece.firstPrintedIn != nil {
      marks[piece.iri] = piece.firstPrintedIn
    }
  }

  /// The evidence that stays.
  private func taken(_ statement: Statement) -> [Evidence] {
    statement.evidence.filter { !renewed.contains($0.article) && !removed.contains($0.article) }
  }

  /// Whether a statement is about an event that became the node of several articles.
  private func isMade(_ key: Statement.Key) -> Bool {
    if mapping.madeNames[key.subject] != nil { return true }
    guard case .iri(let object) = key.object else { return false }
    return mapping.madeNames[object] != nil
  }

  // MARK: - Events

  /// Puts the nodes of events in their places and joins all evidence.
  private func moveEvents() throws {
    var evidence: [Statement.Key: (iri: IRI, pieces: [Evidence])] = [:]
    for article in graphs.keys.sorted() {
      guard var graph = graphs[article], let number = mapping.number(of: article) else { continue }
      graph.updateEvidence { pieces in
        for index in pieces.indices { pieces[index].firstPrintedIn = marks[pieces[index].iri] }
      }
      let events = mapping.events(in: number)
      if !events.isEmpty {
        graph = pipeline.events.rewritten(graph, events)
      }
      add(graph, of: article)
      for statement in graph.statements.values {
        evidence[statement.key, default: (statement.iri, [])].pieces += statement.evidence
      }
    }
    graphs = [:]
    affected.formUnion(evidence.values.map { .statement($0.iri) })
    for key in affected {
      guard let known = try statement(key)?.statement else { continue }
      var found = evidence.removeValue(forKey: known.key) ?? (known.iri, [])
      let isMade = isMade(known.key)
      found.pieces += taken(known).map { piece in
        var piece = piece
        if !isMade { piece.firstPrintedIn = marks[piece.iri] }
        return piece
      }
      settle(known.key, found.iri, found.pieces)
      // What was said before is asked for once more, but not what the gazetteer knew, which may be
      // evidence of most articles.
      before[key]??.statement.evidence = known.evidence.filter { $0.basis == .read }
    }
    for (key, found) in evidence { settle(key, found.iri, found.pieces) }
  }

  /// Notes a statement as it is now.
  private func settle(_ key: Statement.Key, _ iri: IRI, _ evidence: [Evidence]) {
    guard !evidence.isEmpty else { return }
    now[.statement(iri)] = Statement(iri: iri, key: key, evidence: Evidence.merged(evidence))
  }

  /// Notes the pieces of an article alone, and to which others it contributes.
  private func add(_ graph: KnowledgeGraph, of article: String) {
    var keys: Set<GraphPieceKey> = []
    for entity in graph.entities.values {
      let key = GraphPieceKey.entity(entity.iri)
      entityIRIs[key] = entity.iri
      keys.insert(key)
    }
    affectedEntities.formUnion(keys)
    for statement in graph.statements.values { keys.insert(.statement(statement.iri)) }
    change.parts[article]?.contributions = keys.sorted()
    for node in graph.articles.values { change.pieces.append(coder.piece(of: node)) }
    let mentions = graph.sortedEntities.compactMap { entity in
      entity.mentions[article].map { (entity.iri, $0) }
    }
    if mentions.isEmpty {
      change.gone.insert(.mentions(article))
    } else {
      change.pieces.append(coder.piece(ofMentions: mentions, in: article))
    }
  }

  // MARK: - Entities

  private func changeEntities() throws {
    // What an article named before and no longer does may be an entity of others still.
    for key in affected where entityIRIs[key] == nil {
      guard try statement(key) == nil, let (kind, content) = try joined.piece(key),
        kind == .entity, case .entity(let entity) = try coder.part(kind, content)
      else { continue }
      entityIRIs[key] = entity.iri
      affectedEntities.insert(key)
    }
    for iri in try mapping.sharedMadeNames() {
      entityIRIs[.entity(iri)] = iri
      affectedEntities.insert(.entity(iri))
    }
    for key in affectedEntities.sorted() {
      guard let iri = entityIRIs[key] else { continue }
      if let entity = try mapping.entity(iri) {
        change.pieces.append(coder.piece(of: entity))
      } else {
        change.gone.insert(key)
      }
    }
    affected.subtract(affectedEntities)
  }
}
