// Times that are counted from another time of the text.
extension TimeReader {
  /// `two weeks later`, `a year earlier`, `the next day`, `the following Friday`, `that year`.
  func counted(at position: Int) -> Reading? {
    guard let reference else { return nil }
    if let (unit, count, next) = amount(at: position) {
      return away(from: reference, unit, count, at: next)
    }
    guard ["the", "that"].contains(word(position)), tense(position) != .future else { return nil }
    if word(position) == "that" { return same(as: reference, at: position + 1) }
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
    guard let (unit, factor) = TimeWords.units[word(position + 2)], factor == 1,
      unit != .hour, !word(position + 2).hasSuffix("s")
    else { return nil }
    return reference.shifted(unit, by: direction).map { ($0, position + 3) }
  }

  /// `later` and `earlier` behind an amount, `before` and `after` where nothing comes behind them.
  private func away(
    from reference: TimeSpan, _ unit: TimeWords.Unit, _ count: Int, at next: Int
  ) -> Reading? {
    guard unit != .hour else { return nil }
    switch word(next) {
    case "later": return reference.shifted(unit, by: count).map { ($0, next + 1) }
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
