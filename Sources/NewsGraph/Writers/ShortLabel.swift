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

  /// The text on up to two lines of about a number of characters, so that names of ministries and
  /// talks need not be cut; longer ones are.
  static func wrapped(_ text: String, width: Int) -> String {
    let line = cut(text, to: width * 2)
    guard line.count > width else { return line }
    let words = line.split(separator: " ")
    guard words.count > 1 else { return cut(line, to: width * 3 / 2) }
    // The break that leaves the two lines most alike.
    let lengths = words.map(\.count)
    let best = (1..<words.count).min { left, right in
      difference(lengths, brokenAt: left) < difference(lengths, brokenAt: right)
    }
    guard let best else { return line }
    return words[..<best].joined(separator: " ") + "\n" + words[best...].joined(separator: " ")
  }

  private static func difference(_ lengths: [Int], brokenAt index: Int) -> Int {
    abs(lengths[..<index].reduce(0, +) - lengths[index...].reduce(0, +))
  }
}
