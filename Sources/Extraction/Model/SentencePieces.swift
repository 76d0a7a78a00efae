/// A sentence cut into pieces, in one segment or, where it is too long for the encoder, in several
/// that overlap.
struct SentencePieces {
  /// A stretch of words as the encoder takes it.
  struct Segment {
    /// The numbers of the pieces, `[CLS]` first and `[SEP]` last.
    var pieces: [Int32]
    /// The shape of the word that each piece belongs to.
    var shapes: [UInt8]
    /// The positions of the pieces whose vectors are used, in order: in a sentence's first segment
    /// that of `[CLS]`, which stands for the root, and the first piece of each word that the
    /// segment gives the vector of.
    var kept: [Int]
  }

  let segments: [Segment]
  let wordCount: Int
  var pieceCount: Int { segments.reduce(0) { $0 + $1.pieces.count } }

  /// Cuts the words at `range` of a block, whose pieces are known, into segments.
  init(_ block: BlockPieces, _ range: Range<Int>, model: LanguageModel) {
    wordCount = range.count
    var segments: [Segment] = []
    var begin = range.lowerBound
    var firstOwn = begin
    repeat {
      let end = Self.end(block, begin, range.upperBound, limit: model.maxPiecesPerSegment)
      let isLast = end == range.upperBound
      // In an overlap the first half of the words is the earlier segment's.
      let ownEnd = isLast ? end : max(firstOwn + 1, end - model.segmentOverlap / 2)
      var segment = Self.segment(block, begin..<end, own: firstOwn..<ownEnd, model.pieces)
      if segments.isEmpty { segment.kept.insert(0, at: 0) }
      segments.append(segment)
      firstOwn = ownEnd
      begin = isLast ? end : max(begin + 1, end - model.segmentOverlap)
    } while begin < range.upperBound
    self.segments = segments
  }

  /// Where a segment that begins at the word `begin` ends.
  private static func end(_ block: BlockPieces, _ begin: Int, _ limitWord: Int, limit: Int) -> Int {
    var end = begin
    while end < limitWord, block.starts[end + 1] - block.starts[begin] <= limit { end += 1 }
    return max(end, begin + 1)
  }

  private static func segment(
    _ block: BlockPieces, _ words: Range<Int>, own: Range<Int>, _ alphabet: WordPiece
  ) -> Segment {
    let first = block.starts[words.lowerBound]
    let last = block.starts[words.upperBound]
    var shapes: [UInt8] = [0]
    shapes.reserveCapacity(last - first + 2)
    for word in words {
      for _ in block.starts[word]..<block.starts[word + 1] { shapes.append(block.shapes[word]) }
    }
    shapes.append(0)
    return Segment(
      pieces: [alphabet.begin] + block.pieces[first..<last] + [alphabet.end], shapes: shapes,
      kept: own.map { block.starts[$0] - first + 1 })
  }
}
