import Extraction

/// The entities and statements of a set of articles.
///
/// Merging is associative and commutative, and merging a graph with itself changes nothing: any
/// grouping and any order of the articles give the same graph.
public struct KnowledgeGraph: Sendable, Hashable {
  /// The articles by id.
  public private(set) var articles: [String: ArticleNode] = [:]
  /// The entities by IRI.
  public private(set) var entities: [IRI: EntityNode] = [:]
  /// The statements by subject, predicate and object.
  public private(set) var statements: [Statement.Key: Statement] = [:]
  /// The claims that do not go together, sorted, as `markConflicts` found them; they are inferred of
  /// the whole, so that whatever is added makes them void.
  public internal(set) var conflicts: [Conflict] = []

  /// Makes an empty graph.
  public init() {}

  /// The articles, sorted by id.
  public var sortedArticles: [ArticleNode] {
    articles.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// The entities, sorted by IRI.
  public var sortedEntities: [EntityNode] { entities.keys.sorted().compactMap { entities[$0] } }

  /// The statements, sorted by subject, predicate and object.
  public var sortedStatements: [Statement] { StatementOrder.sorted(Array(statements.values)) }

  /// Adds an article.
  ///
  /// Ids are unique within a run; should two articles share one all the same, the one whose record
  /// sorts first stays, whatever the order in which they come.
  public mutating func add(_ article: ArticleNode) {
    conflicts = []
    if let known = articles[article.id], known.sortKey <= article.sortKey { return }
    articles[article.id] = article
  }

  /// Adds an entity, or its names and mentions to the one with the same IRI.
  public mutating func add(_ entity: EntityNode) {
    conflicts = []
    // In place, as a copy of what thousands of articles name would be one for each of them.
    if entities[entity.iri]?.merge(entity) == nil { entities[entity.iri] = entity }
  }

  /// Adds a statement, or its evidence to the one that is there.
  public mutating func add(_ statement: Statement) {
    conflicts = []
    guard let index = statements.index(forKey: statement.key) else {
      var sorted = statement
      sorted.evidence = Evidence.merged(statement.evidence)
      statements[statement.key] = sorted
      return
    }
    Evidence.merge(statement.evidence, into: &statements.values[index].evidence)
  }

  /// Changes the evidence of every statement.
  mutating func updateEvidence(_ change: (inout [Evidence]) -> Void) {
    // In place: a copy of all evidence would take as much memory as the graph.
    var index = statements.values.startIndex
    while index != statements.values.endIndex {
      change(&statements.values[index].evidence)
      statements.values.formIndex(after: &index)
    }
  }

  /// The graph with its conflicts, but without its articles.
  var withoutArticles: KnowledgeGraph {
    var graph = self
    graph.articles = [:]
    return graph
  }

  /// Adds all that another graph holds.
  public mutating func merge(_ other: KnowledgeGraph) {
    for article in other.articles.values { add(article) }
    for entity in other.entities.values { add(entity) }
    for statement in other.statements.values { add(statement) }
  }
}

extension EntityNode {
  /// Adds the names, links and mentions of the same entity in other articles.
  ///
  /// Names are voted for by article ids and not counted, as otherwise merging twice would weigh an
  /// article double.
  mutating func merge(_ other: EntityNode) {
    for (article, found) in other.mentions {
      let known = mentions[article] ?? []
      mentions[article] = Set(known).union(found).sorted { $0.sortKey < $1.sortKey }
    }
    for (name, voters) in other.nameVoters {
      nameVoters[name, default: []].formUnion(voters)
    }
    aliases.formUnion(other.aliases)
    links.formUnion(other.links)
  }
}

extension ArticleNode {
  /// What orders articles that share an id.
  var sortKey: String {
    [
      iri.string, title ?? "", published?.description ?? "", publisher ?? "",
      authors.joined(separator: "\u{1F}"), language ?? "", String(characterCount),
    ].joined(separator: "\u{1E}")
  }
}

extension Mention {
  fileprivate var sortKey: (TextRange, String) { (range, form.rawValue) }
}

extension Evidence {
  /// Adds evidence to some that is sorted, with each claim once.
  ///
  /// What one article says, as it comes while a graph grows, is compared with the evidence from that
  /// article alone: some statements stand in thousands of articles.
  static func merge(_ new: [Evidence], into known: inout [Evidence]) {
    guard let article = new.first?.article else { return }
    guard new.allSatisfy({ $0.article == article }) else {
      known = merged(known + new)
      return
    }
    let begin = known.firstSortedIndex {
      !$0.article.utf8.lexicographicallyPrecedes(article.utf8)
    }
    let end = known.firstSortedIndex { article.utf8.lexicographicallyPrecedes($0.article.utf8) }
    known.replaceSubrange(begin..<end, with: merged(Array(known[begin..<end]) + new))
  }

  /// The evidence sorted, each claim once.
  ///
  /// Two readings of one clause may differ in their rule and so in their confidence; the surest one
  /// stays, and of equals the one that sorts first, whatever the order in which they come.
  static func merged(_ evidence: [Evidence]) -> [Evidence] {
    var best: [IRI: Evidence] = [:]
    for piece in evidence {
      if let known = best[piece.iri], known.isPreferred(to: piece) { continue }
      best[piece.iri] = piece
    }
    return best.values.sorted()
  }

  private func isPreferred(to other: Evidence) -> Bool {
    if confidence != other.confidence { return confidence > other.confidence }
    return tieKey <= other.tieKey
  }

  private var tieKey: String {
    [
      rule, date ?? "", place?.string ?? "", firstPrintedIn ?? "", String(sentenceRange.begin),
      String(sentenceRange.end),
    ].joined(separator: "\u{1F}")
  }
}

extension Array {
  /// The first index for which something holds that holds for all that come after it, too.
  fileprivate func firstSortedIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
