/// The standing of a clause: how sure it is, and who says so.
struct Standing: Sendable, Hashable {
  /// The modality.
  var modality: Modality = .asserted
  /// The entities who say so, outermost first.
  var claimants: [Int] = []
  /// Whether somebody says so whom the text does not name; such a clause is at most alleged.
  var isHearsay = false

  /// What a denial of the denial makes of it: a fact, unless a cue knows better (`did not rule out`).
  var afterDenial = Modality.asserted

  /// Adds what a cue around the clause says.
  ///
  /// What is denied twice is said to be so; else the weaker of two standings holds, so a planned
  /// thing that is only alleged stays planned, one that is cancelled is denied, and a condition
  /// outweighs all.
  mutating func weaken(by other: Modality) {
    switch (modality, other) {
    case (.denied, .denied): modality = afterDenial
    case (.denied, _): break
    case (.conditional, .denied): break
    case (_, .denied): modality = .denied
    default: modality = max(modality, other)
    }
  }

  /// Adds claimants, each once.
  mutating func attribute(to others: [Int]) {
    for claimant in others where !claimants.contains(claimant) { claimants.append(claimant) }
  }
}
