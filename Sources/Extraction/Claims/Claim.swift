/// What an article says about an entity: a proposition, its standing and its evidence.
public struct Claim: Sendable, Hashable {
  /// The object of a claim.
  public enum Object: Sendable, Hashable {
    /// The entity at an index of the article's entities.
    case entity(Int)
    /// A value of an XML Schema datatype, named by its local name: `string`, `integer`, `date`.
    case literal(value: String, datatype: String)
  }

  /// Where a claim comes from.
  public enum Basis: String, Sendable, CaseIterable, Comparable {
    /// From the words of its passage.
    case read
    /// From the gazetteer or the ontology, for entities that the article names.
    case background

    /// Orders what was read before what was known.
    public static func < (left: Basis, right: Basis) -> Bool {
      left == .read && right == .background
    }
  }

  /// The index of the subject in the article's entities.
  public var subject: Int
  /// The local name of a property of the ontology, or an open predicate (see `OpenPredicate`).
  public var predicate: String
  /// The object.
  public var object: Object
  /// The standing that the article gives to the proposition.
  public var modality: Modality
  /// The indices of the entities who say so; empty where the article says so in its own voice.
  ///
  /// What is said to be so by nobody in particular has the modality `alleged`.
  public var attributedTo: [Int]
  /// When it happened, in ISO 8601: a date, a month, a year or an interval `a/b`.
  public var date: String?
  /// The index of the place where it happened in the article's entities.
  public var place: Int?
  /// The clause that it was read from, in code points.
  public var range: TextRange
  /// The sentence around it, in code points.
  public var sentenceRange: TextRange
  /// The share of such readings that were right on development data, 0 to 1.
  public var confidence: Double
  /// The construction that it was read from.
  public var rule: String
  /// Whether the article says so or the gazetteer knows it.
  public var basis: Basis
  /// The indices of those to whom it was said: `told reporters`.
  public var addressees: [Int] = []
  /// The words that complete it, such as what was called for, promised or denied.
  public var content: String?
  /// What the number counts, where the object is one: `people`, `euros`.
  public var unit: String?
  /// How exact the number is, where the object is one and the text says so: `at least 12`.
  public var bound: ValueBound?

  /// Makes a claim.
  public init(
    subject: Int, predicate: String, object: Object, modality: Modality = .asserted,
    attributedTo: [Int] = [], date: String? = nil, place: Int? = nil,
    range: TextRange, sentenceRange: TextRange, confidence: Double, rule: String,
    basis: Basis = .read, bound: ValueBound? = nil
  ) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.modality = modality
    self.attributedTo = attributedTo
    self.date = date
    self.place = place
    self.range = range
    self.sentenceRange = sentenceRange
    self.confidence = confidence
    self.rule = rule
    self.basis = basis
    self.bound = bound
  }

  /// The claim without date and place: what a name or a title says holds beyond the clause that it
  /// stands in.
  var timeless: Claim { dated(nil) }

  /// The claim with another date and no place: that of what is taken for granted is its own.
  func dated(_ date: String?) -> Claim {
    var claim = self
    claim.date = date
    claim.place = nil
    return claim
  }

  /// Whether the article says so itself, as a fact; what the gazetteer alone knows, no article says.
  ///
  /// The only test for a plain triple in the whole program: every writer asks the statement, and
  /// the statement asks this.
  public var isBareFact: Bool {
    modality == .asserted && attributedTo.isEmpty && basis == .read
  }
}
