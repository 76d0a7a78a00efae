/// The cutter of words into the pieces that the encoder knows.
///
/// Wu et al., *Google's Neural Machine Translation System*, 2016; longest match first.
struct WordPiece: Sendable {
  private let table: PieceTable
  private let unknown: Int32
  private let maxCharacters: Int
  private let maxPieces: Int

  /// The numbers of `[CLS]` and `[SEP]`, which stand before and after a sentence.
  let begin: Int32
  let end: Int32

  init(_ file: ModelFile) throws(LanguageModelError) {
    let vocabulary = try file.strings(file.header["vocabulary"], "vocabulary")
    table = PieceTable(vocabulary)
    func special(_ name: String) throws(LanguageModelError) -> Int32 {
      guard let id = file.header["special"]?[name]?.integer, vocabulary.indices.contains(id) else {
        throw .malformed("special.\(name) is not a piece of the vocabulary")
      }
      return Int32(id)
    }
    unknown = try special("unknown")
    begin = try special("cls")
    end = try special("sep")
    maxCharacters = try file.hyperparameter("maxCharactersPerWord")
    maxPieces = try file.hyperparameter("maxPiecesPerWord")
  }

  /// The number of pieces in the vocabulary.
  var count: Int { table.count }

  /// Adds the pieces of a word to `pieces`: at least one, at most twelve.
  func append(_ word: ArraySlice<Unicode.Scalar>, to pieces: inout [Int32]) {
    let first = pieces.count
    if word.count <= maxCharacters, word.allSatisfy({ $0.value < 128 && $0.value > 32 }) {
      appendASCII(word, to: &pieces)
    } else {
      for part in PieceNormalizer.parts(of: word) { appendPart(part, to: &pieces) }
    }
    if pieces.count == first { pieces.append(unknown) }
    if pieces.count > first + maxPieces { pieces.removeLast(pieces.count - first - maxPieces) }
  }

  private func appendASCII(_ word: ArraySlice<Unicode.Scalar>, to pieces: inout [Int32]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { bytes in
      var count = 0
      for scalar in word {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        bytes[count] = byte >= 65 && byte <= 90 ? byte + 32 : byte
        count += 1
      }
      var part = 0
      for position in 0..<count where !isAlphanumeric(bytes[position]) {
        if part < position {
          appendPart(UnsafeBufferPointer(rebasing: bytes[part..<position]), &pieces)
        }
        appendPart(UnsafeBufferPointer(rebasing: bytes[position...position]), &pieces)
        part = position + 1
      }
      if part < count { appendPart(UnsafeBufferPointer(rebasing: bytes[part..<count]), &pieces) }
    }
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 122) || byte == 127
  }

  private func appendPart(_ part: [Unicode.Scalar], to pieces: inout [Int32]) {
    guard part.count <= maxCharacters else {
      pieces.append(unknown)
      return
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: part)
    let bytes = Array(String(view).utf8)
    bytes.withUnsafeBufferPointer { appendPart($0, &pieces) }
  }

  /// Adds the pieces of one part, or `[UNK]` where it cannot be cut into known pieces.
  private func appendPart(_ bytes: UnsafeBufferPointer<UInt8>, _ pieces: inout [Int32]) {
    let first = pieces.count
    var position = 0
    while position < bytes.count {
      let rest = UnsafeBufferPointer(rebasing: bytes[position...])
      guard let (id, length) = table.longestPrefix(of: rest, continuing: position > 0) else {
        pieces.removeLast(pieces.count - first)
        pieces.append(unknown)
        return
      }
      pieces.append(id)
      position += length
    }
  }
}
