import Extraction

/// Statements and their conflicts.
extension GraphIncrement {
  /// A statement of the latest version.
  func statement(
    _ key: GraphPieceKey
  ) throws -> (statement: Statement, conflicts: [GraphPieceKey])? {
    if let known = before[key] { return known }
    var found: (statement: Statement, conflicts: [GraphPieceKey])?
    if let (kind, content) = try joined.piece(key), kind == .statement,
      case .statement(let statement, let conflicts) = try coder.part(kind, content)
    {
      found = (statement, conflicts)
    }
    before[key] = .some(found)
    return found
  }

  /// The statements in a group as they are now.
  private func statements(inGroup group: UInt64) throws -> [Statement] {
    let others = try joined.statements(inGroup: group).filter { !affected.contains($0) }
    return try others.compactMap { try statement($0)?.statement }
      + (nowByGroup[group] ?? []).compactMap { now[$0] }
  }

  func changeStatements() throws {
    try affectHolders()
    for key in affected {
      if let known = try statement(key)?.statement {
        change.groupsBefore[key] = conflictGroups.groups(of: known)
      }
      if let statement = now[key] {
        let groups = conflictGroups.groups(of: statement)
        change.groups[key] = groups
        for group in groups { nowByGroup[group, default: []].append(key) }
      }
    }
    let conflicts = try conflicts()
    try write(conflicts)
  }

  /// Who followed whom decides what two statements on who holds something come to.
  private func affectHolders() throws {
    var people: Set<IRI> = []
    for key in affected {
      if let known = try statement(key) {
        people.formUnion(conflictGroups.followers(known.statement))
      }
      if let statement = now[key] { people.formUnion(conflictGroups.followers(statement)) }
    }
    for person in people {
      for key in try joined.statements(inGroup: conflictGroups.held(by: person))
      where affected.insert(key).inserted {
        now[key] = try statement(key)?.statement
      }
    }
  }

  /// The conflicts in which an affected statement takes part.
  private func conflicts() throws -> [Conflict] {
    var graph = KnowledgeGraph()
    var holders: Set<IRI> = []
    var seen: Set<UInt64> = []
    func add(_ whole: Statement) throws {
      guard graph.statements[whole.key] == nil else { return }
      // What articles say takes part alone; the gazetteer may be evidence of most articles.
      var statement = whole
      statement.evidence = whole.evidence.filter { $0.basis == .read }
      graph.add(statement)
      for iri in statement.ends where graph.entities[iri] == nil {
        if let entity = try mapping.reference(iri) { graph.add(entity) }
      }
      for piece in statement.evidence where graph.articles[piece.article] == nil {
        if let article = try mapping.articles.article(piece.article) { graph.add(article) }
      }
      if let holder = conflictGroups.holder(statement) { holders.insert(holder) }
    }
    for statement in now.values {
      try add(statement)
      for group in conflictGroups.opponents(of: statement) where seen.insert(group).inserted {
        for other in try statements(inGroup: group) { try add(other) }
      }
    }
    for holder in holders {
      for statement in try statements(inGroup: conflictGroups.succession(of: holder)) {
        try add(statement)
      }
    }
    var finder = ConflictFinder(ontology: pipeline.ontology)
    finder.touching = Set(now.values.map(\.key))
    return finder.conflicts(in: graph)
  }

  /// A piece with conflicts, and what it tells of its place among others.
  private struct ConflictPiece {
    var piece: GraphPiece
    var first: Conflict
    var hash: String
    var statements: [GraphPieceKey]
  }

  private func write(_ conflicts: [Conflict]) throws {
    var graph = KnowledgeGraph()
    graph.conflicts = conflicts
    var new: [GraphPieceKey: ConflictPiece] = [:]
    var newByStatement: [GraphPieceKey: [GraphPieceKey]] = [:]
    for (piece, statements) in graph.conflictPieces(coder) {
      let made = try conflictPiece(piece, statements.map { .statement($0) })
      new[piece.key] = made
      change.pieces.append(piece)
      for statement in made.statements { newByStatement[statement, default: []].append(piece.key) }
    }
    // All conflicts of what is affected were looked for again.
    var old: Set<GraphPieceKey> = []
    var touched = Set(newByStatement.keys)
    for key in affected {
      for conflict in try statement(key)?.conflicts ?? [] where old.insert(conflict).inserted {
        touched.formUnion(try conflictPiece(conflict)?.statements ?? [])
      }
    }
    change.gone.formUnion(old.filter { new[$0] == nil })
    for key in affected.union(touched).sorted() {
      let known = try statement(key)
      guard let statement = affected.contains(key) ? now[key] : known?.statement else {
        change.gone.insert(key)
        continue
      }
      var pieces = (newByStatement[key] ?? []).compactMap { new[$0] }
      if !affected.contains(key) {
        for conflict in known?.conflicts ?? [] where !old.contains(conflict) && new[conflict] == nil
        {
          if let piece = try conflictPiece(conflict) { pieces.append(piece) }
        }
      }
      pieces.sort { $0.first < $1.first }
      change.pieces.append(
        coder.piece(
          of: statement, label: try mapping.label(of: statement), articles: mapping.articles.iri,
          conflicts: pieces.map { ($0.piece.key, $0.hash) }))
    }
  }

  private func conflictPiece(_ key: GraphPieceKey) throws -> ConflictPiece? {
    guard let (kind, content) = try joined.piece(key) else { return nil }
    return try conflictPiece(GraphPiece(kind: kind, key: key, content: content), nil)
  }

  private func conflictPiece(
    _ piece: GraphPiece, _ statements: [GraphPieceKey]?
  ) throws -> ConflictPiece {
    guard case .conflicts(let conflicts) = try coder.part(.conflicts, piece.content),
      let first = conflicts.first
    else { throw RecordError(offset: 0, expected: "conflicts") }
    let ends = [first.first.statement, first.second.statement].map {
      GraphPieceKey.statement(coder.minter.statement($0))
    }
    return ConflictPiece(
      piece: piece, first: first, hash: piece.hash.hexadecimal,
      statements: statements ?? Array(Set(ends)))
  }
}
