public import Extraction

/// One piece of evidence for a statement: where an article says it, who says so and how.
public struct Evidence: Sendable, Hashable {
  /// The name of the claim's node.
  public var iri: IRI
  /// The id of the article.
  public var article: String
  /// The standing that the article gives to the statement.
  public var modality: Modality
  /// The entities who say so, sorted; none where the article says so in its own voice.
  public var attributedTo: [IRI]
  /// When it happened, in ISO 8601.
  public var date: String?
  /// Where it happened.
  public var place: IRI?
  /// The clause in the article's text, in code points.
  public var range: TextRange
  /// The sentence in the article's text, in code points.
  public var sentenceRange: TextRange
  /// How often such readings were right, 0 to 1.
  public var confidence: Double
  /// The construction that it was read from.
  public var rule: String
  /// The id of the first article that prints the same passage, or the same story, where that is
  /// another one: what both say comes from one source.
  public var firstPrintedIn: String?
  /// Whether the article says so or the gazetteer knows it.
  public var basis = Claim.Basis.read
  /// Whether the article names the two ends of a symmetric statement the other way round.
  public var isReversed = false
  /// Those to whom it was said, sorted.
  public var addressees: [IRI] = []
  /// The words that complete it, such as what was called for.
  public var content: String?
  /// What the number counts, where the object is one.
  public var unit: String?
  /// How exact the number is, where the object is one and the text says so.
  public var bound: ValueBound?

  /// Whether the article says so itself, as a fact (see `Claim.isBareFact`).
  public var isBareFact: Bool {
    modality == .asserted && attributedTo.isEmpty && basis == .read
  }
}

extension Evidence: Comparable {
  /// Orders by article, then place in the text, then the rest.
  public static func < (left: Evidence, right: Evidence) -> Bool {
    if left.article != right.article {
      return left.article.utf8.lexicographicallyPrecedes(right.article.utf8)
    }
    if left.range != right.range { return left.range < right.range }
    if left.modality != right.modality { return left.modality < right.modality }
    return left.iri < right.iri
  }
}
