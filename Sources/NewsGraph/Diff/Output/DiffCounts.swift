extension GraphDiff {
  /// How much changed.
  public struct Counts: Sendable, Hashable {
    /// Articles that came, went, and changed.
    public var articles = (added: 0, removed: 0, changed: 0)
    /// Entities by what became of them.
    public var entities: [EntityChange.Kind: Int] = [:]
    /// Statements by what became of them; one may count several times.
    public var statements: [StatementChange.Kind: Int] = [:]
    /// Statements that an article states as a fact, and none did.
    public var newFacts = 0
    /// Statements that an article stated as a fact, and none does.
    public var lostFacts = 0
    /// Conflicts that came up, and that were settled.
    public var conflicts = (new: 0, settled: 0)
    /// Triples that were added, and removed.
    public var triples = (added: 0, removed: 0)

    /// Whether two counts are the same.
    public static func == (left: Counts, right: Counts) -> Bool {
      left.articles == right.articles && left.entities == right.entities
        && left.statements == right.statements && left.newFacts == right.newFacts
        && left.lostFacts == right.lostFacts && left.conflicts == right.conflicts
        && left.triples == right.triples
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(entities)
      hasher.combine(statements)
      hasher.combine(triples.added)
      hasher.combine(triples.removed)
    }
  }

  /// How much changed.
  public var counts: Counts {
    var counts = Counts()
    counts.triples = (triples.added.count, triples.removed.count)
    guard let knowledge else { return counts }
    for article in knowledge.articles {
      if article.old == nil {
        counts.articles.added += 1
      } else if article.new == nil {
        counts.articles.removed += 1
      } else {
        counts.articles.changed += 1
      }
    }
    for kind in knowledge.entities.flatMap(\.kinds) { counts.entities[kind, default: 0] += 1 }
    for statement in knowledge.statements {
      for kind in statement.kinds { counts.statements[kind, default: 0] += 1 }
      if statement.isNewFact { counts.newFacts += 1 }
      if statement.isLostFact { counts.lostFacts += 1 }
    }
    let new = knowledge.conflicts.count { $0.isNew }
    counts.conflicts = (new, knowledge.conflicts.count - new)
    return counts
  }
}
