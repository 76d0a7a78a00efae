/// Finds copies as `CopyFinder` does, among more articles than memory holds the wordings of.
final class StoredCopyFinder {
  private let wordings: SpillFile
  private let shingles: NumberSorter
  private let pairs: NumberSorter
  /// Where the wording of each article ends.
  private let ends: StoredNumbers
  private var seen = SeenShingles()

  init(_ storage: TemporaryStorage) {
    wordings = SpillFile(storage)
    ends = StoredNumbers(storage)
    // The pairs are sorted while the shingles come.
    var half = storage
    half.memory = max(1, storage.memory / 2)
    shingles = NumberSorter(half)
    pairs = NumberSorter(half)
  }

  /// Adds the wording of the next article in the order of ids.
  func add(_ wording: ArticleWording) throws(OutputError) {
    for shingle in wording.shingles { seen.add(shingle) }
    var encoder = RecordEncoder()
    wording.encode(to: &encoder)
    try ends.append(wordings.append(encoder.bytes).upperBound)
  }

  /// The copies among the articles.
  func find() throws -> CopyTable {
    // Most shingles stand in one article, and have no part in anything.
    for number in 0..<ends.count {
      for shingle in try wording(number).shingles where seen.isRepeated(shingle) {
        try shingles.add(CopyFinder.place(of: shingle, in: number))
      }
    }
    seen.clear()
    try findPairs()
    let sortedPairs = try pairs.finish()
    var table = CopyTable(articleCount: ends.count)
    // The pairs of an article follow each other.
    var left: (number: Int, wording: ArticleWording)?
    try CopyFinder.forEachCandidate(sortedPairs.next) { number, other in
      let first =
        if let left, left.number == number { left } else { (number, try wording(number)) }
      left = first
      CopyFinder.compare(first, (other, try wording(other)), &table)
    }
    return table
  }

  private func findPairs() throws {
    let sorted = try shingles.finish()
    try CopyFinder.forEachPair(sorted.next, pairs.add)
  }

  private func wording(_ number: Int) throws -> ArticleWording {
    let begin = number == 0 ? 0 : try ends[number - 1]
    var decoder = RecordDecoder(try wordings.read(begin..<ends[number]))
    return try ArticleWording(from: &decoder)
  }
}

/// Tells which shingles came once, in little memory: of others it may say so of none, and of few that
/// came once the contrary.
private struct SeenShingles {
  private static let slots = 1 << 25
  private var once = [UInt64](repeating: 0, count: slots / 64)
  private var again = [UInt64](repeating: 0, count: slots / 64)

  private static func slot(of shingle: UInt64) -> Int {
    Int(truncatingIfNeeded: ArticleWording.hash(shingle) >> 39)
  }

  mutating func add(_ shingle: UInt64) {
    let slot = Self.slot(of: shingle)
    let bit = UInt64(1) << UInt64(slot & 63)
    if once[slot >> 6] & bit == 0 {
      once[slot >> 6] |= bit
    } else {
      again[slot >> 6] |= bit
    }
  }

  /// Gives back the memory; nothing may be asked afterwards.
  mutating func clear() { (once, again) = ([], []) }

  func isRepeated(_ shingle: UInt64) -> Bool {
    let slot = Self.slot(of: shingle)
    return again[slot >> 6] & UInt64(1) << UInt64(slot & 63) != 0
  }
}
