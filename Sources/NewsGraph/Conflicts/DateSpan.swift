import Extraction

/// A stretch of days, open at either end where nothing is known of it.
///
/// It is read from the ISO 8601 texts of claims: a day, an instant, a month, a year, or an interval
/// whose ends are such or `..` (ISO 8601-2).
struct DateSpan: Hashable {
  /// The first day, counted from 1 January 1970; `Int.min` where it is open.
  let first: Int
  /// The last day; `Int.max` where it is open.
  let last: Int

  init(day: CalendarDate) {
    first = day.dayNumber
    last = day.dayNumber
  }

  private init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }

  /// From the first day of either to the last one.
  func union(_ other: DateSpan) -> DateSpan {
    DateSpan(first: min(first, other.first), last: max(last, other.last))
  }

  /// Reads a date or an interval; nothing where the text is neither.
  init?(iso text: String) {
    let ends = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if ends.count == 1 {
      guard let bounds = Self.bounds(ends[0]) else { return nil }
      (first, last) = bounds
      return
    }
    guard let first = Self.isOpen(ends[0]) ? Int.min : Self.bounds(ends[0])?.first,
      let last = Self.isOpen(ends[1]) ? Int.max : Self.bounds(ends[1])?.last, first <= last
    else { return nil }
    self.first = first
    self.last = last
  }

  /// Whether a day belongs to both.
  func overlaps(_ other: DateSpan) -> Bool { first <= other.last && other.first <= last }

  /// The number of days from the end of the earlier one to the beginning of the later one; 0 where
  /// they overlap.
  func gap(to other: DateSpan) -> Int {
    if overlaps(other) { return 0 }
    return first > other.last ? first - other.last : other.first - last
  }

  /// The one day, where the span is no longer.
  var day: CalendarDate? { first == last ? CalendarDate(dayNumber: first) : nil }

  private static func isOpen(_ end: Substring) -> Bool { end.isEmpty || end == ".." }

  private static func bounds(_ text: Substring) -> (first: Int, last: Int)? {
    let date = text.prefix { $0 != "T" }
    if let day = CalendarDate(iso: date) { return (day.dayNumber, day.dayNumber) }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, let year = Int(parts[0]), parts.count < 3 else { return nil }
    let months = parts.count == 2 ? Int(parts[1]).map { ($0, $0) } : (1, 12)
    guard let months, let start = CalendarDate(year: year, month: months.0, day: 1),
      let end = CalendarDate(
        year: year, month: months.1, day: CalendarDate.days(inMonth: months.1, of: year))
    else { return nil }
    return (start.dayNumber, end.dayNumber)
  }
}
