/// A stretch of days with the precision that it was given with.
struct TimeSpan: Hashable {
  /// The unit that both ends are given in.
  enum Precision: Int, Comparable {
    case year, month, day

    static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
  }

  /// The first day.
  var start: CalendarDate
  /// The last day.
  var end: CalendarDate
  var precision: Precision

  init(_ start: CalendarDate, _ end: CalendarDate, _ precision: Precision = .day) {
    self.start = start
    self.end = end
    self.precision = precision
  }

  init(day: CalendarDate) { self.init(day, day) }

  init?(year: Int) { self.init(years: year...year) }

  init?(years: ClosedRange<Int>) {
    guard let start = CalendarDate(year: years.lowerBound, month: 1, day: 1),
      let end = CalendarDate(year: years.upperBound, month: 12, day: 31)
    else { return nil }
    self.init(start, end, .year)
  }

  init?(year: Int, month: Int) {
    self.init(from: (year, month), count: 1)
  }

  /// Reads a day, month or year; nothing where the text is an interval or anything else.
  init?(iso text: String) {
    if let day = CalendarDate(iso: text) {
      self.init(day: day)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].utf8.count == 4, let year = Int(parts[0]) else { return nil }
    guard parts.count == 2 else {
      self.init(year: year)
      return
    }
    guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) else {
      return nil
    }
    self.init(year: year, month: month)
  }

  /// A number of months from a first one on.
  init?(from first: (year: Int, month: Int), count: Int) {
    let last = first.month - 1 + count - 1
    let (year, month) = (first.year + last / 12, last % 12 + 1)
    guard let start = CalendarDate(year: first.year, month: first.month, day: 1),
      let end = CalendarDate(
        year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
    else { return nil }
    self.init(start, end, .month)
  }

  /// The ISO week, Monday to Sunday, that a day lies in.
  init?(weekOf day: CalendarDate) {
    guard let monday = day.adding(days: 1 - day.weekday), let sunday = monday.adding(days: 6)
    else { return nil }
    self.init(monday, sunday)
  }

  /// The first, the middle or the last third.
  func third(_ part: Part) -> TimeSpan? {
    switch precision {
    case .day: return thirdOfDays(part)
    case .month where start.year == end.year && start.month == end.month: return thirdOfDays(part)
    case .month,
      .year where start.year == end.year:
      let months = (end.year - start.year) * 12 + end.month - start.month + 1
      let bounds = part.bounds(of: months)
      let first = start.month - 1 + bounds.lowerBound
      return TimeSpan(
        from: (start.year + first / 12, first % 12 + 1), count: bounds.count)
    case .year:
      let bounds = part.bounds(of: end.year - start.year + 1)
      return TimeSpan(years: start.year + bounds.lowerBound...start.year + bounds.upperBound - 1)
    }
  }

  private func thirdOfDays(_ part: Part) -> TimeSpan? {
    let bounds = part.bounds(of: end.dayNumber - start.dayNumber + 1)
    guard let first = start.adding(days: bounds.lowerBound),
      let last = start.adding(days: bounds.upperBound - 1)
    else { return nil }
    return TimeSpan(first, last)
  }

  /// A time a number of units away, as precise as the unit; nothing where this one is not as
  /// precise: nobody knows the day after 1994.
  func shifted(_ unit: TimeWords.Unit, by count: Int) -> TimeSpan? {
    switch unit {
    case .hour:
      // What comes hours later comes on that day, as far as the text says.
      guard isDay, abs(count) < 24 || count % 24 == 0 else { return nil }
      return start.adding(days: count / 24).map { TimeSpan(day: $0) }
    case .day, .week:
      guard isDay else { return nil }
      // 'the same week' is no day.
      if unit == .week, count == 0 { return TimeSpan(weekOf: start) }
      return start.adding(days: unit == .week ? 7 * count : count).map { TimeSpan(day: $0) }
    case .month:
      guard precision >= .month else { return nil }
      let months = start.year * 12 + start.month - 1 + count
      return months < 0 ? nil : TimeSpan(year: months / 12, month: months % 12 + 1)
    case .year: return TimeSpan(year: start.year + count)
    }
  }

  /// Whether it is one day.
  var isDay: Bool { precision == .day && start == end }

  /// The smallest span that holds both, in the finer of the two precisions.
  func through(_ other: TimeSpan) -> TimeSpan? {
    guard start <= other.end else { return nil }
    return TimeSpan(start, other.end, max(precision, other.precision))
  }

  /// From one day to another of the week after: `from Thursday to Monday`.
  func throughNextWeek(_ other: TimeSpan) -> TimeSpan? {
    guard isDay, other.isDay, other.start.dayNumber + 7 > start.dayNumber else { return nil }
    return other.shifted(.week, by: 1).flatMap { through($0) }
  }

  /// The part of a span that `early`, `mid` and `late` mean.
  enum Part {
    case early, middle, late

    /// The units of the part, counted from 0; what does not divide falls to the late part.
    func bounds(of count: Int) -> Range<Int> {
      let third = count / 3
      guard third > 0 else { return 0..<count }
      return switch self {
      case .early: 0..<third
      case .middle: third..<2 * third
      case .late: 2 * third..<count
      }
    }
  }
}

// MARK: - ISO 8601

extension TimeSpan: CustomStringConvertible {
  /// The span as a date or an interval.
  var description: String {
    let (first, last) = (text(start), text(end))
    return first == last ? first : "\(first)/\(last)"
  }

  /// The first day, month or year of the span.
  var firstText: String { text(start) }
  /// The last day, month or year of the span.
  var lastText: String { text(end) }

  private func text(_ date: CalendarDate) -> String {
    let text = date.description
    switch precision {
    case .day: return text
    case .month: return String(text.prefix(7))
    case .year: return String(text.prefix(4))
    }
  }
}
