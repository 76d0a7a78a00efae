/// Reads what the words before a number say of its exactness: `at least 12`, `up to 2.5 million`.
struct BoundReader {
  let lexicon: Lexicon
  let tree: SentenceTree

  /// The bound of the number that a word belongs to; nothing where nothing is said.
  func bound(at word: Int) -> ValueBound? {
    guard tree.tokens.indices.contains(word) else { return nil }
    var first = word
    while first > 0, tree.tokens[first - 1].upos == .numeral { first -= 1 }
    // The longest words go first, as 'no more than 5' is not 'more than 5'.
    for length in (1...Lexicon.longestBound).reversed() where length <= first {
      let words = (first - length..<first).map { tree.form($0) }.joined(separator: " ")
      if let bound = lexicon.bounds[words] { return bound }
    }
    return nil
  }
}
