/// What becomes of characters that a format cannot hold, such as U+0001 in XML 1.0.
public enum ForbiddenCharacters: Hashable, Sendable {
  /// They are an error that names the node and the code point.
  case refuse
  /// They become U+FFFD, and are counted.
  case replace
}
