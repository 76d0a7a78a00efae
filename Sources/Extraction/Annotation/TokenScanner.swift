/// The state of one pass of the tokeniser over a range of a text.
struct TokenScanner {
  let scalars: [Unicode.Scalar]
  /// The end of the range that is read.
  let end: Int
  private(set) var words: [WordSpan] = []
  /// Whether a single quotation mark has been opened and not yet closed.
  private var isQuoting = false

  init(scalars: [Unicode.Scalar], end: Int) {
    self.scalars = scalars
    self.end = end
  }

  /// Reads everything from `begin` on.
  mutating func scan(from begin: Int) {
    words.reserveCapacity((end - begin) / 5)
    var chunk = begin
    while chunk < end {
      let first = scalars[chunk].characterClass
      guard first != .blank, first != .mark else {
        chunk += 1
        continue
      }
      var chunkEnd = chunk + 1
      while chunkEnd < end, scalars[chunkEnd].characterClass != .blank { chunkEnd += 1 }
      scanChunk(chunk, chunkEnd)
      chunk = chunkEnd
    }
  }

  /// Adds the word from `begin` up to `end`.
  mutating func emit(_ begin: Int, _ end: Int, joinsNext: Bool = false) {
    words.append(WordSpan(TextRange(begin, end), joinsNext: joinsNext))
  }

  /// The class of the code point at `position`, blank at and past `end`.
  @inline(__always)
  func kind(_ position: Int, _ end: Int) -> CharacterClass {
    position < end ? scalars[position].characterClass : .blank
  }

  /// The text from `begin` up to `end` in lower case with straight apostrophes and no soft hyphens,
  /// for look-up in word lists.
  func key(_ begin: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars[begin..<end] {
      if scalar.value < 128 {
        let isUpper = scalar.value >= 65 && scalar.value <= 90
        view.append(isUpper ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
      } else if scalar.characterClass == .apostrophe {
        view.append("'")
      } else if scalar != "\u{AD}" {
        view.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(view)
  }
}

// MARK: - Chunks

extension TokenScanner {
  /// Cuts what stands between two blanks.
  private mutating func scanChunk(_ begin: Int, _ end: Int) {
    let mayHoldAddress = AddressScanner.mayHoldAddress(scalars[begin..<end])
    var position = begin
    while position < end {
      position = scanToken(position, chunk: begin..<end, mayHoldAddress: mayHoldAddress)
    }
  }

  /// Adds the next word or mark and returns where it ends.
  private mutating func scanToken(
    _ position: Int, chunk: Range<Int>, mayHoldAddress: Bool
  ) -> Int {
    let end = chunk.upperBound
    let kind = scalars[position].characterClass
    if mayHoldAddress, kind.beginsWord,
      let addressEnd = AddressScanner.end(in: scalars, from: position, to: end)
    {
      emit(position, addressEnd)
      return addressEnd
    }
    switch kind {
    case .letter, .digit:
      return scanWord(position, end)
    case .mark, .blank:
      return position + 1
    case .dot where isDecimalPoint(position, chunk):
      return scanWord(position, end)
    case .dot, .ender:
      return emitRun(position, end) { $0 == .dot || $0 == .ender }
    case .apostrophe:
      return scanApostrophe(position, chunk)
    default:
      return scanSymbol(position, chunk, kind)
    }
  }

  private func isDecimalPoint(_ position: Int, _ chunk: Range<Int>) -> Bool {
    kind(position + 1, chunk.upperBound) == .digit
      && (position == chunk.lowerBound || !scalars[position - 1].characterClass.continuesWord)
  }

  /// Adds all code points from `position` on whose class holds, as one word.
  private mutating func emitRun(
    _ position: Int, _ end: Int, while holds: (CharacterClass) -> Bool
  ) -> Int {
    var runEnd = position + 1
    while runEnd < end, holds(scalars[runEnd].characterClass) { runEnd += 1 }
    emit(position, runEnd)
    return runEnd
  }
}

// MARK: - Marks and symbols

extension TokenScanner {
  private mutating func scanSymbol(
    _ position: Int, _ chunk: Range<Int>, _ kind: CharacterClass
  ) -> Int {
    let end = chunk.upperBound
    if let length = Emoticon.length(in: scalars, at: position, chunk: chunk) {
      emit(position, position + length)
      return position + length
    }
    let scalar = scalars[position]
    let next = self.kind(position + 1, end)
    switch scalar {
    case "#" where next == .letter, "@" where next.continuesWord:
      return emitTag(position, end)
    case "+" where next == .digit && position == chunk.lowerBound:
      return scanWord(position, end)
    case "[" where matches("[...]", position, end):
      emit(position, position + 5)
      return position + 5
    case "=", "*", "~", "+", "_", "#", "<", ">", "|", "-", "–", "—", "\"":
      return emitRepeated(position, end)
    default:
      emit(position, position + 1)
      return position + 1
    }
  }

  /// Adds a run of one and the same symbol, such as `--` or `***`.
  private mutating func emitRepeated(_ position: Int, _ end: Int) -> Int {
    var runEnd = position + 1
    while runEnd < end, scalars[runEnd] == scalars[position] { runEnd += 1 }
    emit(position, runEnd)
    return runEnd
  }

  /// Adds a hashtag or the name of an account, with its first mark.
  private mutating func emitTag(_ position: Int, _ end: Int) -> Int {
    emitRun(position, end) { $0.continuesWord }
  }

  private func matches(_ pattern: StaticString, _ position: Int, _ end: Int) -> Bool {
    guard position + pattern.utf8CodeUnitCount <= end else { return false }
    return pattern.withUTF8Buffer { bytes in
      bytes.indices.allSatisfy { scalars[position + $0].value == UInt32(bytes[$0]) }
    }
  }

  /// Cuts at an apostrophe that does not stand inside a word.
  private mutating func scanApostrophe(_ position: Int, _ chunk: Range<Int>) -> Int {
    let end = chunk.upperBound
    if kind(position + 1, end) == .apostrophe, scalars[position + 1] == scalars[position] {
      emit(position, position + 2)
      return position + 2
    }
    var wordEnd = position + 1
    while wordEnd < end, scalars[wordEnd].characterClass.continuesWord { wordEnd += 1 }
    let begins = position == chunk.lowerBound || !scalars[position - 1].characterClass.continuesWord
    guard begins, wordEnd > position + 1, isElided(position, wordEnd) else {
      emitQuoteOrPossessive(position, chunk, begins: begins)
      return position + 1
    }
    emit(position, wordEnd)
    return wordEnd
  }

  /// Adds an apostrophe: a quotation mark, or the possessive of a plural (`the ministers' talks`),
  /// which is joined to its noun.
  private mutating func emitQuoteOrPossessive(
    _ position: Int, _ chunk: Range<Int>, begins: Bool
  ) {
    if begins {
      isQuoting = position == chunk.lowerBound || isQuoting
    } else if isQuoting {
      isQuoting = false
    } else if scalars[position - 1].value | 32 == 115, let noun = words.indices.last {
      words[noun].joinsNext = words[noun].range.end == position
    }
    emit(position, position + 1)
  }

  /// Whether the apostrophe belongs to what follows it: `'90s`, `'em`, a lone `'s`.
  private func isElided(_ begin: Int, _ end: Int) -> Bool {
    if kind(begin + 1, end) == .digit {
      let digits = (begin + 1..<end).prefix { scalars[$0].characterClass == .digit }.count
      return digits == 2 && (begin + 3 == end || key(begin + 3, end) == "s")
    }
    return end - begin <= 6 && WordLists.elided.contains(key(begin, end))
  }
}
