// Times that are counted from the day of the article.
extension TimeReader {
  /// A time relative to the anchor; without an anchor, nothing.
  func relative(at position: Int) -> Reading? {
    guard anchor != nil else { return nil }
    return deictic(at: position) ?? ago(at: position) ?? ahead(at: position)
      ?? near(at: position) ?? weekend(at: position) ?? bareSeason(at: position)
      ?? dayOfWeek(at: position) ?? dateOfYear(at: position) ?? pointed(at: position)
  }

  private func dayAway(_ offset: Int) -> TimeSpan? {
    anchor?.adding(days: offset).map { TimeSpan(day: $0) }
  }

  // MARK: - Today, yesterday, tomorrow

  private func deictic(at position: Int) -> Reading? {
    if let next = skip("the", "day", "before", "yesterday", from: position) {
      return dayAway(-2).map { ($0, next) }
    }
    if let next = skip("the", "day", "after", "tomorrow", from: position) {
      return dayAway(2).map { ($0, next) }
    }
    let start = skipOptional(["earlier", "later"], from: position)
    let found: TimeSpan?
    switch word(start) {
    case "today", "tonight": found = dayAway(0)
    case "yesterday": found = dayAway(-1)
    case "tomorrow": found = dayAway(1)
    case "overnight" where start == position:
      guard let yesterday = dayAway(-1), let today = dayAway(0) else { return nil }
      found = yesterday.through(today)
    case "this" where TimeWords.dayParts.contains(word(start + 1)):
      return dayAway(0).map { ($0, start + 2) }
    case "last" where word(start + 1) == "night":
      return dayAway(-1).map { ($0, start + 2) }
    default: return nil
    }
    return found.map { ($0, skipOptional(TimeWords.dayParts, from: start + 1)) }
  }

  // MARK: - Counted units

  /// `two weeks ago`.
  private func ago(at position: Int) -> Reading? {
    let start = skipOptional(["some", "about", "almost", "nearly"], from: position)
    guard let (unit, count, next) = amount(at: start), word(next) == "ago" else { return nil }
    return shifted(unit, by: -count).map { ($0, next + 1) }
  }

  /// `two weeks` after `in`, in the future, and `two weeks from now`.
  private func ahead(at position: Int) -> Reading? {
    guard let (unit, count, next) = amount(at: position) else { return nil }
    if let end = skip("from", "now", from: next) ?? skip("from", "today", from: next) {
      return shifted(unit, by: count).map { ($0, end) }
    }
    guard isFuture(position) else { return nil }
    switch word(position - 1) {
    case "in" where word(next) != "of": return shifted(unit, by: count).map { ($0, next) }
    case "within": return stretch(unit, count).map { ($0, next) }
    default: return nil
    }
  }

  /// A unit that lies a number of units away, as precise as the unit.
  private func shifted(_ unit: TimeWords.Unit, by count: Int) -> TimeSpan? {
    guard let anchor else { return nil }
    switch unit {
    case .hour: return dayAway(Int((Double(count) / 24).rounded()))
    case .day: return dayAway(count)
    case .week: return anchor.adding(days: 7 * count).flatMap { TimeSpan(weekOf: $0) }
    case .month:
      let months = anchor.year * 12 + anchor.month - 1 + count
      return months < 0 ? nil : TimeSpan(year: months / 12, month: months % 12 + 1)
    case .year: return TimeSpan(year: anchor.year + count)
    }
  }

  /// The days from the anchor to a number of units before or after it.
  private func stretch(_ unit: TimeWords.Unit, _ count: Int) -> TimeSpan? {
    guard let anchor else { return nil }
    let days =
      switch unit {
      case .hour: count / 24
      case .day: count
      case .week: 7 * count
      case .month: Int(30.4375 * Double(count))
      case .year: Int(365.25 * Double(count))
      }
    return anchor.adding(days: days).map {
      days < 0 ? TimeSpan($0, anchor) : TimeSpan(anchor, $0)
    }
  }

  // MARK: - Dates of a week or year beside the anchor's

  private func direction(_ word: String) -> Int? {
    ["last": -1, "this": 0, "next": 1][word]
  }

  /// `Thursday last week`, `Monday of next week`.
  private func dayOfWeek(at position: Int) -> Reading? {
    guard let weekday = TimeWords.weekdays[word(position)], isWeekday(position) else { return nil }
    let start = skipOptional(["of"], from: skipOptional(TimeWords.dayParts, from: position + 1))
    // 'Monday a week ago'
    if let (unit, count, next) = amount(at: start), unit == .week, word(next) == "ago",
      let week = shifted(.week, by: -count)
    {
      return week.start.adding(days: weekday - 1).map { (TimeSpan(day: $0), next + 1) }
    }
    guard let direction = direction(word(start)), word(start + 1) == "week",
      let week = unitSpan(at: start + 1, direction)
    else { return nil }
    return week.start.adding(days: weekday - 1).map { (TimeSpan(day: $0), start + 2) }
  }

  /// `October last year`, `5 March of this year`.
  private func dateOfYear(at position: Int) -> Reading? {
    guard let anchor, let (date, end) = partialDate(at: position, licensed: true),
      date.year == nil, date.month != nil
    else { return nil }
    let start = skipOptional(["of"], from: end)
    guard let direction = direction(word(start)), word(start + 1) == "year" else { return nil }
    var dated = date
    dated.year = anchor.year + direction
    return dated.resolved(anchor: nil, tense: .open).map { ($0, start + 2) }
  }

  // MARK: - This, last, next

