/// Bytes that are no record of an article.
public struct RecordError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The place of the fault in the record, in bytes from 0.
  public let offset: Int
  /// What should have stood there.
  public let expected: String

  /// The place and what was expected.
  public var description: String {
    "the record of an article is damaged at byte \(offset): expected \(expected)"
  }
}
