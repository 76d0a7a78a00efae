/// A date as a text gives it, with parts that the reader fills in from the anchor.
struct PartialDate: Hashable {
  var year: Int?
  var month: Int?
  var day: Int?
  /// The day of the week, 1 for Monday.
  var weekday: Int?

  /// The date as a span, or nothing where it needs an anchor and has none.
  ///
  /// Without a year, the year is the last one that has been or the next one to come, as the tense
  /// of the clause says; where that is open, the nearest. A date that lies ahead counts as three
  /// times as far then, since news tells what has been.
  func resolved(anchor: CalendarDate?, tense: ClauseTense.Tense) -> TimeSpan? {
    if let year { return span(year: year) }
    guard let anchor else { return nil }
    if month == nil { return weekdaySpan(anchor, tense == .future) }
    return Self.nearest(to: anchor, tense) { span(year: $0) }
  }

  /// Of what comes once a year, the one that the tense of the clause asks for.
  static func nearest(
    to anchor: CalendarDate, _ tense: ClauseTense.Tense, _ span: (_ year: Int) -> TimeSpan?
  ) -> TimeSpan? {
    let candidates = (anchor.year - 4...anchor.year + 4).compactMap(span)
    switch tense {
    case .future: return candidates.first { $0.end >= anchor }
    case .past: return candidates.last { $0.start <= anchor }
    case .open: return candidates.min { distance($0, anchor) < distance($1, anchor) }
    }
  }

  private static func distance(_ span: TimeSpan, _ anchor: CalendarDate) -> Int {
    if span.start > anchor { return 3 * (span.start.dayNumber - anchor.dayNumber) }
    return max(0, anchor.dayNumber - span.end.dayNumber)
  }

  private func span(year: Int) -> TimeSpan? {
    guard let month else { return TimeSpan(year: year) }
    guard let day else { return TimeSpan(year: year, month: month) }
    return CalendarDate(year: year, month: month, day: day).map { TimeSpan(day: $0) }
  }

  /// The nearest such day of the week, today among them.
  private func weekdaySpan(_ anchor: CalendarDate, _ isFuture: Bool) -> TimeSpan? {
    guard let weekday else { return nil }
    let ahead = (weekday - anchor.weekday + 7) % 7
    let days = isFuture || ahead == 0 ? ahead : ahead - 7
    return anchor.adding(days: days).map { TimeSpan(day: $0) }
  }

  /// The date with the parts that `other`, the other end of a range, has and this one lacks.
  func completed(by other: PartialDate) -> PartialDate {
    var date = self
    if date.year == nil { date.year = other.year }
    if date.month == nil, date.day != nil { date.month = other.month }
    return date
  }
}