  /// `over the weekend`: the one before, unless the clause speaks of the future.
  private func weekend(at position: Int) -> Reading? {
    guard let anchor, ["over", "at", "during", "on"].contains(word(position - 1)),
      let next = skip("the", "weekend", from: position)
    else { return nil }
    let isNow = isFuture(position) || anchor.weekday >= 6
    return unitSpan(at: next - 1, isNow ? 0 : -1).map { ($0, next) }
  }

  /// `earlier this week`: the part of a unit before or after the anchor.
  private func near(at position: Int) -> Reading? {
    guard let anchor, ["earlier", "later"].contains(word(position)) else { return nil }
    let start = skipOptional(["in", "on"], from: position + 1)
    guard let (span, next) = pointed(at: start) ?? absolute(at: start, licensed: true) else {
      return nil
    }
    guard span.start <= anchor, anchor <= span.end, span.start != span.end else {
      return (span, next)
    }
    return word(position) == "earlier"
      ? (TimeSpan(span.start, anchor), next) : (TimeSpan(anchor, span.end), next)
  }

  /// `in the spring`: the next one where the clause speaks of the future, else the last.
  private func bareSeason(at position: Int) -> Reading? {
    guard let anchor, word(position - 1) == "in", word(position) == "the",
      let month = TimeWords.seasons[word(position + 1)],
      !["of", "season"].contains(word(position + 2))
    else { return nil }
    let spans = (anchor.year - 2...anchor.year + 2)
      .compactMap { TimeSpan(from: ($0, month), count: 3) }
    let found =
      isFuture(position)
      ? spans.first { $0.end >= anchor } : spans.last { $0.start <= anchor }
    return found.map { ($0, position + 2) }
  }

  /// `last week`, `next Tuesday`, `this summer`, `the past two months`.
  private func pointed(at position: Int) -> Reading? {
    let start = skipOptional(["the"], from: position)
    let hasArticle = start > position
    // 'the last day of February', 'the last year of the war' count from their end; 'the last day' is no
    // yesterday.
    if hasArticle, TimeWords.units[word(start + 1)] != nil,
      word(start + 2) == "of" || word(start + 1) == "day"
    {
      return nil
    }
    let direction: Int
    switch word(start) {
    case "last", "past", "previous": direction = -1
    case "next", "coming", "upcoming": direction = 1
    case "this", "current": direction = 0
    default: return nil
    }
    if direction != 0, let (unit, count, next) = amount(at: start + 1) {
      return stretch(unit, direction * count).map { ($0, next) }
    }
    let isStretch = hasArticle || word(start) == "past" || word(start) == "coming"
    if direction != 0, isStretch, !word(start + 1).hasSuffix("s"),
      let (unit, factor) = TimeWords.units[word(start + 1)]
    {
      return stretch(unit, direction * factor).map { ($0, start + 2) }
    }
    return unitSpan(at: start + 1, direction).map { ($0, start + 2) }
      ?? namedSpan(at: start + 1, direction)
  }

  /// A week, month, year, quarter or weekend in a direction from the anchor's own.
  private func unitSpan(at position: Int, _ direction: Int) -> TimeSpan? {
    guard let anchor else { return nil }
    switch word(position) {
    case "week": return shifted(.week, by: direction)
    case "month": return shifted(.month, by: direction)
    case "year": return shifted(.year, by: direction)
    case "weekend":
      let saturday = 6 - anchor.weekday + 7 * direction
      // On a Sunday `last weekend` is the one before, and `this weekend` is now.
      guard let first = anchor.adding(days: saturday), let last = first.adding(days: 1) else {
        return nil
      }
      return TimeSpan(first, last)
    case "decade":
      let first = anchor.year / 10 * 10 + 10 * direction
      return TimeSpan(years: first...first + 9)
    case "century":
      let first = (anchor.year - 1) / 100 * 100 + 1 + 100 * direction
      return TimeSpan(years: first...first + 99)
    case "quarter":
      let quarter = anchor.year * 4 + (anchor.month - 1) / 3 + direction
      return TimeSpan(from: (quarter / 4, quarter % 4 * 3 + 1), count: 3)
    default: return nil
    }
  }

  /// A weekday, a month or a season in a direction from the anchor.
  private func namedSpan(at position: Int, _ direction: Int) -> Reading? {
    guard let anchor else { return nil }
    if let weekday = TimeWords.weekdays[word(position)], isWeekday(position) {
      let offset =
        switch direction {
        case 0: weekday - anchor.weekday
        case 1: (weekday - anchor.weekday + 6) % 7 + 1
        default: (weekday - anchor.weekday - 7) % 7 == 0 ? -7 : (weekday - anchor.weekday - 7) % 7
        }
      return dayAway(offset).map { ($0, skipOptional(TimeWords.dayParts, from: position + 1)) }
    }
    let (first, count): (Int, Int)
    if let month = TimeWords.months[word(position)], atoms[position].isCapitalized {
      // In `the upcoming Jan. 9 vote` the date tells more.
      if day(position + 1) != nil { return nil }
      (first, count) = (month, 1)
    } else if let month = TimeWords.seasons[word(position)] {
      (first, count) = (month, 3)
    } else {
      return nil
    }
    let spans = (anchor.year - 2...anchor.year + 2)
      .compactMap { TimeSpan(from: ($0, first), count: count) }
    let found: TimeSpan?
    switch direction {
    case -1: found = spans.last { $0.end < anchor }
    case 1: found = spans.first { $0.start > anchor }
    // 'this May' is that of the year, whether it has been or is to come; winter goes over its end.
    case 0 where count == 1 && !(isFuture(position) && first < anchor.month):
      found = spans.first { $0.start.year == anchor.year }
    default: found = spans.first { $0.end >= anchor && $0.start.year >= anchor.year - 1 }
    }
    return found.map { ($0, position + 1) }
  }
}
