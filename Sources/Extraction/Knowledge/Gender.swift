/// The grammatical gender that pronouns for a person have.
public enum Gender: String, Sendable, CaseIterable {
  /// She.
  case female
  /// He.
  case male
}
