// Times that are counted from another time of the text.
extension TimeReader {
  /// `two weeks later`, `a year earlier`, `the next day`, `the following Friday`, `that year`, `October of
  /// that year`.
  func counted(at position: Int) -> Reading? {
    guard let reference else { return nil }
    if let found = monthOfYear(at: position) { return found }
    if let (unit, count, next) = amount(at: position) {
      return away(from: reference, unit, count, at: next)
    }
    guard ["the", "that"].contains(word(position)), tense(position) != .future else { return nil }
    if word(position) == "that" {
      return same(as: reference, at: skipOptional(["same"], from: position + 1))
    }
    // 'the year after' behind which nothing comes
    if let (unit, factor) = TimeWords.units[word(position + 1)], factor == 1, unit != .hour,
      !word(position + 1).hasSuffix("s"), word(position + 2) == "after", isEnd(position + 3)
    {
      return reference.shifted(unit, by: 1).map { ($0, position + 3) }
    }
    if let (unit, factor) = TimeWords.units[word(position + 1)], factor == 1,
      !word(position + 1).hasSuffix("s")
    {
      return away(from: reference, unit, 1, at: position + 2)
    }
    let direction: Int
    switch word(position + 1) {
    case "next", "following": direction = 1
    case "same": direction = 0
    case "previous", "preceding": direction = -1
    default: return nil
    }
    if let weekday = TimeWords.weekdays[word(position + 2)], isWeekday(position + 2) {
      return day(weekday, direction, of: reference).map { ($0, position + 3) }
    }
    // 'the following morning'
    if direction != 0, TimeWords.dayParts.contains(word(position + 2)) {
      return reference.shifted(.day, by: direction).map { ($0, position + 3) }
    }
    if direction != 0, let number = month(position + 2), atoms[position + 2].isCapitalized {
      return month(number, direction, of: reference).map { ($0, position + 3) }
    }
    guard let (unit, factor) = TimeWords.units[word(position + 2)], factor == 1,
      unit != .hour, !word(position + 2).hasSuffix("s")
    else { return nil }
    return reference.shifted(unit, by: direction).map { ($0, position + 3) }
  }

  /// `October of that year`, `March of the following year`, `5 May the same year`.
  private func monthOfYear(at position: Int) -> Reading? {
    guard let reference, reference.start.year == reference.end.year,
      let (date, end) = partialDate(at: position, licensed: true), date.year == nil,
      date.month != nil
    else { return nil }
    let start = skipOptional(["of"], from: end)
    let offset: Int
    switch (word(start), word(start + 1)) {
    case ("that", "year"): return dated(date, reference.start.year, next: start + 2)
    case ("the", "same"), ("that", "same"): offset = 0
    case ("the", "following"), ("the", "next"): offset = 1
    case ("the", "previous"), ("the", "preceding"): offset = -1
    default: return nil
    }
    guard word(start + 2) == "year" else { return nil }
    return dated(date, reference.start.year + offset, next: start + 3)
  }

  private func dated(_ date: PartialDate, _ year: Int, next: Int) -> Reading? {
    var date = date
    date.year = year
    return date.resolved(anchor: nil, tense: .open).map { ($0, next) }
  }

  /// The month of that name after or before another time.
  private func month(_ number: Int, _ direction: Int, of reference: TimeSpan) -> TimeSpan? {
    let years = reference.start.year - 1...reference.end.year + 1
    let spans = years.compactMap { TimeSpan(year: $0, month: number) }
    return direction > 0
      ? spans.first { $0.start > reference.end } : spans.last { $0.end < reference.start }
  }

  /// `later` and `earlier` behind an amount, `before` and `after` where nothing comes behind them.
  private func away(
    from reference: TimeSpan, _ unit: TimeWords.Unit, _ count: Int, at next: Int
  ) -> Reading? {
    guard unit != .hour else { return nil }
    switch word(next) {
    case "later", "afterwards", "afterward":
      return reference.shifted(unit, by: count).map { ($0, next + 1) }
    case "on" where unit == .year && isEnd(next + 1):
      return reference.shifted(unit, by: count).map { ($0, next + 1) }
    case "earlier": return reference.shifted(unit, by: -count).map { ($0, next + 1) }
    case "before" where isEnd(next + 1):
      return reference.shifted(unit, by: -count).map { ($0, next + 1) }
    case "after" where isEnd(next + 1):
      return reference.shifted(unit, by: count).map { ($0, next + 1) }
    default: return nil
    }
  }

  func isEnd(_ position: Int) -> Bool {
    token(position).map { $0.upos == .punctuation } ?? true
  }

  /// `that day`, `that month`, `that year`, `that October`.
  private func same(as reference: TimeSpan, at position: Int) -> Reading? {
    if TimeWords.dayParts.contains(word(position)) {
      return reference.isDay ? (reference, position + 1) : nil
    }
    // 'In 2008 it left, and that October it came back.'
    if let number = month(position), token(position)?.form.first?.isUppercase == true,
      reference.start.year == reference.end.year
    {
      return TimeSpan(year: reference.start.year, month: number).map { ($0, position + 1) }
    }
    guard let (unit, factor) = TimeWords.units[word(position)], factor == 1, unit != .hour,
      !word(position).hasSuffix("s")
    else { return nil }
    return reference.shifted(unit, by: 0).map { ($0, position + 1) }
  }

  /// The day of the week after or before another day.
  private func day(_ weekday: Int, _ direction: Int, of reference: TimeSpan) -> TimeSpan? {
    guard direction != 0, reference.isDay else { return nil }
    let away = (direction * (weekday - reference.start.weekday) + 6) % 7 + 1
    return reference.start.adding(days: direction * away).map { TimeSpan(day: $0) }
  }
}
