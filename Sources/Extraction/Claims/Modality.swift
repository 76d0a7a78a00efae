/// The standing that a text gives to what it says.
public enum Modality: String, Sendable, CaseIterable, Comparable {
  /// Said to be so.
  case asserted
  /// Said not to be so.
  case denied
  /// Said to be so by somebody whose word the text marks as contested or unverified.
  case alleged
  /// Intended, proposed, promised or expected.
  case planned
  /// So under a condition.
  case conditional

  /// Orders from the strongest standing to the weakest, for sorted output.
  public static func < (left: Modality, right: Modality) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .asserted: 0
    case .denied: 1
    case .alleged: 2
    case .planned: 3
    case .conditional: 4
    }
  }
}
