import Extraction

/// The numbers of a graph that its report tells.
struct GraphFigures: Sendable {
  private(set) var entities = 0
  private(set) var linkedEntities = 0
  private(set) var mentions = 0
  private(set) var classes: [EntityType: Int] = [:]
  private(set) var statements = 0
  private(set) var facts = 0
  private(set) var disputed = 0
  /// The statements of more than one article, and of more than one independent source.
  private(set) var repeated = 0
  private(set) var corroborated = 0
  private(set) var properties: [String: Property] = [:]
  private(set) var claims = 0
  /// The claims in the articles' own voice, and those of others.
  private(set) var ownClaims: [Modality: Int] = [:]
  private(set) var attributedClaims: [Modality: Int] = [:]
  /// The claims of an article that print the text of another one, by the ids of both.
  private(set) var copies: [[String]: Int] = [:]

  /// The statements with one property.
  struct Property: Sendable {
    var all = 0
    var standings: [Modality: Int] = [:]
  }

  /// The numbers of nothing.
  init() {}

  /// The numbers of a graph in memory.
  init(_ graph: KnowledgeGraph) {
    for entity in graph.entities.values { count(entity) }
    for statement in graph.statements.values { count(statement) }
  }

  mutating func count(_ entity: EntityNode) {
    entities += 1
    if entity.link != nil { linkedEntities += 1 }
    mentions += entity.mentionCount
    classes[entity.type, default: 0] += 1
  }

  mutating func count(_ statement: Statement) {
    statements += 1
    if statement.isBareFact { facts += 1 }
    if statement.isDisputed { disputed += 1 }
    if statement.sourceCount > 1 { repeated += 1 }
    if statement.independentSourceCount > 1 { corroborated += 1 }
    properties[statement.key.predicate, default: Property()].all += 1
    properties[statement.key.predicate, default: Property()]
      .standings[statement.standing, default: 0] += 1
    for piece in statement.evidence {
      claims += 1
      if piece.attributedTo.isEmpty {
        ownClaims[piece.modality, default: 0] += 1
      } else {
        attributedClaims[piece.modality, default: 0] += 1
      }
      if let first = piece.firstPrintedIn { copies[[piece.article, first], default: 0] += 1 }
    }
  }
}
