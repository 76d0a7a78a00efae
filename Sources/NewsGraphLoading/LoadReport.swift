/// How far a load is.
public struct LoadProgress: Sendable, Hashable {
  /// The statements that the server has taken; of a patch, those added and removed.
  public var statements = 0
  /// How many statements of the input, from its beginning, are done with.
  public var position = 0
  /// The requests with statements that the server has taken.
  public var requests = 0
  /// The bytes of their bodies, before they were packed.
  public var bytes = 0
  /// How often a request was sent again.
  public var retries = 0

  /// Makes the progress of a load that has not begun.
  public init() {}
}

/// What came of a load.
public struct LoadReport: Sendable {
  /// What was sent.
  public var progress = LoadProgress()
  /// What was found when the statements in the store were counted.
  public var check = CountCheck.notMade("not asked for")
  /// What a user has to know, in sentences.
  public var notes: [String] = []
  /// How many statements a patch added and removed.
  public var changes: (added: Int, removed: Int)?

  /// What the count of statements in the store says.
  public enum CountCheck: Sendable, Hashable {
    /// The graphs hold the number of statements that they should.
    case right(graphs: Int, statements: Int)
    /// They do not.
    case wrong([LoadError.CountDifference])
    /// Nothing was counted; the text says why.
    case notMade(String)
  }
}
