/// A length of time that a text counts from something that it tells: `a day after the vote`.
struct TimeOffset: Hashable {
  /// The conjunction or preposition behind the length.
  let connector: Int
  let unit: TimeWords.Unit
  /// The number of units from what the connector introduces, negative where it came later.
  let count: Int
}

extension TimeExpressionFinder {
  /// The lengths of time before `after` and `before` in a sentence; `hours after` counts none.
  func offsets(in sentence: AnnotatedSentence) -> [TimeOffset] {
    let words = ["after", "before", "following"]
    guard sentence.tokens.contains(where: { words.contains($0.form.lowercased()) }) else {
      return []
    }
    let reader = TimeReader(sentence, anchor: anchor)
    return reader.atoms.indices.compactMap { position in
      guard let (unit, count, next) = reader.length(at: position),
        words.contains(reader.word(next))
      else { return nil }
      let sign = reader.word(next) == "before" ? -1 : 1
      return TimeOffset(connector: reader.atoms[next].token, unit: unit, count: sign * count)
    }
  }
}

extension TimeReader {
  /// `two weeks`, `the day`, or `hours` without a number.
  fileprivate func length(at position: Int) -> (unit: TimeWords.Unit, count: Int, next: Int)? {
    if ["hours", "minutes", "moments"].contains(word(position)) { return (.hour, 0, position + 1) }
    // 'the day after the vote'
    if word(position) == "the", let (unit, factor) = TimeWords.units[word(position + 1)],
      factor == 1, unit != .hour, !word(position + 1).hasSuffix("s")
    {
      return (unit, 1, position + 2)
    }
    return amount(at: position)
  }
}
