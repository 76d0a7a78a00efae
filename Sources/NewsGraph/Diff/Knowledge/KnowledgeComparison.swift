import Extraction

/// The comparison of two knowledge graphs.
struct KnowledgeComparison {
  let old: KnowledgeGraph
  let new: KnowledgeGraph
  let ontology: Ontology?
  private let matching: EntityMatching
  private let oldWords: StatementWords
  private let newWords: StatementWords

  init(_ old: KnowledgeGraph, _ new: KnowledgeGraph, ontology: Ontology?) {
    (self.old, self.new, self.ontology) = (old, new, ontology)
    matching = EntityMatching(old, new)
    oldWords = StatementWords(graph: old, ontology: ontology)
    newWords = StatementWords(graph: new, ontology: ontology)
  }

  /// What changed.
  func changes() -> KnowledgeChanges {
    var changes = KnowledgeChanges()
    changes.articles = articles()
    changes.entities = entities()
    changes.statements = statements()
    changes.conflicts = conflicts()
    return changes
  }

  private func articles() -> [ArticleChange] {
    Set(old.articles.keys).union(new.articles.keys)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap { id in
        let (before, after) = (old.articles[id], new.articles[id])
        let isSame =
          before.map(old.describe)?.triples == after.map(new.describe)?.triples
        return isSame ? nil : ArticleChange(old: before, new: after)
      }
  }
}

// MARK: - Entities

extension KnowledgeComparison {
  private func entities() -> [EntityChange] {
    let grouped = Set(matching.groups.flatMap { $0.old.union($0.new) })
    var changes = matching.groups.map { group in
      change(
        group.old.sorted().compactMap { old.entities[$0] },
        group.new.sorted().compactMap { new.entities[$0] })
    }
    for iri in Set(old.entities.keys).union(new.entities.keys) where !grouped.contains(iri) {
      let change = change(
        [old.entities[iri]].compactMap { $0 }, [new.entities[iri]].compactMap { $0 })
      if !change.kinds.isEmpty { changes.append(change) }
    }
    return changes.sorted { left, right in
      let ranks = (Self.rank(left), Self.rank(right))
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      if left.name != right.name {
        return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
      }
      return (left.iri?.string ?? "") < (right.iri?.string ?? "")
    }
  }

  /// What tells more of a new reading of the world comes first.
  private static func rank(_ change: EntityChange) -> Int {
    switch change.kinds.first {
    case .merged: 0
    case .split: 1
    case .renamed: 2
    case .retyped: 3
    case .relinked: 4
    case .appeared: 5
    case .gone: 6
    case .readdressed: 7
    case .aliases, nil: 8
    }
  }

  private func change(_ before: [EntityNode], _ after: [EntityNode]) -> EntityChange {
    var change = EntityChange(
      kinds: [], old: before.map(ComparedEntity.init), new: after.map(ComparedEntity.init))
    guard let first = before.first, let last = after.first else {
      change.kinds = [before.isEmpty ? .appeared : .gone]
      return change
    }
    guard before.count == 1, after.count == 1 else {
      change.kinds = [before.count >= after.count ? .merged : .split]
      return change
    }
    if first.name != last.name { change.kinds.append(.renamed) }
    if first.type != last.type { change.kinds.append(.retyped) }
    if first.link != last.link { change.kinds.append(.relinked) }
    let names = (Set(first.otherNames + [first.name]), Set(last.otherNames + [last.name]))
    change.gainedAliases = names.1.subtracting(names.0).subtracting([last.name]).sorted()
    change.lostAliases = names.0.subtracting(names.1).subtracting([first.name]).sorted()
    if change.kinds.isEmpty {
      if first.iri != last.iri { change.kinds.append(.readdressed) }
      if names.0 != names.1 { change.kinds.append(.aliases) }
    }
    return change
  }
}

// MARK: - Statements

extension KnowledgeComparison {
  private func renamed(_ iri: IRI) -> IRI { matching.newNames[iri] ?? iri }

  /// What a statement of the old graph is in the new one, where entities have other IRIs.
  private func renamed(_ key: Statement.Key) -> Statement.Key {
    let (key, turned) = StatementRenaming(matching).keys(key)
    guard new.statements[key] == nil, let turned,
      ontology?.property(key.predicate)?.isSymmetric ?? true
    else { return key }
    let isNewlyTurned = new.statements[turned] != nil && old.statements[turned] == nil
    return isNewlyTurned ? turned : key
  }

