import Extraction

/// A day that may lack its year, such as 9 October.
struct PartialDate: Hashable {
  var year: Int?
  var month: Int
  var day: Int

  /// The date, where the year is known and the calendar has the day.
  var date: CalendarDate? { year.flatMap { CalendarDate(year: $0, month: month, day: day) } }

  /// The date in `year`.
  func date(in year: Int) -> CalendarDate? { CalendarDate(year: year, month: month, day: day) }
}

/// Finds dates at given places of a row of tokens.
struct DateScanner {
  let tokens: [DateToken]

  init(_ tokens: [DateToken]) { self.tokens = tokens }

  /// The date that begins at the token, in any of the forms of the press, and where it ends.
  func date(at start: Int) -> (PartialDate, next: Int)? {
    let index = afterWeekday(start)
    return yearFirst(index) ?? dayFirst(index) ?? monthFirst(index) ?? numeric(index)
  }

  /// All dates with a year, in text order.
  func fullDates() -> [CalendarDate] {
    var dates: [CalendarDate] = []
    var index = 0
    while index < tokens.count {
      if let (partial, next) = date(at: index), let date = partial.date {
        dates.append(date)
        index = next
      } else {
        index += 1
      }
    }
    return dates
  }

  func number(_ index: Int, digits: ClosedRange<Int> = 1...2) -> Int? {
    guard tokens.indices.contains(index), case .number(let value, let count) = tokens[index].kind,
      digits.contains(count)
    else { return nil }
    return value
  }

  func word(_ index: Int) -> String? {
    tokens.indices.contains(index) ? tokens[index].word : nil
  }

  func isMark(_ index: Int, _ marks: Unicode.Scalar...) -> Bool {
    guard tokens.indices.contains(index), case .mark(let mark) = tokens[index].kind else {
      return false
    }
    return marks.contains(mark)
  }

  /// Whether nothing stands between the token and the one before it.
  func isGlued(_ index: Int) -> Bool {
    tokens.indices.contains(index) && index > 0 && tokens[index - 1].end == tokens[index].begin
  }

  // MARK: - Forms

  /// `Friday,` before a date.
  private func afterWeekday(_ start: Int) -> Int {
    guard let word = word(start), DateWords.isWeekday(word) else { return start }
    var index = start + 1
    if isMark(index, ".") { index += 1 }
    if isMark(index, ",") { index += 1 }
    return index
  }

  /// `2020-10-09`, `2020/10/09`, `2020.10.09`, `2020-Oct-09`.
  private func yearFirst(_ index: Int) -> (PartialDate, next: Int)? {
    guard let year = year(index), isMark(index + 1, "-", "/", "."),
      let month = number(index + 2) ?? word(index + 2).flatMap(DateWords.month),
      isMark(index + 3, "-", "/", "."), let day = number(index + 4)
    else { return nil }
    return partial(year, month, day, next: index + 5)
  }

  /// `9 October 2020`, `9th of October, 2020`, `09-Oct-2020`, `9 Oct.`.
  private func dayFirst(_ start: Int) -> (PartialDate, next: Int)? {
    guard let day = number(start) else { return nil }
    var index = afterOrdinal(start + 1)
    if word(index) == "of" { index += 1 }
    if isMark(index, "-", ".", "/", "\u{2011}") { index += 1 }
    guard let month = word(index).flatMap(DateWords.month) else { return nil }
    index += 1
    let afterMonth = index
    if isMark(index, ".") { index += 1 }
    if isMark(index, ",", "-", "/", "\u{2011}") { index += 1 }
    guard let year = year(index) else { return partial(nil, month, day, next: afterMonth) }
    return partial(year, month, day, next: index + 1)
  }

  /// `October 9, 2020`, `Oct. 9th 2020`, `Oct. 9`.
  private func monthFirst(_ start: Int) -> (PartialDate, next: Int)? {
    guard let month = word(start).flatMap(DateWords.month) else { return nil }
    var index = start + 1
    if isMark(index, ".") || isMark(index, "-") { index += 1 }
    guard let day = number(index) else { return nil }
    index = afterOrdinal(index + 1)
    let afterDay = index
    if isMark(index, ",") || isMark(index, "-") { index += 1 }
    guard let year = year(index) else { return partial(nil, month, day, next: afterDay) }
    return partial(year, month, day, next: index + 1)
  }

  /// `31/12/2020`, `12/31/2020` and `09.10.2020`: where both numbers could be the month, only
  /// points say that the day comes first; otherwise the date is not certain and is not read.
  private func numeric(_ index: Int) -> (PartialDate, next: Int)? {
    guard let first = number(index), isMark(index + 1, "/", ".", "-"),
      let second = number(index + 2), tokens[index + 1].kind == tokens[safe: index + 3]?.kind,
      let year = year(index + 4)
    else { return nil }
    if isMark(index + 1, ".") || first > 12 || first == second {
      return partial(year, second, first, next: index + 5)
    }
    return second > 12 ? partial(year, first, second, next: index + 5) : nil
  }

  private func afterOrdinal(_ index: Int) -> Int {
    guard isGlued(index), let word = word(index), ["st", "nd", "rd", "th"].contains(word) else {
      return index
    }
    return index + 1
  }

  private func year(_ index: Int) -> Int? {
    number(index, digits: 4...4).flatMap { (1000...2999).contains($0) ? $0 : nil }
  }

  private func partial(
    _ year: Int?, _ month: Int, _ day: Int, next: Int
  ) -> (PartialDate, next: Int)? {
    // A leap year stands in for one that is not known.
    guard CalendarDate(year: year ?? 2000, month: month, day: day) != nil else { return nil }
    return (PartialDate(year: year, month: month, day: day), next)
  }
}

extension Array {
  /// The element at `index`, or nothing outside the array.
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
