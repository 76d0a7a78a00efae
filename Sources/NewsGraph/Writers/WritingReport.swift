/// What a format left out or changed, so that nothing is lost in silence.
public struct WritingReport: Sendable, Hashable {
  /// A kind of thing that was left out or changed, with its number.
  public struct Loss: Sendable, Hashable {
    /// What was left out or changed.
    public enum Kind: String, Sendable, CaseIterable {
      /// Characters that the format cannot hold, replaced by U+FFFD.
      case replacedCharacters
      /// Where in the text entities are named.
      case mentionPositions
      /// The named graphs of the articles.
      case namedGraphs
      /// Triples with triple terms of RDF 1.2.
      case tripleTerms
      /// Directions of strings in RDF 1.2.
      case directions
      /// Values that a drawing shows in tooltips only.
      case valuesInTooltips
      /// How often entities are named, which RDF does not tell.
      case mentionCounts
      /// Triples that say nothing of articles, entities and claims.
      case otherTriples
      /// What belongs to one piece of evidence and not to another, folded into one edge.
      case foldedClaims
      /// Edges with the ends of another one, which Gephi's importer of GraphML adds up.
      case parallelEdges
      /// Texts that Cytoscape's reader of GraphML cuts.
      case cutTexts
      /// Tabulators in elements of lists, which separate these in CSV for Neo4j.
      case replacedTabulators
      /// Titles, dates and publishers of articles.
      case articleRecords
      /// Statements with a value instead of an entity.
      case statementsWithValues
      /// Entities that stand in no statement.
      case entitiesWithoutStatements
      /// Entities that rank below those shown.
      case entitiesOfLowRank
      /// Entities too far from the focus.
      case entitiesOutOfFocus
      /// Statements of which an entity is not shown.
      case statementsOfEntitiesNotShown
      /// Statements between entities that are shown, for which there would be too many arrows.
      case weakerStatements
    }

    /// What was left out or changed.
    public var kind: Kind
    /// How many of them.
    public var count: Int

    /// Makes a loss.
    public init(_ kind: Kind, _ count: Int) {
      self.kind = kind
      self.count = count
    }
  }

  /// The format.
  public var format: GraphFormat
  /// The number of bytes written.
  public var byteCount: Int
  /// What was left out or changed, in the order in which it happened.
  public var losses: [Loss]

  /// Makes a report.
  public init(format: GraphFormat, byteCount: Int, losses: [Loss]) {
    self.format = format
    self.byteCount = byteCount
    self.losses = losses.filter { $0.count > 0 }
  }
}

extension WritingReport.Loss: CustomStringConvertible {
  /// The loss in words: `12 entities without statements`.
  public var description: String {
    let isOne = count == 1
    return switch kind {
    case .replacedCharacters:
      "\(count) \(isOne ? "character" : "characters") replaced by U+FFFD"
    case .mentionPositions: "the positions of \(count) \(isOne ? "mention" : "mentions")"
    case .namedGraphs: "\(count) named \(isOne ? "graph" : "graphs")"
    case .tripleTerms:
      "\(count) \(isOne ? "triple with a triple term" : "triples with triple terms")"
    case .directions: "the \(isOne ? "direction of 1 string" : "directions of \(count) strings")"
    case .valuesInTooltips: "\(count) \(isOne ? "value" : "values") shown in full in tooltips only"
    case .mentionCounts:
      "the numbers of mentions of \(count) \(isOne ? "entity" : "entities"), which the input does"
        + " not tell"
    case .otherTriples:
      "\(count) \(isOne ? "triple" : "triples") of other things than articles, entities and claims"
    case .foldedClaims:
      "\(count) \(isOne ? "claim" : "claims") folded into the edges of \(isOne ? "its" : "their")"
        + " statements"
    case .parallelEdges:
      "the difference between \(count) parallel \(isOne ? "edge" : "edges") and the first one of"
        + " the same direction, which Gephi adds up unless the import is told not to merge edges"
        + " (GEXF keeps them apart)"
    case .cutTexts:
      "the beginning of \(count) \(isOne ? "text" : "texts") with a carriage return or ']]>', which"
        + " Cytoscape does not read"
    case .replacedTabulators:
      "\(count) \(isOne ? "tabulator" : "tabulators") in lists, replaced by blanks"
    case .articleRecords:
      "the \(isOne ? "record" : "records") of \(count) "
        + (isOne ? "article" : "articles")
    case .statementsWithValues:
      "\(count) \(isOne ? "statement with a value" : "statements with values")"
        + " (quotations, numbers)"
    case .entitiesWithoutStatements:
      "\(count) \(isOne ? "entity" : "entities") without statements"
    case .entitiesOfLowRank: "\(count) \(isOne ? "entity" : "entities") of lower rank"
    case .entitiesOutOfFocus: "\(count) \(isOne ? "entity" : "entities") out of focus"
    case .weakerStatements:
      "\(count) \(isOne ? "statement" : "statements") that less speaks for, between entities that"
        + " are shown"
    case .statementsOfEntitiesNotShown:
      "\(count) \(isOne ? "statement" : "statements") of entities that are not shown"
    }
  }
}
