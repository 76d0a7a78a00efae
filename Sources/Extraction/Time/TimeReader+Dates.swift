// Dates, months and years of the calendar, as far as the text gives them.
extension TimeReader {
  /// A date with the parts that the text gives, and the position after it.
  ///
  /// - Parameter licensed: Whether a word before it, such as `since`, makes a bare number a year.
  func partialDate(at position: Int, licensed: Bool = false) -> (date: PartialDate, next: Int)? {
    if isInsideName(position) { return edition(at: position) }
    if let found = numericDate(at: position) ?? namedDate(at: position) { return found }
    if let found = weekdayDate(at: position) { return found }
    if let found = monthAlone(at: position, licensed: licensed) { return found }
    return yearAlone(at: position, licensed: licensed)
  }

  // MARK: - Numeric dates

  /// `2020-10-09`, `09-Oct-2020`, `31/12/2019`; where day and month cannot be told apart, nothing.
  private func numericDate(at position: Int) -> (date: PartialDate, next: Int)? {
    let (first, third) = (word(position), word(position + 4))
    let separator = word(position + 1)
    guard ["-", "–", "/", "‑"].contains(separator), word(position + 3) == separator else {
      return dottedDate(position)
    }
    let date: PartialDate?
    if first.utf8.count == 4 {
      date = checked(year: Int(first), month: month(position + 2), day: Int(third))
    } else if TimeWords.months[word(position + 2)] != nil {
      date = checked(year: year(third), month: month(position + 2), day: Int(first))
    } else {
      let (left, right) = (Int(first) ?? 0, Int(word(position + 2)) ?? 0)
      if left > 12 {
        date = checked(year: year(third), month: right, day: left)
      } else if right > 12 || left == right {
        date = checked(year: year(third), month: left, day: right)
      } else {
        date = nil
      }
    }
    return date.map { ($0, position + 5) }
  }

  /// `31.12.2019`: with dots the day comes first.
  private func dottedDate(_ position: Int) -> (date: PartialDate, next: Int)? {
    let parts = word(position).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3,
      let date = checked(year: year(String(parts[2])), month: Int(parts[1]), day: Int(parts[0]))
    else { return nil }
    return (date, position + 1)
  }

