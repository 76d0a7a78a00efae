/// A reader of the times in one sentence: each method reads one construction at a position.
struct TimeReader {
  let sentence: AnnotatedSentence
  let atoms: [TimeAtom]
  let anchor: CalendarDate?
  let tenses: ClauseTense
  /// The day, month or year that the text has named last.
  var reference: TimeSpan?

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
    guard let (date, next) = partialDate(at: position, licensed: licensed),
      let span = date.resolved(anchor: anchor, tense: tense(position))
    else { return nil }
    return (span, next)
  }
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
