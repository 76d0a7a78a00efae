// Parts of times: early, middle, end, halves, quarters, and the larger units of the calendar.
extension TimeReader {
  /// `early October`, `the end of 2019`, `the second half of last year`, `the 1990s`.
  func part(at position: Int) -> Reading? {
    third(at: position) ?? edge(at: position) ?? lastUnit(at: position) ?? week(at: position)
      ?? fraction(at: position) ?? quarterName(at: position) ?? decade(at: position)
      ?? seasons(at: position) ?? season(at: position)
  }

  /// `the last day of February`, `the final month of 2021`, `the first week of May`.
  private func lastUnit(at position: Int) -> Reading? {
    guard word(position) == "the", ["last", "final", "first"].contains(word(position + 1)),
      let (unit, factor) = TimeWords.units[word(position + 2)], factor == 1,
      !word(position + 2).hasSuffix("s"), word(position + 3) == "of",
      let (span, next) = whole(at: position + 4), span.start != span.end
    else { return nil }
    let isFirst = word(position + 1) == "first"
    let day = isFirst ? span.start : span.end
    let found: TimeSpan?
    switch unit {
    case .day: found = TimeSpan(day: day)
    case .week:
      let other = day.adding(days: isFirst ? 6 : -6)
      found = other.map { isFirst ? TimeSpan(day, $0) : TimeSpan($0, day) }
    case .month: found = TimeSpan(year: day.year, month: day.month)
    case .year: found = TimeSpan(year: day.year)
    case .hour: found = nil
    }
    return found.map { ($0, next) }
  }

  /// `the week of 4 March`.
  private func week(at position: Int) -> Reading? {
    guard let start = skip("the", "week", "of", from: position),
      let (span, next) = absolute(at: start, licensed: true), span.isDay
    else { return nil }
    return TimeSpan(weekOf: span.start).map { ($0, next) }
  }

  /// `the spring and summer of 1994`.
  private func seasons(at position: Int) -> Reading? {
    let start = skipOptional(["the"], from: position)
    guard let first = TimeWords.seasons[word(start)], ["and", "or"].contains(word(start + 1)) else {
      return nil
    }
    let second = skipOptional(["the"], from: start + 2)
    guard let last = TimeWords.seasons[word(second)] else { return nil }
    let next = skipOptional(["of"], from: second + 1)
    guard let year = fullYear(next), let begin = TimeSpan(from: (year, first), count: 3),
      let end = TimeSpan(from: (year, last), count: 3), let span = begin.through(end)
    else { return nil }
    return (span, next + 1)
  }

  /// A time that can have parts.
  private func whole(at position: Int) -> Reading? {
    decade(at: position) ?? season(at: position) ?? relative(at: position)
      ?? thisUnit(at: position) ?? absolute(at: position, licensed: true)
  }

  /// `the year` and `the month` after `the end of`.
  private func thisUnit(at position: Int) -> Reading? {
    guard let anchor, word(position) == "the" || word(position) == "this" else { return nil }
    switch word(position + 1) {
    case "year": return TimeSpan(year: anchor.year).map { ($0, position + 2) }
    case "month":
      return TimeSpan(year: anchor.year, month: anchor.month).map { ($0, position + 2) }
    case "week": return TimeSpan(weekOf: anchor).map { ($0, position + 2) }
    case "decade":
      let first = anchor.year / 10 * 10
      return TimeSpan(years: first...first + 9).map { ($0, position + 2) }
    default: return nil
    }
  }

  private func third(at position: Int) -> Reading? {
    let part: TimeSpan.Part
    switch word(position) {
    case "early": part = .early
    case "mid", "middle": part = .middle
    case "late": part = .late
    default: return nil
    }
    var start = position + 1
    if atoms.indices.contains(start), atoms[start].isDash { start += 1 }
    start = skipOptional(["in", "on", "the"], from: start)
    guard let (span, next) = whole(at: start) else { return nil }
    // `late Thursday` is a time of Thursday.
    if span.start == span.end { return (span, next) }
    return span.third(part).map { ($0, next) }
  }

  private func edge(at position: Int) -> Reading? {
    let start = skipOptional(["the"], from: position)
    let part: TimeSpan.Part
    switch word(start) {
    case "end", "close": part = .late
    case "start", "beginning": part = .early
    case "middle": part = .middle
    default: return nil
    }
    guard let next = skip("of", from: start + 1), let (span, end) = whole(at: next),
      span.start != span.end
    else { return nil }
    return span.third(part).map { ($0, end) }
  }

  /// `the first half of 2020`, `the third quarter of last year`.
  private func fraction(at position: Int) -> Reading? {
    let start = skipOptional(["the"], from: position)
    guard let number = TimeWords.ordinals[word(start)] else { return nil }
    let months: Int
    switch word(start + 1) {
    case "half": months = 6
    case "quarter": months = 3
    default: return nil
    }
    let next = skipOptional(["of"], from: start + 2)
    guard number * months <= 12, let (span, end) = whole(at: next), span.precision == .year,
      span.start.year == span.end.year
    else { return nil }
    return TimeSpan(from: (span.start.year, (number - 1) * months + 1), count: months)
      .map { ($0, end) }
  }

  /// `Q3 2020`.
  private func quarterName(at position: Int) -> Reading? {
    let text = word(position)
    guard text.utf8.count == 2, text.hasPrefix("q"), let number = Int(text.dropFirst()),
      (1...4).contains(number), let year = fullYear(skipOptional(["of"], from: position + 1))
    else { return nil }
    let next = skipOptional(["of"], from: position + 1) + 1
    return TimeSpan(from: (year, number * 3 - 2), count: 3).map { ($0, next) }
  }

  /// `the 1990s`, `the '90s`, `the 19th century`.
  private func decade(at position: Int) -> Reading? {
    let start = skipOptional(["'", "’", "‘"], from: skipOptional(["the"], from: position))
    if word(start + 1) == "century" {
      let written = TimeWords.centuries[word(start)]
      guard let number = written ?? Int(word(start).prefix { $0.isNumber }),
        (1...22).contains(number), !isBeforeChrist(start + 2)
      else { return nil }
      return TimeSpan(years: (number - 1) * 100 + 1...number * 100).map { ($0, start + 2) }
    }
    var text = word(start)[...].drop { "'’‘".contains($0) }
    guard text.hasSuffix("0s") else { return nil }
    text.removeLast()
    guard let number = Int(text) else { return nil }
    if text.utf8.count == 4, (1000...2190).contains(number) {
      return TimeSpan(years: number...number + 9).map { ($0, start + 1) }
    }
    guard text.utf8.count == 2, word(position) == "the" else { return nil }
    let first = number < 30 ? 2000 + number : 1900 + number
    return TimeSpan(years: first...first + 9).map { ($0, start + 1) }
  }

  /// `summer 1994`, `the spring of 2021`.
  private func season(at position: Int) -> Reading? {
    let start = skipOptional(["the"], from: position)
    guard let month = TimeWords.seasons[word(start)] else { return nil }
    let next = skipOptional(["of"], from: start + 1)
    guard let year = fullYear(next), !countsNoun(next, next: next + 1) else { return nil }
    return TimeSpan(from: (year, month), count: 3).map { ($0, next + 1) }
  }
}
