import Extraction

/// Finds articles and passages that are one text printed twice.
///
/// An inverted index over all shingles gives the pairs of articles that share some; what holds for
/// a pair is then decided on their whole sequences of shingles. Of many articles with one shingle,
/// each is paired with the next few in the order of ids only: copies of one story form a chain, and
/// the work stays proportional to the length of all texts.
struct CopyFinder {
  /// How many of the following articles with the same shingle an article is paired with.
  private static let reach = 4
  /// The fewest shingles that two articles have to share to be looked at.
  private static let fewest = 8
  /// The shingles of a run that make a passage a copy: 29 words that nobody writes twice by chance,
  /// and more than a sentence of background that a desk reuses.
  private static let passage = 24
  /// The same where both articles credit one publisher or agency: 13 words.
  private static let creditedPassage = 8
  /// How many shingles may be missing inside a passage: those around one changed word, and a few.
  private static let gap = 8

  let wordings: [ArticleWording]

  /// Finds the copies among articles, which are in the order of their ids.
  func find() -> CopyTable {
    var table = CopyTable(articleCount: wordings.count)
    for (left, right) in candidates() { compare(left, right, &table) }
    return table
  }

  // MARK: - Candidates

  private func candidates() -> [(Int, Int)] {
    // 24 bits are left for the number of the article: sixteen million of them.
    var index: [UInt64] = []
    index.reserveCapacity(wordings.reduce(0) { $0 + $1.shingles.count })
    for (number, wording) in wordings.enumerated() {
      for shingle in wording.shingles {
        index.append(ArticleWording.hash(shingle) | UInt64(number & 0xFF_FFFF))
      }
    }
    index.sort()
    var pairs: [UInt64] = []
    var begin = 0
    while begin < index.count {
      let hash = ArticleWording.hash(index[begin])
      var articles: [UInt64] = []
      while begin < index.count, ArticleWording.hash(index[begin]) == hash {
        let article = index[begin] & 0xFF_FFFF
        if articles.last != article { articles.append(article) }
        begin += 1
      }
      guard articles.count > 1 else { continue }
      for (position, article) in articles.enumerated() {
        for other in articles[(position + 1)...].prefix(Self.reach) {
          pairs.append(article << 32 | other)
        }
      }
    }
    pairs.sort()
    return Self.frequent(pairs)
  }

  private static func frequent(_ pairs: [UInt64]) -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    var begin = 0
    while begin < pairs.count {
      var end = begin + 1
      while end < pairs.count, pairs[end] == pairs[begin] { end += 1 }
      if end - begin >= fewest {
        found.append((Int(pairs[begin] >> 32), Int(pairs[begin] & 0xFFFF_FFFF)))
      }
      begin = end
    }
    return found
  }

  // MARK: - Pairs

  private func compare(_ left: Int, _ right: Int, _ table: inout CopyTable) {
    let leftHashes = wordings[left].shingles.map(ArticleWording.hash)
    let rightHashes = wordings[right].shingles.map(ArticleWording.hash)
    let leftMatches = Self.matches(leftHashes, rightHashes)
    let rightMatches = Self.matches(rightHashes, leftHashes)
    let shared = (leftMatches.count { $0 }, rightMatches.count { $0 })
    let containment = max(
      Double(shared.0) / Double(leftHashes.count), Double(shared.1) / Double(rightHashes.count))
    let least = min(shared.0, shared.1)
    if (containment >= 0.6 && least >= Self.passage) || (containment >= 0.8 && least >= 10) {
      table.joinArticles(left, right)
      return
    }
    let isCredited = !wordings[left].credits.isDisjoint(with: wordings[right].credits)
    let needed = isCredited ? Self.creditedPassage : Self.passage
    let leftPassages = passages(left, leftMatches, needed)
    let rightPassages = passages(right, rightMatches, needed)
    guard !leftPassages.isEmpty, !rightPassages.isEmpty else { return }
    table.joinPassages(left, leftPassages, right, rightPassages)
  }

  private static func matches(_ hashes: [UInt64], _ others: [UInt64]) -> [Bool] {
    let known = Set(others)
    return hashes.map(known.contains)
  }

  /// The stretches of an article of which at least so many shingles stand in the other one.
  private func passages(_ article: Int, _ matches: [Bool], _ needed: Int) -> [TextRange] {
    let shingles = wordings[article].shingles
    var found: [TextRange] = []
    var first: Int?
    var last = 0
    var count = 0
    func close() {
      guard let first, count >= needed else { return }
      // A shingle says where it begins; the next ones tell about where it ends.
      let end = min(last + ArticleWording.width, shingles.count - 1)
      found.append(
        TextRange(
          ArticleWording.offset(shingles[first]),
          max(ArticleWording.offset(shingles[end]), ArticleWording.offset(shingles[last]) + 36)))
    }
    for (index, isMatch) in matches.enumerated() where isMatch {
      if let begin = first, index - last <= Self.gap {
        first = begin
        count += 1
      } else {
        close()
        first = index
        count = 1
      }
      last = index
    }
    close()
    return found
  }
}
