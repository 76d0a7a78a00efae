import Extraction

/// A literal as something to compare: a number, a stretch of days or a text.
enum ClaimedValue {
  case number(Double)
  case days(DateSpan)
  case text(String)

  init(_ literal: Literal) {
    switch literal.datatype {
    case XSD.integer, XSD.decimal, XSD.nonNegativeInteger:
      self = Double(literal.lexicalForm).map(Self.number) ?? .text(literal.lexicalForm)
    case XSD.date, XSD.dateTime, XSD.gYear, XSD.gYearMonth:
      self = DateSpan(iso: literal.lexicalForm).map(Self.days) ?? .text(literal.lexicalForm)
    default:
      // Intervals are strings, as XML Schema has no datatype for them.
      let span = literal.lexicalForm.contains("/") ? DateSpan(iso: literal.lexicalForm) : nil
      self = span.map(Self.days) ?? .text(literal.lexicalForm.lowercased())
    }
  }

  /// Whether both can be true, each with the bound that its claim sets: `at least 12` agrees with
  /// 15, and a year with every day of it.
  func agrees(with other: ClaimedValue, _ bound: ValueBound?, _ otherBound: ValueBound?) -> Bool {
    switch (self, other) {
    case (.number(let one), .number(let two)):
      let (left, right) = (Self.range(one, bound), Self.range(two, otherBound))
      return left.overlaps(right)
    case (.days(let one), .days(let two)): return one.overlaps(two)
    case (.text(let one), .text(let two)): return one == two
    default: return false
    }
  }

  private static func range(_ number: Double, _ bound: ValueBound?) -> ClosedRange<Double> {
    switch bound {
    case nil: number...number
    case .atLeast: number...Double.infinity
    case .atMost: -Double.infinity...number
    // A tenth is what 'about' and round numbers leave open.
    case .about: (number - abs(number) / 10)...(number + abs(number) / 10)
    }
  }
}
