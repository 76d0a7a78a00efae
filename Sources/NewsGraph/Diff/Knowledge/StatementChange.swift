/// What became of a statement.
public struct StatementChange: Sendable, Hashable {
  /// A way in which a statement can change, the most important first.
  public enum Kind: String, Sendable, CaseIterable {
    /// Its standing is another one: denied before, asserted now.
    case standing
    /// The old version does not have it.
    case appeared
    /// The new version does not have it.
    case gone
    /// It has evidence that it had not.
    case gainedEvidence
    /// It has lost evidence.
    case lostEvidence
    /// The evidence is another one in something else: confidence, place, date or passage.
    case otherEvidence
  }

  /// How one version has it.
  public struct Side: Sendable, Hashable {
    /// The statement.
    public var statement: Statement
    /// Subject, predicate and object as a sentence.
    public var words: String
    /// Its standing in words, with the claimants: `denied by Turkey`.
    public var standing: String
  }

  /// The ways in which it changed, in the order of `Kind`.
  public var kinds: [Kind]
  /// What it was; nothing where it appeared.
  public var old: Side?
  /// What it is; nothing where it is gone.
  public var new: Side?
  /// The evidence that only the new version has.
  public var gained: [Evidence] = []
  /// The evidence that only the old version has.
  public var lost: [Evidence] = []

  /// The newer of the sides that have it.
  var current: Side? { new ?? old }

  /// Whether the new version states as a fact what the old one did not.
  public var isNewFact: Bool {
    new?.statement.isBareFact == true && old?.statement.isBareFact != true
  }

  /// Whether the old version states as a fact what the new one does not.
  public var isLostFact: Bool {
    old?.statement.isBareFact == true && new?.statement.isBareFact != true
  }

  /// How much of a piece of news it is, the most being 0.
  var rank: Int {
    switch kinds.first {
    case .standing: 0
    case .appeared: isNewFact ? 2 : 4
    case .gone: isLostFact ? 3 : 5
    case .gainedEvidence: 6
    case .lostEvidence: 7
    case .otherEvidence, nil: 8
    }
  }
}

/// A conflict between claims that came up or was settled.
public struct ConflictChange: Sendable, Hashable {
  /// Whether the new version has it and the old one has not; else it is settled.
  public var isNew: Bool
  /// The conflict, as the version has it that knows it.
  public var conflict: Conflict
  /// What is contested, in words.
  public var words: String
  /// The two sides as sentences with their standings.
  public var sides: [String]
}
