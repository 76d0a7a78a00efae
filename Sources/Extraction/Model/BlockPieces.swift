/// The words of a block of text cut into pieces, with the shape of each word.
struct BlockPieces {
  /// The numbers of all pieces, in text order.
  private(set) var pieces: [Int32] = []
  /// Where each word's pieces begin in `pieces`, and at the end their number.
  private(set) var starts: [Int] = [0]
  /// The shape class of each word.
  private(set) var shapes: [UInt8] = []

  /// Cuts words, given as ranges of `scalars`.
  init(_ words: [WordSpan], of scalars: [Unicode.Scalar], by alphabet: WordPiece) {
    pieces.reserveCapacity(words.count * 4 / 3)
    starts.reserveCapacity(words.count + 1)
    shapes.reserveCapacity(words.count)
    for word in words {
      let form = scalars[word.range.begin..<word.range.end]
      alphabet.append(form, to: &pieces)
      starts.append(pieces.count)
      shapes.append(UInt8(ShapeClass(form).rawValue))
    }
  }

  /// The first piece of each word.
  var firstPieces: [Int32] { starts.dropLast().map { pieces[$0] } }
}
