/// The words by which captions say who stands where in a picture: `(L)`, `(2nd from left)`.
enum PositionMarkers {
  /// The words without markers in parentheses.
  static func removed(from words: [WordSpan], in text: ArticleText) -> [WordSpan] {
    var kept: [WordSpan] = []
    var index = 0
    while index < words.count {
      if let end = end(of: index, words, text) {
        index = end
      } else {
        kept.append(words[index])
        index += 1
      }
    }
    return kept
  }

  private static func end(of start: Int, _ words: [WordSpan], _ text: ArticleText) -> Int? {
    guard text[words[start].range] == "(" else { return nil }
    var index = start + 1
    while index < words.count, index - start <= 4 {
      let word = text[words[index].range]
      if word == ")" { return index > start + 1 ? index + 1 : nil }
      guard markers.contains(word) else { return nil }
      index += 1
    }
    return nil
  }

  private static let markers: Set<String> = [
    "L", "R", "C", "left", "right", "centre", "center", "middle", "front", "back", "top", "bottom",
    "from", "first", "second", "third", "2nd", "3rd", "4th", "Left", "Right", "Centre", "Center",
  ]
}
