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
    var index: [UInt64] = []
    index.reserveCapacity(wordings.reduce(0) { $0 + $1.shingles.count })
    for (number, wording) in wordings.enumerated() {
      for shingle in wording.shingles { index.append(Self.place(of: shingle, in: number)) }
    }
    index.sort()
    var pairs: [UInt64] = []
    var places = index.makeIterator()
    Self.forEachPair({ places.next() }) { pairs.append($0) }
    pairs.sort()
    var table = CopyTable(articleCount: wordings.count)
    var sorted = pairs.makeIterator()
    Self.forEachCandidate({ sorted.next() }) { left, right in
      Self.compare((left, wordings[left]), (right, wordings[right]), &table)
    }
    return table
  }

  // MARK: - Candidates

  /// A shingle in an article: places of one shingle sort beside each other.
  static func place(of shingle: UInt64, in article: Int) -> UInt64 {
    // 24 bits are left for the number of the article: sixteen million of them.
    ArticleWording.hash(shingle) | UInt64(article & 0xFF_FFFF)
  }

  /// Hands on two articles as one number each time that they share a shingle.
  ///
  /// - Parameter nextPlace: Gives the places of all shingles, sorted.
  static func forEachPair(
    _ nextPlace: () throws -> UInt64?, _ body: (UInt64) throws -> Void
  ) rethrows {
    var hash: UInt64?
    var articles: [UInt64] = []
    while let place = try nextPlace() {
      if ArticleWording.hash(place) != hash {
        if articles.count > 1 { try pair(articles, body) }
        articles.removeAll(keepingCapacity: true)
        hash = ArticleWording.hash(place)
      }
      let article = place & 0xFF_FFFF
      if articles.last != article { articles.append(article) }
    }
    if articles.count > 1 { try pair(articles, body) }
  }

  /// Hands on each of the articles with the next few.
  private static func pair(
    _ articles: [UInt64], _ body: (UInt64) throws -> Void
  ) rethrows {
    for (position, article) in articles.enumerated() {
      for other in articles[(position + 1)...].prefix(reach) {
        try body(article << 32 | other)
      }
    }
  }

  /// Hands on the pairs that share enough to be looked at.
  ///
  /// - Parameter nextPair: Gives the pairs of `forEachPair`, sorted.
  static func forEachCandidate(
    _ nextPair: () throws -> UInt64?, _ body: (Int, Int) throws -> Void
  ) rethrows {
    var current: UInt64?
    var count = 0
    while let pair = try nextPair() {
      if pair != current { (current, count) = (pair, 0) }
      count += 1
      if count == fewest { try body(Int(pair >> 32), Int(pair & 0xFFFF_FFFF)) }
    }
  }

  // MARK: - Pairs

  /// Compares the wordings of two articles, given with their numbers.
  static func compare(
    _ left: (number: Int, wording: ArticleWording),
    _ right: (number: Int, wording: ArticleWording), _ table: inout CopyTable
  ) {
    let leftHashes = left.wording.shingles.map(ArticleWording.hash)
    let rightHashes = right.wording.shingles.map(ArticleWording.hash)
    let leftMatches = matches(leftHashes, rightHashes)
    let rightMatches = matches(rightHashes, leftHashes)
    let shared = (leftMatches.count { $0 }, rightMatches.count { $0 })
    let containment = max(
      Double(shared.0) / Double(leftHashes.count), Double(shared.1) / Double(rightHashes.count))
    let least = min(shared.0, shared.1)
    if (containment >= 0.6 && least >= passage) || (containment >= 0.8 && least >= 10) {
      table.joinArticles(left.number, right.number)
      return
    }
    let isCredited = !left.wording.credits.isDisjoint(with: right.wording.credits)
    let needed = isCredited ? creditedPassage : passage
    let leftPassages = passages(left.wording, leftMatches, needed)
    let rightPassages = passages(right.wording, rightMatches, needed)
    guard !leftPassages.isEmpty, !rightPassages.isEmpty else { return }
    table.joinPassages(left.number, leftPassages, right.number, rightPassages)
  }

  private static func matches(_ hashes: [UInt64], _ others: [UInt64]) -> [Bool] {
    let known = Set(others)
    return hashes.map(known.contains)
  }

  /// The stretches of an article of which at least so many shingles stand in the other one.
  private static func passages(
    _ wording: ArticleWording, _ matches: [Bool], _ needed: Int
  ) -> [TextRange] {
    let shingles = wording.shingles
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
      if let begin = first, index - last <= gap {
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
