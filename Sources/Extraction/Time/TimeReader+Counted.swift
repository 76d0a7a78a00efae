// Times that are counted from another time of the text.
extension TimeReader {
  /// `two weeks later`, `a year earlier`, `the next day`, `the following year`.
  func counted(at position: Int) -> Reading? {
    guard let reference else { return nil }
    if let (unit, count, next) = amount(at: position) {
      switch word(next) {
      case "later": return shifted(reference, unit, by: count).map { ($0, next + 1) }
      case "earlier": return shifted(reference, unit, by: -count).map { ($0, next + 1) }
      default: return nil
      }
    }
    guard word(position) == "the", let (unit, factor) = TimeWords.units[word(position + 2)],
      factor == 1, !word(position + 2).hasSuffix("s"), tense(position) != .future
    else { return nil }
    switch word(position + 1) {
    case "next", "following": return shifted(reference, unit, by: 1).map { ($0, position + 3) }
    case "same": return shifted(reference, unit, by: 0).map { ($0, position + 3) }
    case "previous", "preceding":
      return shifted(reference, unit, by: -1).map { ($0, position + 3) }
    default: return nil
    }
  }

  /// A time a number of units away, as precise as the unit; nothing where the time that it counts
  /// from is not as precise: nobody knows the day after 1994.
  private func shifted(_ span: TimeSpan, _ unit: TimeWords.Unit, by count: Int) -> TimeSpan? {
    switch unit {
    case .hour: return nil
    case .day, .week:
      guard span.precision == .day, span.start == span.end else { return nil }
      // 'the same week' is no day.
      if unit == .week, count == 0 { return TimeSpan(weekOf: span.start) }
      return span.start.adding(days: unit == .week ? 7 * count : count).map { TimeSpan(day: $0) }
    case .month:
      guard span.precision >= .month else { return nil }
      let months = span.start.year * 12 + span.start.month - 1 + count
      return months < 0 ? nil : TimeSpan(year: months / 12, month: months % 12 + 1)
    case .year: return TimeSpan(year: span.start.year + count)
    }
  }
}
