/// A statement that a lenient reader skipped.
public struct RejectedStatement: Sendable, Hashable {
  /// What is wrong with it, and where.
  public var error: GraphReadingError
  /// The text of the statement as it stands in the file, as far as the reader has it.
  public var text: String
}
