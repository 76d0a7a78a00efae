/// What a text says of the exactness of a number: `at least 12`, `up to 40`, `about 300`.
public enum ValueBound: String, Sendable, CaseIterable {
  /// The number or more.
  case atLeast
  /// The number or fewer.
  case atMost
  /// A number near it.
  case about
}
