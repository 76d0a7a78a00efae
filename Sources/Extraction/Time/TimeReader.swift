/// A reader of the times in one sentence: each method reads one construction at a position.
struct TimeReader {
  let sentence: AnnotatedSentence
  let atoms: [TimeAtom]
  let anchor: CalendarDate?
  let tenses: ClauseTense
  /// The day, month or year that the text has named last.
  var reference: TimeSpan?
  /// The last time of the sentence that has its year with it, and the position after it.
  var dated: (span: TimeSpan, next: Int)?
  /// The last time of the sentence before, where it has a month and lies years back.
  var past: TimeSpan?

  init(_ sentence: AnnotatedSentence, anchor: CalendarDate?) {
    self.sentence = sentence
    self.anchor = anchor
    atoms = TimeAtom.atoms(of: sentence)
    tenses = ClauseTense(sentence)
  }

  /// A span and the position after its words.
  typealias Reading = (span: TimeSpan, next: Int)
  /// A time in ISO 8601 and the position after its words.
  typealias Expression = (value: String, kind: TimeExpression.Kind, next: Int)

  /// The time that begins at a position.
  func expression(at position: Int) -> Expression? {
    guard canBegin(position) else { return nil }
    if let found = interval(at: position) ?? openInterval(at: position) { return found }
    if let found = repetition(at: position) { return found }
    if let (span, next) = point(at: position) {
      if let found = alternative(to: span, at: next) ?? pair(with: span, from: position, at: next) {
        return found
      }
      return (span.description, .date, next)
    }
    return duration(at: position)
  }

  /// Whether a time can begin with a word; most words fail here, before any rule is tried.
  private func canBegin(_ position: Int) -> Bool {
    let word = atoms[position].word
    if let first = word.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
      return true
    }
    return TimeWords.beginnings.contains(word)
  }

  /// A time that is neither an interval between two others nor a duration.
  func point(at position: Int, licensed: Bool = false) -> Reading? {
    part(at: position) ?? holiday(at: position) ?? counted(at: position) ?? relative(at: position)
      ?? absolute(at: position, licensed: licensed)
  }

  /// A date, month or year of the calendar.
  func absolute(at position: Int, licensed: Bool = false) -> Reading? {
    guard let (date, next) = partialDate(at: position, licensed: licensed) else { return nil }
    if let found = months(from: date, at: next) { return found }
    if let told = told(date, at: position) { return (told, next) }
    return date.resolved(anchor: anchor, tense: tense(position)).map { ($0, next) }
  }

  /// `May or June 1942`: both are of that year.
  private func months(from first: PartialDate, at next: Int) -> Reading? {
    guard first.year == nil, first.day == nil, let month = first.month,
      ["or", "and"].contains(word(next)),
      let (second, end) = partialDate(at: next + 1, licensed: true), let year = second.year,
      second.day == nil, second.month != nil, let begin = TimeSpan(year: year, month: month),
      let last = second.resolved(anchor: nil, tense: .open), let span = begin.through(last)
    else { return nil }
    return (span, end)
  }

  /// The time of a date without a year that goes on from one of long ago: `seized it on Nov 20, 2012,
  /// and left on Dec 1`, and in a story of the past in the next sentence.
  private func told(_ date: PartialDate, at position: Int) -> TimeSpan? {
    guard let anchor, date.year == nil, date.month != nil, tense(position) != .future else {
      return nil
    }
    let before: TimeSpan
    if let dated, goesOn(from: dated.next, to: position) {
      before = dated.span
    } else if dated == nil, let past, tense(position) == .past {
      before = past
    } else {
      return nil
    }
    guard before.end.year < anchor.year else { return nil }
    return (before.start.year...before.start.year + 1).lazy
      .compactMap { year -> TimeSpan? in
        var dated = date
        dated.year = year
        return dated.resolved(anchor: nil, tense: .open)
      }
      .first { $0.end >= before.start }
  }

  /// Whether one clause follows the other between two times: `, and left on`.
  private func goesOn(from start: Int, to position: Int) -> Bool {
    guard start < position else { return false }
    let words = (start..<position).map { word($0) }
    guard words.contains(where: Self.continuing.contains),
      !words.contains(where: Self.relating.contains)
    else { return false }
    // A comma but before the conjunction opens something else.
    return words.indices.allSatisfy { index in
      words[index] != "," || index + 1 < words.count && Self.continuing.contains(words[index + 1])
    }
  }

  private static let continuing: Set<String> = ["and", "then", "before", "but", ";"]
  private static let relating: Set<String> = [
    "who", "which", "that", "whose", "whom", "(", ")", "now", "will",
  ]
}

// MARK: - Words

extension TimeReader {
  func word(_ position: Int) -> String {
    atoms.indices.contains(position) ? atoms[position].word : ""
  }

  /// The position after words that stand one after the other, or nothing where they do not.
  func skip(_ words: String..., from position: Int) -> Int? {
    for (offset, word) in words.enumerated() where self.word(position + offset) != word {
      return nil
    }
    return position + words.count
  }

  func skipOptional(_ words: Set<String>, from position: Int) -> Int {
    words.contains(word(position)) ? position + 1 : position
  }

  func token(_ position: Int) -> Token? {
    atoms.indices.contains(position) ? sentence.tokens[atoms[position].token] : nil
  }

  func tense(_ position: Int) -> ClauseTense.Tense {
    atoms.indices.contains(position) ? tenses.tense(around: atoms[position].token) : .open
  }

  func isFuture(_ position: Int) -> Bool { tense(position) == .future }

  /// A number in digits or words; `a couple of` is two.
  func number(at position: Int) -> (value: Int, next: Int)? {
    if ["a", "the"].contains(word(position)), let next = skip("couple", "of", from: position + 1) {
      return (2, next)
    }
    let text = word(position)
    if let value = TimeWords.numbers[text] {
      return (value, position + 1)
    }
    guard text.utf8.count <= 4, let value = Int(text), value > 0 else { return nil }
    return (value, position + 1)
  }

  /// A number with a unit: `two weeks`, `44-day`.
  func amount(
    at position: Int
  ) -> (unit: TimeWords.Unit, count: Int, next: Int)? {
    guard let (value, afterNumber) = number(at: position) else { return nil }
    let afterDash =
      atoms.indices.contains(afterNumber) && atoms[afterNumber].isDash
      ? afterNumber + 1 : afterNumber
    guard let (unit, factor) = TimeWords.units[word(afterDash)] else { return nil }
    return (unit, value * factor, afterDash + 1)
  }

  /// Whether a number counts the noun after it, as in `2020 people`.
  func countsNoun(_ position: Int, next: Int) -> Bool {
    guard let number = token(position), let noun = token(next) else { return false }
    if ["percent", "%", "million", "billion", "trillion", "hundred", "thousand"]
      .contains(word(next)) || skip("per", "cent", from: next) != nil
    {
      return true
    }
    if let head = number.head, sentence.tokens.indices.contains(head) {
      let isAfter = head >= atoms[next].token && number.relation == "nummod"
      return isAfter && sentence.tokens[head].xpos == "NNS"
    }
    return noun.xpos == "NNS"
  }
}
