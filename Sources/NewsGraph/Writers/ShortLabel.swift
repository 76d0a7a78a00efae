/// Names cut to a length that fits into a drawing.
enum ShortLabel {
  /// The text on one line and no longer than a number of characters, cut between words where that
  /// leaves more than half of it; a cut is marked with `…`.
  static func cut(_ text: String, to limit: Int) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > limit else { return line }
    let kept = line.prefix(limit - 1)
    let atWord = kept.lastIndex(of: " ").map { kept[..<$0] } ?? kept
    return (atWord.count * 2 > limit ? atWord : kept) + "…"
  }
}
