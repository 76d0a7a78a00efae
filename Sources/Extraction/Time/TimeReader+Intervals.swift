// Times with a beginning and an end, and times with one of them.
extension TimeReader {
  /// `between May and July`, `from 3 to 5 May`, `1988–1994`, `Oct. 3-5`.
  func interval(at position: Int) -> Expression? {
    if word(position) == "between" {
      return ends(at: position + 1, separators: ["and"], isIntroduced: true)
    }
    let separators: Set<String> = ["to", "until", "till", "through", "-", "–", "—", "‑"]
    if word(position) == "from" {
      return ends(at: position + 1, separators: separators, isIntroduced: true)
    }
    // 'the night of Saturday to Sunday'
    let isNight = word(position - 1) == "of" && word(position - 2) == "night"
    if let found = ends(at: position, separators: separators, isIntroduced: isNight) {
      return found
    }
    return nextDays(at: position)
  }

  /// `3 and 4 May`: a day and the one after it.
  private func nextDays(at position: Int) -> Expression? {
    guard let day = day(position), word(position + 1) == "and", self.day(position + 2) == day + 1,
      month(position + 3) != nil
    else { return nil }
    return dayRange(at: position, ["and"])
  }

  private func ends(
    at position: Int, separators: Set<String>, isIntroduced: Bool
  ) -> Expression? {
    if let found = dayRange(at: position, separators) { return found }
    if let found = partialRange(at: position, separators, isIntroduced) { return found }
    guard isIntroduced, let (first, middle) = point(at: position, licensed: true),
      separators.contains(word(middle)), let (last, next) = point(at: middle + 1, licensed: true),
      let span = first.through(last) ?? first.throughNextWeek(last)
    else { return nil }
    return (span.description, .date, next)
  }

  /// `3 to 5 May 2020`, `the 3rd and 5th of May` after `between`.
  private func dayRange(at position: Int, _ separators: Set<String>) -> Expression? {
    let start = skipOptional(["the"], from: position)
    guard let day = day(start), separators.contains(word(start + 1)),
      let (last, next) = partialDate(at: start + 2), last.day != nil, last.weekday == nil
    else { return nil }
    let first = PartialDate(year: last.year, month: last.month, day: day)
    return expression(from: first, to: last, at: position, next: next)
  }

  /// `May 3-5, 2020`, `1988-94`, `May to July 1999`, `27 September – 9 October`.
  private func partialRange(
    at position: Int, _ separators: Set<String>, _ isIntroduced: Bool
  ) -> Expression? {
    let hasDash = atoms.indices.contains(position + 1) && atoms[position + 1].isDash
    let licensed = isIntroduced || (hasDash && fullYear(position) != nil)
    guard let (first, middle) = partialDate(at: position, licensed: licensed),
      first.weekday == nil, separators.contains(word(middle))
    else { return nil }
    if first.day != nil, let day = day(middle + 1), TimeWords.months[word(middle + 2)] == nil {
      return dayEnd(first, day, at: position, next: middle + 2)
    }
    if let found = shortYear(first, at: position, middle: middle) { return found }
    guard let (last, next) = partialDate(at: middle + 1, licensed: true), last.weekday == nil,
      (first.day == nil) == (last.day == nil), (first.month == nil) == (last.month == nil)
    else { return nil }
    return expression(from: first.completed(by: last), to: last, at: position, next: next)
  }

  /// The second day of `May 3-5`, with the year that may follow.
  private func dayEnd(
    _ first: PartialDate, _ day: Int, at position: Int, next: Int
  ) -> Expression? {
    var first = first
    var next = next
    let afterComma = skipOptional([","], from: next)
    if first.year == nil, let year = fullYear(afterComma) {
      first.year = year
      next = afterComma + 1
    }
    var last = first
    last.day = day
    return expression(from: first, to: last, at: position, next: next)
  }

  /// `1988-94`.
  private func shortYear(_ first: PartialDate, at position: Int, middle: Int) -> Expression? {
    guard let year = first.year, first.month == nil, atoms[middle].isDash,
      word(middle + 1).utf8.count == 2, let short = Int(word(middle + 1)),
      !(atoms.indices.contains(middle + 2) && atoms[middle + 2].isDash), short > year % 100
    else { return nil }
    let last = year / 100 * 100 + short
    return TimeSpan(years: year...last).map { ($0.description, .date, middle + 2) }
  }