  private func statements() -> [StatementChange] {
    var before: [Statement.Key: [Statement]] = [:]
    for statement in old.sortedStatements {
      before[renamed(statement.key), default: []].append(statement)
    }
    var changes: [StatementChange] = []
    for key in Set(before.keys).union(new.statements.keys) {
      let olds = before[key] ?? []
      // Statements of entities that are one now are one now.
      var joined = olds.first
      joined?.evidence = Evidence.merged(olds.flatMap(\.evidence))
      if let change = change(joined, new.statements[key]) { changes.append(change) }
    }
    return changes.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      let keys = (left.current?.statement, right.current?.statement)
      guard let one = keys.0, let two = keys.1, one != two else { return left.new != nil }
      return one < two
    }
  }

  private func change(_ before: Statement?, _ after: Statement?) -> StatementChange? {
    var change = StatementChange(
      kinds: [], old: before.map { side($0, oldWords) }, new: after.map { side($0, newWords) })
    guard let before, let after else {
      change.gained = after?.evidence ?? []
      change.lost = before?.evidence ?? []
      change.kinds = [before == nil ? .appeared : .gone]
      return change
    }
    (change.gained, change.lost) = evidence(before, after)
    if Self.standing(before) != Self.standing(after) { change.kinds.append(.standing) }
    if !change.gained.isEmpty { change.kinds.append(.gainedEvidence) }
    if !change.lost.isEmpty { change.kinds.append(.lostEvidence) }
    if change.kinds.isEmpty, differs(before, after) { change.kinds.append(.otherEvidence) }
    return change.kinds.isEmpty ? nil : change
  }

  private static func standing(_ statement: Statement) -> String {
    "\(statement.standing.rawValue) \(statement.isBackground) \(statement.isDisputed)"
  }

  private func side(_ statement: Statement, _ words: StatementWords) -> StatementChange.Side {
    StatementChange.Side(
      statement: statement, words: words.words(of: statement),
      standing: StandingWords(graph: words.graph).words(of: statement))
  }

  /// Whether the same claims are made in other words, so to say.
  private func differs(_ before: Statement, _ after: Statement) -> Bool {
    let left = Set(before.evidence.map { Content($0, in: old, renamed, exact: true) })
    return left != Set(after.evidence.map { Content($0, in: new, { $0 }, exact: true) })
  }

  /// What only the new and what only the old statement has, each claim of one side paired with an
  /// equal one of the other; where passages have moved within an article, that is not news.
  private func evidence(_ before: Statement, _ after: Statement) -> (
    gained: [Evidence], lost: [Evidence]
  ) {
    var gained = after.evidence
    var lost = before.evidence
    for exact in [true, false] {
      var counts: [Content: [Int]] = [:]
      for (index, piece) in gained.enumerated() {
        counts[Content(piece, in: new, { $0 }, exact: exact), default: []].append(index)
      }
      var matched: Set<Int> = []
      lost.removeAll { piece in
        let content = Content(piece, in: old, renamed, exact: exact)
        guard let index = counts[content]?.popLast() else { return false }
        matched.insert(index)
        return true
      }
      gained = gained.indices.filter { !matched.contains($0) }.map { gained[$0] }
    }
    return (gained, lost)
  }

  /// What a claim says of a statement.
  private struct Content: Hashable {
    var article: String
    var modality: Modality
    var claimants: Set<IRI>
    var basis: Claim.Basis
    var detail: [String]

    init(
      _ evidence: Evidence, in graph: KnowledgeGraph, _ renamed: (IRI) -> IRI, exact: Bool
    ) {
      article = evidence.article
      modality = evidence.modality
      claimants = Set(evidence.attributedTo.map(renamed))
      basis = evidence.basis
      detail =
        exact
        ? [
          "\(evidence.range.begin)-\(evidence.range.end)", evidence.date ?? "",
          evidence.place.map { renamed($0).string } ?? "",
          DecimalText.twoPlaces(evidence.confidence), evidence.rule,
          evidence.firstPrintedIn ?? "", evidence.bound?.rawValue ?? "",
        ] : []
    }
  }
}

// MARK: - Conflicts

extension KnowledgeComparison {
  /// A conflict without the claims that show it, whose nodes change with every edit of a text.
  private struct ConflictKey: Hashable {
    var kind: Conflict.Kind
    var grade: Conflict.Grade
    var property: String
    var statements: Set<Statement.Key>
  }

  private func conflicts() -> [ConflictChange] {
    let before = grouped(old.conflicts, renamed)
    let after = grouped(new.conflicts) { $0 }
    let came = after.filter { before[$0.key] == nil }.map { change($0.value, isNew: true) }
    let settled = before.filter { after[$0.key] == nil }.map { change($0.value, isNew: false) }
    return [came, settled].flatMap { changes in changes.sorted { $0.conflict < $1.conflict } }
  }

  private func grouped(
    _ conflicts: [Conflict], _ rename: (Statement.Key) -> Statement.Key
  ) -> [ConflictKey: Conflict] {
    Dictionary(
      conflicts.map { conflict in
        (
          ConflictKey(
            kind: conflict.kind, grade: conflict.grade, property: conflict.property,
            statements: [rename(conflict.first.statement), rename(conflict.second.statement)]),
          conflict
        )
      }, uniquingKeysWith: min)
  }

  private func change(_ conflict: Conflict, isNew: Bool) -> ConflictChange {
    let words = isNew ? newWords : oldWords
    let sides = [conflict.first, conflict.second].compactMap { side -> String? in
      guard let statement = words.graph.statements[side.statement] else { return nil }
      let evidence = statement.evidence.filter { $0.iri == side.claim }
      let standing = StandingWords(graph: words.graph)
      return "\(words.words(of: statement)) (\(standing.words(of: evidence, statement)))"
    }
    var name = words.words(ofContest: conflict.kind, conflict.property, of: conflict.node)
    if conflict.kind == .denial, let denied = words.graph.statements[conflict.second.statement] {
      name = words.words(of: denied)
    }
    return ConflictChange(isNew: isNew, conflict: conflict, words: name, sides: sides)
  }
}
