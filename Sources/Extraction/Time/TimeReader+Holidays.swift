// Days with a name.
extension TimeReader {
  /// `New Year's Eve`, `Christmas Day 2015`, `Easter Monday`.
  func holiday(at position: Int) -> Reading? {
    guard atoms[position].isCapitalized, word(position - 1) != "orthodox",
      let (day, next) = TimeWords.holidays.lazy.compactMap({ named($0, at: position) }).first
    else { return nil }
    let year = fullYear(skipOptional([",", "of", "in"], from: next))
    if let year { return span(of: day, in: year).map { ($0, skipYear(next)) } }
    guard let anchor else { return nil }
    return PartialDate.nearest(to: anchor, tense(next - 1)) { span(of: day, in: $0) }
      .map { ($0, next) }
  }

  private func skipYear(_ position: Int) -> Int {
    skipOptional([",", "of", "in"], from: position) + 1
  }

  private func named(
    _ holiday: TimeWords.Holiday, at position: Int
  ) -> (day: TimeWords.HolidayDate, next: Int)? {
    for (offset, name) in holiday.name.enumerated() {
      let found = word(position + offset)
      guard found == name || (name == "'s" && ["’s", "s"].contains(found)) else { return nil }
    }
    // 'before Christmas' is a time, 'a Christmas market' is none.
    if holiday.name.count == 1 {
      guard ["after", "at", "before", "by", "since", "until"].contains(word(position - 1)),
        isEnd(position + 1) || fullYear(position + 1) != nil
      else { return nil }
    }
    return (holiday.date, position + holiday.name.count)
  }

  private func span(of day: TimeWords.HolidayDate, in year: Int) -> TimeSpan? {
    switch day {
    case .fixed(let month, let day):
      CalendarDate(year: year, month: month, day: day).map { TimeSpan(day: $0) }
    case .afterEaster(let days):
      Self.easter(year).flatMap { $0.adding(days: days) }.map { TimeSpan(day: $0) }
    }
  }

  /// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
  private static func easter(_ year: Int) -> CalendarDate? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let (d, e, g) = (b / 4, b % 4, (8 * b + 13) / 25)
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    return CalendarDate(year: year, month: month, day: (h + l - 7 * m + 33 * month + 19) % 32)
  }
}