  private func expression(
    from first: PartialDate, to last: PartialDate, at position: Int, next: Int
  ) -> Expression? {
    guard let end = last.resolved(anchor: anchor, tense: tense(position)) else { return nil }
    // The first end lies before the second, whatever is nearer to the anchor.
    let reference = first.year == nil ? end.start : anchor
    guard let start = first.resolved(anchor: reference, tense: .past),
      let span = start.through(end)
    else { return nil }
    return (span.description, .date, next)
  }

  /// `tonight or tomorrow`.
  func alternative(to span: TimeSpan, at position: Int) -> Expression? {
    guard word(position) == "or", let (other, next) = point(at: position + 1),
      let union = span.through(other)
    else { return nil }
    return (union.description, .date, next)
  }

  /// `May 3 and 4`, `Saturday and Sunday`: a day and the one after it.
  func pair(with first: TimeSpan, from position: Int, at next: Int) -> Expression? {
    guard first.isDay, word(next) == "and", let last = first.start.adding(days: 1) else {
      return nil
    }
    let other = next + 1
    if TimeWords.weekdays[word(position)] != nil, TimeWords.weekdays[word(other)] == last.weekday,
      isWeekday(other)
    {
      return weekdays(first.start, last, at: position)
        .map { ($0.description, .date, skipOptional(TimeWords.dayParts, from: other + 1)) }
    }
    guard month(position) != nil, day(other) == last.day, last.month == first.start.month,
      month(other + 1) == nil, !countsNoun(other, next: other + 1)
    else { return nil }
    guard let year = fullYear(skipOptional([","], from: other + 1)) else {
      return (TimeSpan(first.start, last).description, .date, other + 1)
    }
    guard let begin = CalendarDate(year: year, month: last.month, day: last.day - 1),
      let end = CalendarDate(year: year, month: last.month, day: last.day)
    else { return nil }
    let after = skipOptional([","], from: other + 1) + 1
    return (TimeSpan(begin, end).description, .date, after)
  }

  /// Two days of one week: of the past ones neither lies ahead.
  private func weekdays(
    _ first: CalendarDate, _ last: CalendarDate, at position: Int
  ) -> TimeSpan? {
    guard let anchor, last > anchor, first <= anchor, !isFuture(position) else {
      return TimeSpan(first, last)
    }
    guard let begin = first.adding(days: -7), let end = last.adding(days: -7) else { return nil }
    return TimeSpan(begin, end)
  }

  // MARK: - Open intervals

  /// `since 1991`, `until Friday`, `by the end of the year`, `from 2014 on`.
  func openInterval(at position: Int) -> Expression? {
    let preposition = word(position)
    guard ["since", "until", "till", "by", "before", "after", "from"].contains(preposition),
      let (span, next) = point(at: bound(behind: position), licensed: true), !modifiesNoun(next)
    else { return nil }
    switch preposition {
    case "since":
      // What has been so since January has been so since the last one.
      if let anchor, span.start > anchor,
        let (date, end) = partialDate(at: position + 1, licensed: true), end == next,
        let past = date.resolved(anchor: anchor, tense: .past)
      {
        return ("\(past.firstText)/..", .date, next)
      }
      return ("\(span.firstText)/..", .date, next)
    case "after": return ("\(span.lastText)/..", .date, next)
    case "until", "till", "by": return ("../\(span.lastText)", .date, next)
    case "before":
      // 'before the end of the year' has all of the year.
      let isEnd = ["end", "close"].contains(word(skipOptional(["the"], from: position + 1)))
      return ("../\(isEnd ? span.lastText : span.firstText)", .date, next)
    default:
      if ["on", "onward", "onwards"].contains(word(next)) {
        return ("\(span.firstText)/..", .date, next + 1)
      }
      // 'will join from January', but not 'rose from 2019' or 'a letter from May'.
      guard isFuture(position + 1), hangsOnVerb(position + 1..<next) else { return nil }
      return ("\(span.firstText)/..", .date, next)
    }
  }

  /// Where the time behind a preposition begins: `until at least 2007`.
  private func bound(behind preposition: Int) -> Int {
    let next = preposition + 1
    return word(next) == "at" && ["least", "most"].contains(word(next + 1)) ? next + 2 : next
  }

  /// Whether the words of a time hang on a verb.
  private func hangsOnVerb(_ positions: Range<Int>) -> Bool {
    let tokens = Set(positions.map { atoms[$0].token })
    return tokens.contains { index in
      guard let head = sentence.tokens[index].head, !tokens.contains(head) else { return false }
      return sentence.tokens[head].upos == .verb
    }
  }

  /// Whether a time before this position belongs to a noun: `before Friday's talks`.
  private func modifiesNoun(_ position: Int) -> Bool {
    ["'s", "’s", "'"].contains(word(position)) || token(position)?.upos == .noun
  }
}
