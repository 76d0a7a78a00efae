import Extraction

/// Which articles are one story, and which passages of others are copies.
struct CopyTable: Sendable {
  /// A passage that another article has, too.
  struct Passage: Sendable {
    let range: TextRange
    let other: Int
  }

  private var stories: [Int]
  private(set) var passages: [Int: [Passage]] = [:]

  init(articleCount: Int) { stories = Array(0..<articleCount) }

  /// The number of the first article of the story that an article prints.
  func story(of article: Int) -> Int {
    var article = article
    while stories[article] != article { article = stories[article] }
    return article
  }

  mutating func joinArticles(_ left: Int, _ right: Int) {
    let ends = (story(of: left), story(of: right))
    stories[max(ends.0, ends.1)] = min(ends.0, ends.1)
    // Short ways for what is asked often.
    stories[left] = min(ends.0, ends.1)
    stories[right] = min(ends.0, ends.1)
  }

  mutating func addPassage(_ passage: Passage, of article: Int) {
    passages[article, default: []].append(passage)
  }

  mutating func joinPassages(
    _ left: Int, _ leftRanges: [TextRange], _ right: Int, _ rightRanges: [TextRange]
  ) {
    passages[left, default: []] += leftRanges.map { Passage(range: $0, other: right) }
    passages[right, default: []] += rightRanges.map { Passage(range: $0, other: left) }
  }

  /// Whether two places in two articles are in one story or in passages that are copies.
  func areCopies(_ left: Int, _ range: TextRange, _ right: Int, _ other: TextRange) -> Bool {
    if story(of: left) == story(of: right) { return true }
    return isCopied(range, of: left, in: right) && isCopied(other, of: right, in: left)
  }

  private func isCopied(_ range: TextRange, of article: Int, in other: Int) -> Bool {
    (passages[article] ?? []).contains { passage in
      guard passage.other == other, passage.range.overlaps(range) else { return false }
      let common =
        min(passage.range.end, range.end) - max(passage.range.begin, range.begin)
      return common * 2 >= range.count
    }
  }
}

extension CopyTable {
  /// Notes on every piece of evidence of a graph the first article that prints the same text.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - ids: The ids of the articles by number, in their order.
  func mark(_ graph: inout KnowledgeGraph, ids: [String]) {
    let marker = CopyMarker(table: self, ids: ids)
    graph.updateEvidence(marker.mark)
  }
}
