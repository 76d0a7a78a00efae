/// A rule that turns a word's form into its lemma (Training/MODEL_FORMAT.md, section 8).
enum LemmaRule: Sendable, Equatable {
  /// What becomes of the form's case.
  enum Case: Sendable, Equatable {
    case lower, keep, title, upper
  }

  /// The lemma is a fixed text: `be` for `was`.
  case text(String)
  /// Change the case, drop code points at the end, append a suffix: `cities`, 3, `y` give `city`.
  case edit(Case, drop: Int, suffix: String)

  /// Reads a rule such as `=be` or `l|3|y`; nothing where the text is no rule.
  init?(_ rule: String) {
    if rule.hasPrefix("=") {
      self = .text(String(rule.dropFirst()))
      return
    }
    let parts = rule.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let drop = Int(parts[1]), drop >= 0 else { return nil }
    let letterCase: Case
    switch parts[0] {
    case "l": letterCase = .lower
    case "k": letterCase = .keep
    case "t": letterCase = .title
    case "u": letterCase = .upper
    default: return nil
    }
    self = .edit(letterCase, drop: drop, suffix: String(parts[2]))
  }

  /// The lemma of a form.
  func apply(to form: String) -> String {
    switch self {
    case .text(let lemma):
      return lemma
    case .edit(let letterCase, let drop, let suffix):
      let cased = Self.cased(form.unicodeScalars, letterCase)
      guard drop < cased.count else { return String(cased) }
      return String(String.UnicodeScalarView(cased.dropLast(drop))) + suffix
    }
  }

  private static func cased(
    _ scalars: String.UnicodeScalarView, _ letterCase: Case
  ) -> String.UnicodeScalarView {
    if letterCase == .keep { return scalars }
    var view = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isUpper = letterCase == .upper || (letterCase == .title && index == 0)
      let properties = scalar.properties
      view.append(
        contentsOf: (isUpper ? properties.uppercaseMapping : properties.lowercaseMapping)
          .unicodeScalars)
    }
    return view
  }
}
