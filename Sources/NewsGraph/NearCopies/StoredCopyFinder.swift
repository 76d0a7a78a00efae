/// Finds copies as `CopyFinder` does, among more articles than memory holds the wordings of.
final class StoredCopyFinder {
  private let storage: TemporaryStorage
  private let wordings: SpillFile
  private let shingles: NumberSorter
  private var places: [Range<Int>] = []

  init(_ storage: TemporaryStorage) {
    self.storage = storage
    wordings = SpillFile(storage)
    shingles = NumberSorter(storage)
  }

  /// Adds the wording of the next article in the order of ids.
  func add(_ wording: ArticleWording) throws(OutputError) {
    for shingle in wording.shingles {
      try shingles.add(CopyFinder.place(of: shingle, in: places.count))
    }
    var encoder = RecordEncoder()
    wording.encode(to: &encoder)
    places.append(try wordings.append(encoder.bytes))
  }

  /// The copies among the articles.
  func find() throws -> CopyTable {
    let sorted = try shingles.finish()
    let pairs = NumberSorter(storage)
    try CopyFinder.forEachPair(sorted.next, pairs.add)
    let sortedPairs = try pairs.finish()
    var table = CopyTable(articleCount: places.count)
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

  private func wording(_ number: Int) throws -> ArticleWording {
    var decoder = RecordDecoder(try wordings.read(places[number]))
    return try ArticleWording(from: &decoder)
  }
}
