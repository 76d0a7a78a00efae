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
      let ends = scores[word] > model.boundaries.threshold && !words[word].joinsNext
      guard isLast || ends else { continue }
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
