// Lengths of time and repetitions.
extension TimeReader {
  /// `two weeks`, `six-week`, `a month` after `for`.
  func duration(at position: Int) -> Expression? {
    guard let (unit, count, next) = amount(at: position) else { return nil }
    let isArticle = ["a", "an"].contains(word(position))
    if isArticle, !["for", "of", "over", "within"].contains(word(position - 1)) { return nil }
    var end = next
    if atoms.indices.contains(end), atoms[end].isDash { end += 1 }
    let excluded = ["old", "ago", "later", "earlier", "from", "before", "after", "away", "since"]
    if excluded.contains(word(end)) || word(position - 1) == "aged" { return nil }
    return (unit.duration(count), .duration, next)
  }

  /// `every Monday`, `each year`, `every four years`, `weekly`, `on Mondays`.
  func repetition(at position: Int) -> Expression? {
    let text = word(position)
    if let value = TimeWords.repetitions[text], !atoms[position].isCapitalized {
      return (value, .recurring, position + 1)
    }
    if text.hasSuffix("days"), TimeWords.weekdays[String(text.dropLast())] != nil {
      return ("R/P1W", .recurring, position + 1)
    }
    guard text == "every" || text == "each" else { return nil }
    return everyUnit(at: position + 1)
  }

  private func everyUnit(at position: Int) -> Expression? {
    if let (unit, count, next) = amount(at: position) {
      return ("R/\(unit.duration(count))", .recurring, next)
    }
    let isOther = word(position) == "other"
    let start = isOther ? position + 1 : position
    let count = isOther ? 2 : 1
    if let (unit, factor) = TimeWords.units[word(start)] {
      return ("R/\(unit.duration(count * factor))", .recurring, start + 1)
    }
    if TimeWords.weekdays[word(start)] != nil {
      return ("R/P\(count)W", .recurring, skipOptional(TimeWords.dayParts, from: start + 1))
    }
    if TimeWords.dayParts.contains(word(start)) {
      return ("R/P\(count)D", .recurring, start + 1)
    }
    let isMonth =
      TimeWords.months[word(start)] != nil && atoms.indices.contains(start)
      && atoms[start].isCapitalized
    if isMonth || TimeWords.seasons[word(start)] != nil {
      return ("R/P\(count)Y", .recurring, start + 1)
    }
    return nil
  }
}
