/// A finder of the times that a sentence names, resolved against the day of the article.
///
///     let finder = TimeExpressionFinder(anchor: article.published?.date)
///     finder.expressions(in: sentence)  // "late Thursday" → 2020-10-08
///
/// A weekday is the nearest one in the past, today among them, unless its clause speaks of the
/// future. A day or month without a year takes the year that the tense of its clause asks for, or
/// the nearest, where the future counts as three times as far. Weeks begin on Monday, as in ISO 8601; `early`, `mid` and `late` are thirds.
public struct TimeExpressionFinder: Sendable {
  /// The day from which `yesterday` counts; without it only full dates are found.
  public let anchor: CalendarDate?

  /// Makes a finder for articles of a day.
  public init(anchor: CalendarDate?) {
    self.anchor = anchor
  }

  /// The times in a sentence, in text order and without overlap.
  ///
  /// `two weeks later` counts from the time that the text has named before: the last one of the
  /// sentence, or else the last of `earlier`, the times of the sentence before it.
  public func expressions(
    in sentence: AnnotatedSentence, after earlier: [TimeExpression] = []
  ) -> [TimeExpression] {
    var reader = TimeReader(sentence, anchor: anchor)
    reader.reference = earlier.lazy.reversed().compactMap { Self.last(of: $0.value) }.first
    reader.past = earlier.lazy.reversed().compactMap { TimeSpan(iso: $0.value) }.first { span in
      span.precision >= .month && anchor.map { span.end.year <= $0.year - 5 } == true
    }
    var found: [TimeExpression] = []
    var position = 0
    while position < reader.atoms.count {
      guard let (value, kind, next) = reader.expression(at: position) else {
        position += 1
        continue
      }
      let first = reader.atoms[position].token
      let last = reader.atoms[next - 1].token
      found.append(TimeExpression(tokens: first..<last + 1, value: value, kind: kind))
      if kind == .date { reader.reference = Self.last(of: value) ?? reader.reference }
      if kind == .date, let span = TimeSpan(iso: value) {
        if (position..<next).contains(where: { reader.fullYear($0) != nil }) {
          reader.dated = (span, next)
        }
      }
      position = next
    }
    return found
  }

  /// What later times count from: the time itself, or the year or month that ends an interval (`was a
  /// minister from 2011 to 2015. Five years later …`).
  private static func last(of value: String) -> TimeSpan? {
    if let span = TimeSpan(iso: value) { return span }
    let ends = value.split(separator: "/")
    guard ends.count == 2, TimeSpan(iso: String(ends[0])) != nil,
      let end = TimeSpan(iso: String(ends[1])), end.precision < .day
    else { return nil }
    return end
  }
}
