/// A place in the text that names an entity.
public struct Mention: Sendable, Hashable {
  /// How a mention names its entity.
  public enum Form: String, Sendable, CaseIterable {
    /// By a name: `Sergey Lavrov`.
    case name
    /// By an adjective of a name: `Armenian`.
    case adjective
    /// By a common noun: `the foreign minister`.
    case nominal
    /// By a pronoun: `he`.
    case pronoun
  }

  /// Where the mention stands in the article's text, in code points.
  public var range: TextRange
  /// How the entity is named there.
  public var form: Form
  /// Why it was taken to name the entity.
  public var reason: MentionReason

  /// Makes a mention.
  public init(range: TextRange, form: Form, reason: MentionReason = .name) {
    self.range = range
    self.form = form
    self.reason = reason
  }
}
