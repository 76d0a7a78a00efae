/// The search for the best path of name tags through a sentence (Viterbi), with learned scores for
/// each pair of neighbours.
///
/// Lafferty, McCallum and Pereira, *Conditional Random Fields*, 2001. Impossible neighbours have a
/// score so low that no best path holds them.
struct NameDecoder: Sendable {
  private let labelCount: Int
  private let transition: Tensor<Float>
  private let start: Tensor<Float>
  private let end: Tensor<Float>

  init(_ file: ModelFile, labelCount: Int) throws(LanguageModelError) {
    self.labelCount = labelCount
    transition = try file.floats("names.transition", [labelCount, labelCount])
    start = try file.floats("names.start", [labelCount])
    end = try file.floats("names.end", [labelCount])
  }

  /// The best tag of each word; the lowest index on a tie.
  func path(_ scores: SentenceScores, section: Range<Int>) -> [Int] {
    guard scores.count > 0 else { return [] }
    var best = (0..<labelCount).map { start[$0] + scores.scores(of: 0, in: section)[$0] }
    var origins: [Int] = []
    for word in 1..<max(1, scores.count) {
      let step = step(best)
      let emission = scores.scores(of: word, in: section)
      best = (0..<labelCount).map { step.scores[$0] + emission[$0] }
      origins += step.origins
    }
    var tag = 0
    for label in 1..<labelCount where best[label] + end[label] > best[tag] + end[tag] {
      tag = label
    }
    var path = [tag]
    for word in stride(from: scores.count - 2, through: 0, by: -1) {
      tag = origins[word * labelCount + tag]
      path.append(tag)
    }
    return path.reversed()
  }

  /// The best way into each label from the labels of the word before.
  private func step(_ best: [Float]) -> (scores: [Float], origins: [Int]) {
    var scores: [Float] = []
    var origins: [Int] = []
    for label in 0..<labelCount {
      var origin = 0
      var score = best[0] + transition.start[label]
      for from in 1..<labelCount {
        let candidate = best[from] + transition.start[from * labelCount + label]
        if candidate > score { (origin, score) = (from, candidate) }
      }
      scores.append(score)
      origins.append(origin)
    }
    return (scores, origins)
  }
}
