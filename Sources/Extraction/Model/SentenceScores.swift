internal import CVectorMath

/// The scores of one sentence's words, in a workspace's memory.
struct SentenceScores {
  /// The number of words.
  let count: Int
  /// One row for the root and one for each word, each with all sections of the heads layer.
  let rows: UnsafePointer<Float>
  /// The width of a row.
  let width: Int
  /// The arc layer's row for the root and each word.
  let arcs: UnsafePointer<Float>

  /// The scores of a word in a section.
  func scores(of word: Int, in section: Range<Int>) -> UnsafePointer<Float> {
    rows + (word + 1) * width + section.lowerBound
  }

  /// The index of the best class of each word in a section.
  func best(_ section: Range<Int>) -> [Int] {
    (0..<count).map { vector_index_of_largest(scores(of: $0, in: section), section.count) }
  }
}
