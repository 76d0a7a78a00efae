// Where a word ends: which marks inside it and after it belong to it.

extension TokenScanner {
  /// Adds the words of the run of letters and digits that begins at `begin`; returns where it ends.
  mutating func scanWord(_ begin: Int, _ chunkEnd: Int) -> Int {
    var end = begin + 1
    while end < chunkEnd, continues(begin, end, chunkEnd) { end += 1 }
    if end < chunkEnd, scalars[end] == ".", keepsFullStop(begin, end, chunkEnd) { end += 1 }
    if end < chunkEnd, scalars[end] == "$", isCurrencyPrefix(begin, end) { end += 1 }
    cutHyphens(begin, end)
    return end
  }

  /// Whether the run from `begin` goes on with the code point at `position`.
  private func continues(_ begin: Int, _ position: Int, _ chunkEnd: Int) -> Bool {
    let here = scalars[position].characterClass
    if here.continuesWord { return true }
    let before = scalars[position - 1].characterClass
    let after = kind(position + 1, chunkEnd)
    switch here {
    case .apostrophe:
      return before.continuesWord && after == .letter
    case .dot:
      return after.beginsWord && before.continuesWord && !endsSentence(begin, position, chunkEnd)
    case .comma:
      return before == .digit && after == .digit && groupsDigits(position, chunkEnd)
    case .colon:
      return before == .digit && after == .digit
    case .hyphen:
      return (before.continuesWord || before == .dot) && after.beginsWord
    case .slash:
      return joinsAcrossSlash(begin, position, chunkEnd)
    case .ampersand:
      return before == .letter && after == .letter && joinsLetters(begin, position, chunkEnd)
    case .symbol where scalars[position] == "*":
      return before == .letter && (after == .letter || scalars[position + 1] == "*")
    default:
      return false
    }
  }

  /// Whether a dot inside a chunk ends a sentence whose next one is glued on: `said.But`.
  private func endsSentence(_ begin: Int, _ dot: Int, _ chunkEnd: Int) -> Bool {
    guard dot - begin >= 2, dot + 2 < chunkEnd, scalars[dot + 1].isUpper else { return false }
    let isWordBefore = scalars[dot - 1].isLower || scalars[dot - 1].characterClass == .digit
    return isWordBefore && (scalars[dot + 2].isLower || scalars[dot + 2] == "'")
      && !scalars[begin..<dot].contains(".")
  }

  /// Whether the comma groups digits: three follow, or two and another comma (`1,00,000`).
  private func groupsDigits(_ comma: Int, _ chunkEnd: Int) -> Bool {
    var digits = 0
    while kind(comma + 1 + digits, chunkEnd) == .digit { digits += 1 }
    return digits == 3 || (digits == 2 && kind(comma + 3, chunkEnd) == .comma)
  }

  private func joinsAcrossSlash(_ begin: Int, _ slash: Int, _ chunkEnd: Int) -> Bool {
    let before = scalars[slash - 1].characterClass
    let after = kind(slash + 1, chunkEnd)
    if before == .digit && after == .digit { return true }
    guard before == .letter, after == .letter, slash - begin == 1 else { return false }
    var end = slash + 1
    while end < chunkEnd, scalars[end].characterClass.continuesWord { end += 1 }
    return end - slash <= 3 && WordLists.slashed.contains(key(begin, end))
  }

  /// Whether `&` joins capitals (`AT&T`, `PG&E`) or two single letters.
  private func joinsLetters(_ begin: Int, _ mark: Int, _ chunkEnd: Int) -> Bool {
    if scalars[mark - 1].isUpper && scalars[mark + 1].isUpper {
      return mark + 2 >= chunkEnd || !scalars[mark + 2].isLower
    }
    return mark - begin == 1 && !kind(mark + 2, chunkEnd).continuesWord
  }

  /// Whether the letters before `$` name the currency: `US$`, `A$`, `HK$`.
  private func isCurrencyPrefix(_ begin: Int, _ end: Int) -> Bool {
    end - begin <= 3 && scalars[begin..<end].allSatisfy(\.isUpper)
  }
}

// MARK: - Full stops

extension TokenScanner {
  /// Whether the full stop at `dot` belongs to the word before it.
  private func keepsFullStop(_ begin: Int, _ dot: Int, _ chunkEnd: Int) -> Bool {
    guard scalars[dot - 1].characterClass == .letter, kind(dot + 1, chunkEnd) != .dot,
      dot - begin <= 8 || scalars[begin..<dot].contains("-")
    else { return false }
    var start = dot
    while start > begin, scalars[start - 1].characterClass != .hyphen { start -= 1 }
    if isDotted(start, dot) { return true }
    let word = key(start, dot)
    if WordLists.abbreviations.contains(word) {
      return scalars[start].isUpper || !WordLists.capitalisedOnly.contains(word)
    }
    guard let next = nextVisible(after: dot) else { return false }
    if word == "etc" { return !scalars[next].isUpper }
    if WordLists.beforeNumber.contains(word), scalars[next].characterClass == .digit { return true }
    guard scalars[start].isUpper, scalars[next].isUpper else { return false }
    return WordLists.beforeCapital.contains(word) || (dot - start == 1 && isInitial(start, next))
  }

  /// Whether dots cut the word into parts of one or two letters: `U.S`, `p.m`, `Ph.D`.
  private func isDotted(_ begin: Int, _ end: Int) -> Bool {
    var partLength = 0
    var dots = 0
    for scalar in scalars[begin..<end] {
      if scalar == "." {
        dots += 1
        partLength = 0
      } else if scalar.characterClass == .letter {
        partLength += 1
        if partLength > 2 { return false }
      } else {
        return false
      }
    }
    return dots > 0
  }

  /// Whether the capital at `letter`, with a full stop, stands for a given name: `George W. Bush`.
  ///
  /// The word before must be capitalised too, or nothing stands before.
  private func isInitial(_ letter: Int, _ next: Int) -> Bool {
    guard let last = words.last else { return true }
    let first = scalars[last.range.begin]
    if first.isUpper || !first.characterClass.continuesWord { return true }
    return scalars[letter] != "I" && scalars[letter] != "A" && next + 1 < end
      && scalars[next + 1] == "."
  }

  /// The position of the first code point after `position` that is no blank.
  private func nextVisible(after position: Int) -> Int? {
    var next = position + 1
    while next < end, scalars[next].characterClass == .blank { next += 1 }
    return next < end ? next : nil
  }
}
