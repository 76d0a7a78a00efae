/// A word before or after a title or a relational noun that changes what it says.
public struct TitlePrefix: Sendable, Hashable {
  /// What the word does to the title.
  public enum Effect: String, Sendable, CaseIterable {
    /// The bearer no longer holds it: `former`.
    case ended
    /// The bearer is dead: `late`.
    case endedByDeath = "ended-by-death"
    /// The bearer still holds it: `outgoing`.
    case ending
    /// The bearer has just got it: `new`.
    case started
    /// The bearer holds it for a time: `acting`.
    case acting
    /// The bearer will or wants to hold it: `designate`.
    case planned
    /// The bearer is the deputy of who holds it: `deputy`.
    case deputy
    /// The bearer stands below it: `assistant`.
    case subordinate
    /// The bearer shares it: `co-`.
    case joint
    /// The bearer has the title alone: `honorary`.
    case honorary
    /// The bearer stands for it in the opposition: `shadow`.
    case opposition
    /// The title stays what it is: `senior`.
    case keep
  }

  /// The word in lower case.
  public var word: String
  /// What it does.
  public var effect: Effect
  /// The standing that it gives to the claim.
  public var modality: Modality
  /// Whether it stands before the title.
  public var standsBefore: Bool
  /// Whether it stands after the title: `president-elect`.
  public var standsAfter: Bool
  /// Whether a hyphen can join it to the title.
  public var takesHyphen: Bool
}
