/// A cutter of a block's words into sentences.
struct SentenceSplitter {
  /// The most words that a sentence can have; more are cut where an end is least unlikely.
  ///
  /// Lists without any mark would else make the tree search, which is quadratic, take minutes.
  static let maxWords = 400

  let model: LanguageModel

  /// The sentences of a block, as ranges of its words.
  func sentences(
    _ words: [WordSpan], _ pieces: BlockPieces, in scalars: [Unicode.Scalar]
  ) -> [Range<Int>] {
    guard !words.isEmpty else { return [] }
    let gaps = words.indices.map { gap(after: $0, words, scalars) }
    let scores = model.boundaries.scores(
      pieces: pieces.firstPieces, shapes: pieces.shapes, gaps: gaps)
    var sentences: [Range<Int>] = []
    var begin = 0
    for word in words.indices {
      let isLast = word == words.count - 1
      let closing = closing(at: word, words, gaps, scalars)
      let ends = scores[word] > model.boundaries.threshold && !words[word].joinsNext
      guard isLast || closing ?? ends else { continue }
      sentences += Self.shortened(begin..<word + 1, scores)
      begin = word + 1
    }
    return sentences
  }

  private func gap(
    after word: Int, _ words: [WordSpan], _ scalars: [Unicode.Scalar]
  ) -> BoundaryModel.Gap {
    guard word + 1 < words.count else { return .blockEnd }
    let between = words[word].range.end..<words[word + 1].range.begin
    if between.isEmpty { return .nothing }
    return between.contains { scalars[$0] == "\n" } ? .lineBreak : .blank
  }

  /// Whether a sentence ends with the mark that closes a quotation, where the mark before it tells.
  ///
  /// It never does behind a comma: `“We are leaving,” Lind said`. Behind a full stop it does where a
  /// capital and more words follow than a clause of saying has: `“We are leaving.” Analyst Jan Lind
  /// was told in Oslo that …`.
  private func closing(
    at word: Int, _ words: [WordSpan], _ gaps: [BoundaryModel.Gap], _ scalars: [Unicode.Scalar]
  ) -> Bool? {
    let text = { (index: Int) in
      String(String.UnicodeScalarView(scalars[words[index].range.begin..<words[index].range.end]))
    }
    guard word > 0, gaps[word] == .blank, gaps[word - 1] == .nothing,
      Self.closing.contains(text(word))
    else { return nil }
    switch text(word - 1) {
    case ",": return false
    case ".":
      // What is quoted is a sentence and no abbreviation.
      let quoted = words[..<(word - 1)].suffix(4).indices.map(text)
      guard scalars[words[word + 1].range.begin].properties.isUppercase, quoted.count == 4,
        quoted.allSatisfy({ !Self.marks.contains($0) })
      else { return nil }
      let rest = words.indices[(word + 1)...].prefix(Self.speechLength + 1).map(text)
      return rest.count > Self.speechLength && rest.allSatisfy { !Self.stops.contains($0) }
        ? true : nil
    default: return nil
    }
  }

  /// The most words of a clause such as `Anna Lind told the agency on Monday`.
  private static let speechLength = 8
  private static let closing: Set<String> = ["\"", "”", "’", "'", "''", "’’", "»"]
  private static let marks: Set<String> = closing.union(["“", "‘", "`", "``", "«"])
  private static let stops: Set<String> = [".", "!", "?", "…"]

  /// Cuts what is longer than the limit after its likeliest word, again and again.
  private static func shortened(_ sentence: Range<Int>, _ scores: [Float]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var rest = sentence
    while rest.count > maxWords {
      let window = rest.lowerBound + maxWords / 2..<rest.lowerBound + maxWords
      let cut = window.max { scores[$0] < scores[$1] } ?? window.lowerBound
      parts.append(rest.lowerBound..<cut + 1)
      rest = cut + 1..<rest.upperBound
    }
    return parts + [rest]
  }
}