  private func checked(year: Int?, month: Int?, day: Int?) -> PartialDate? {
    guard let year, let month, let day, CalendarDate(year: year, month: month, day: day) != nil
    else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  // MARK: - Dates with a named month

  /// `Friday, October 9, 2020`, `9 October`, `the 9th of October`, `Sept. 27`, `May 2020`.
  private func namedDate(at position: Int) -> (date: PartialDate, next: Int)? {
    if TimeWords.weekdays[word(position)] != nil, isWeekday(position, datedOnly: true) {
      let next = skipOptional(["the"], from: skipOptional([","], from: position + 1))
      guard let found = namedDate(at: next), found.date.day != nil else { return nil }
      return found
    }
    if let number = month(position), atoms[position].isCapitalized {
      return monthFirst(position, number)
    }
    return dayFirst(at: position)
  }

  private func monthFirst(_ position: Int, _ number: Int) -> (date: PartialDate, next: Int)? {
    let afterMonth = position + 1
    if let day = day(afterMonth), !countsNoun(afterMonth, next: afterMonth + 1) {
      let date = PartialDate(month: number, day: day)
      return withYear(date, at: afterMonth + 1)
    }
    let next = skipOptional(["of", ","], from: afterMonth)
    guard let year = fullYear(next), !countsNoun(next, next: next + 1) else { return nil }
    return (PartialDate(year: year, month: number), next + 1)
  }

  private func dayFirst(at position: Int) -> (date: PartialDate, next: Int)? {
    let start = skipOptional(["the"], from: position)
    guard let day = day(start) else { return nil }
    let next = skipOptional(["of", "-", "–"], from: start + 1)
    guard let number = month(next), atoms[next].isCapitalized else { return nil }
    // In `On the 5 May said` the name of a month is a verb or a person.
    if token(next)?.upos == .verb || token(next)?.upos == .auxiliary { return nil }
    return withYear(PartialDate(month: number, day: day), at: next + 1)
  }

  /// Adds the year that may follow a day; one that never was has no such day.
  private func withYear(
    _ date: PartialDate, at position: Int
  ) -> (date: PartialDate, next: Int)? {
    var date = date
    let next = skipOptional([",", "of", "in"], from: position)
    let found = fullYear(next).flatMap { countsNoun(next, next: next + 1) ? nil : $0 }
    date.year = found
    if let month = date.month, let day = date.day,
      day > CalendarDate.days(inMonth: month, of: found ?? 2000)
    {
      return nil
    }
    return (date, found == nil ? position : next + 1)
  }

  // MARK: - Days of the week, months and years alone

  private func weekdayDate(at position: Int) -> (date: PartialDate, next: Int)? {
    guard let weekday = TimeWords.weekdays[word(position)], isWeekday(position),
      // `That Tuesday` and `a Friday` count from elsewhere.
      !["that", "one", "a", "another"].contains(word(position - 1))
    else { return nil }
    let next = skipOptional(TimeWords.dayParts, from: position + 1)
    return (PartialDate(weekday: weekday), next)
  }

  /// Whether a word that can name a weekday does: `Sun` and `Wed` need a dot or a date.
  func isWeekday(_ position: Int, datedOnly: Bool = false) -> Bool {
    guard atoms[position].isCapitalized else { return false }
    let word = word(position)
    return !TimeWords.ambiguousWeekdays.contains(word) || datedOnly || atoms[position].hasDot
  }

  private func monthAlone(
    at position: Int, licensed: Bool
  ) -> (date: PartialDate, next: Int)? {
    guard let number = month(position), atoms[position].isCapitalized else { return nil }
    let upos = token(position)?.upos
    if upos == .verb || upos == .auxiliary { return nil }
    let before = word(position - 1)
    let isLicensed = licensed || Self.timePrepositions.contains(before)
    let isShort = word(position).utf8.count < 5 && word(position) != "may"
    if TimeWords.ambiguousMonths.contains(word(position)), !isLicensed, !isOfEvent(position) {
      return nil
    }
    if isShort, word(position) != "june", word(position) != "july", !isLicensed,
      !atoms[position].hasDot
    {
      return nil
    }
    return (PartialDate(month: number), position + 1)
  }

  /// `the May election`; but the May cabinet is that of somebody called May.
  private func isOfEvent(_ position: Int) -> Bool {
    Self.determiners.contains(word(position - 1)) && token(position)?.upos == .properNoun
      && token(position + 1)?.phraseType == .event
  }

  /// A year without a month, where the words around it show that it is one.
  private func yearAlone(
    at position: Int, licensed: Bool
  ) -> (date: PartialDate, next: Int)? {
    guard let year = fullYear(position), !countsNoun(position, next: position + 1) else {
      return nil
    }
    let before = word(position - 1)
    let isBracketed = before == "(" && [")", "-", "–"].contains(word(position + 1))
    let isModifier =
      (before == "a" || Self.determiners.contains(before))
      && [.noun, .properNoun].contains(token(position + 1)?.upos)
      && (1900...2099).contains(year)
    // 'as early as 1938'
    let isComparison =
      before == "as" && ["early", "late", "recently", "far"].contains(word(position - 2))
    guard
      licensed || Self.yearPrepositions.contains(before) || isBracketed || isModifier
        || isComparison
    else { return nil }
    return (PartialDate(year: year), position + 1)
  }

  /// The year or month with which the name of something that comes again begins: `the 2018 World
  /// Cup`, `the May Summit`.
  private func edition(at position: Int) -> (date: PartialDate, next: Int)? {
    if let number = month(position), begins(name: position), isOfEvent(position) {
      return (PartialDate(month: number), position + 1)
    }
    guard let year = fullYear(position), (1900...2099).contains(year), begins(name: position),
      Self.determiners.contains(word(position - 1)),
      token(position + 1)?.upos == .properNoun
    else { return nil }
    return (PartialDate(year: year), position + 1)
  }

  private func begins(name position: Int) -> Bool {
    let token = atoms[position].token
    return sentence.names.contains {
      $0.tokens.lowerBound == token && $0.tokens.count > 1 && $0.label != .person
    }
  }

  private static let determiners: Set<String> = [
    "the", "'s", "’s", "its", "his", "her", "their",
  ]

  static let timePrepositions: Set<String> = [
    "in", "since", "until", "till", "by", "from", "during", "of", "early", "late", "mid", "before",
    "after", "through", "throughout", "around", "last", "next", "this", "between", "to", "for",
  ]

  private static let yearPrepositions: Set<String> = [
    "in", "since", "until", "till", "by", "from", "during", "early", "late", "mid", "before",
    "after", "through", "throughout", "around", "circa", "year", "spring", "summer", "autumn",
    "fall", "winter", "between", "fiscal",
  ]

  // MARK: - Parts of dates

  func month(_ position: Int) -> Int? {
    if let number = TimeWords.months[word(position)] { return number }
    guard let number = Int(word(position)), (1...12).contains(number),
      word(position).utf8.count == 2, atoms.indices.contains(position - 1),
      atoms[position - 1].isDash || word(position - 1) == "/"
    else { return nil }
    return number
  }

  /// A day of the month, with or without the ending of an ordinal.
  func day(_ position: Int) -> Int? {
    var text = word(position)
    for ending in ["st", "nd", "rd", "th"] where text.hasSuffix(ending) {
      text.removeLast(2)
      break
    }
    guard text.utf8.count <= 2, let day = Int(text), (1...31).contains(day) else { return nil }
    return day
  }

  /// A year in four digits.
  func fullYear(_ position: Int) -> Int? {
    let text = word(position)
    guard text.utf8.count == 4, let year = Int(text), (1000...2199).contains(year),
      !isBeforeChrist(position + 1)
    else { return nil }
    return year
  }

  /// Whether the words at a position put the time before them into the years before Christ.
  func isBeforeChrist(_ position: Int) -> Bool {
    ["bc", "b.c", "bce", "b.c.e"].contains(word(position))
  }

  private func year(_ text: String) -> Int? {
    text.utf8.count == 4 ? Int(text) : nil
  }

  /// Whether a word belongs to a name that is no time, such as `October Revolution`.
  func isInsideName(_ position: Int) -> Bool {
    guard atoms.indices.contains(position) else { return false }
    let token = atoms[position].token
    return sentence.names.contains { name in
      name.tokens.contains(token) && (name.tokens.count > 1 || name.label == .person)
    }
  }
}
