/// Words of a sentence that name a time, with the time in ISO 8601.
public struct TimeExpression: Sendable, Hashable {
  /// What sort of time an expression names.
  public enum Kind: String, Sendable, CaseIterable {
    /// A day, month, year, or an interval of them.
    case date
    /// A length of time: `for two weeks`.
    case duration
    /// A repetition: `every Monday`.
    case recurring
  }

  /// The indices of the words in the sentence, without `on` and `in`.
  public var tokens: Range<Int>
  /// The time in ISO 8601.
  ///
  /// A day is `2020-10-09`, a month `2020-10`, a year `1994`, an interval `2020-09-27/2020-10-09`.
  /// An interval without an end is `1991/..`, one without a beginning `../2030`, as in ISO 8601-2
  /// (the Extended Date/Time Format, level 1). A duration is `P2W`, a repetition `R/P1W`.
  public var value: String
  /// What sort of time it is.
  public var kind: Kind

  /// Makes an expression.
  public init(tokens: Range<Int>, value: String, kind: Kind = .date) {
    self.tokens = tokens
    self.value = value
    self.kind = kind
  }
}
