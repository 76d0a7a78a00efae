// Cuts inside a run of letters and digits: hyphens, clitics, contractions and units.

extension TokenScanner {
  /// Adds the parts of the run from `begin` up to `end`, cut at the hyphens where the treebanks cut.
  mutating func cutHyphens(_ begin: Int, _ end: Int) {
    let hyphens = (begin..<end).filter { scalars[$0].characterClass == .hyphen }
    guard !hyphens.isEmpty, !isNumberWithHyphens(begin, end) else {
      return cutClitics(begin, end)
    }
    var part = begin
    for (index, hyphen) in hyphens.enumerated() {
      let next = index + 1 < hyphens.count ? hyphens[index + 1] : end
      if isBound(part, hyphen, next, isLast: next == end) { continue }
      cutClitics(part, hyphen)
      emit(hyphen, hyphen + 1)
      part = hyphen + 1
    }
    cutClitics(part, end)
  }

  /// Whether the hyphen at `hyphen` stays inside its word.
  private func isBound(_ begin: Int, _ hyphen: Int, _ next: Int, isLast: Bool) -> Bool {
    if hyphen - begin <= 7, WordLists.boundPrefixes.contains(key(begin, hyphen)) { return true }
    return isLast && next - hyphen <= 6 && WordLists.boundSuffixes.contains(key(hyphen + 1, next))
  }

  /// Whether the run is a telephone number, a postal code or a date: digits and hyphens with three
  /// groups, or two of which the second has four digits and the first three or five.
  private func isNumberWithHyphens(_ begin: Int, _ end: Int) -> Bool {
    var groups = [0]
    for scalar in scalars[begin..<end] {
      switch scalar.characterClass {
      case .digit: groups[groups.count - 1] += 1
      case .hyphen: groups.append(0)
      case .slash, .symbol: break
      default: return false
      }
    }
    if groups.count == 2 { return groups[1] == 4 && (groups[0] == 3 || groups[0] >= 5) }
    return groups.count > 2
  }
}

// MARK: - Clitics

extension TokenScanner {
  /// Adds the parts of a word without hyphens.
  private mutating func cutClitics(_ begin: Int, _ end: Int) {
    guard begin < end else { return }
    let first = scalars[begin].characterClass
    if first == .digit || first == .dot { return cutUnit(begin, end) }
    if end - begin <= 9, let lengths = contractionParts(begin, end) {
      return emitParts(begin, end, lengths)
    }
    var stems: [Int] = [end]
    while let stem = stemEnd(begin, stems[stems.count - 1]) { stems.append(stem) }
    var part = begin
    for cut in stems.reversed() {
      emit(part, cut, joinsNext: cut != end)
      part = cut
    }
  }

  /// The lengths of the parts of a contraction such as `cannot`, in lower case or with one capital.
  private func contractionParts(_ begin: Int, _ end: Int) -> [Int]? {
    guard end - begin < 2 || !scalars[begin + 1].isUpper else { return nil }
    return WordLists.contractions[key(begin, end)]
  }

  private mutating func emitParts(_ begin: Int, _ end: Int, _ lengths: [Int]) {
    var part = begin
    for length in lengths.dropLast() {
      emit(part, part + length, joinsNext: true)
      part += length
    }
    emit(part, end)
  }

  /// Where the stem before the last clitic of a word ends, or nothing where it has no clitic.
  private func stemEnd(_ begin: Int, _ end: Int) -> Int? {
    if isClitic("n't", end - 3, begin, end) { return end - 3 }
    for clitic in WordLists.clitics where end - clitic.count > begin {
      let start = end - clitic.count
      if equals(clitic, start) { return start }
    }
    return nil
  }

  private func isClitic(_ clitic: String, _ start: Int, _ begin: Int, _ end: Int) -> Bool {
    start > begin && scalars[start + 1].characterClass == .apostrophe && key(start, end) == clitic
  }

  private func equals(_ clitic: [Unicode.Scalar], _ start: Int) -> Bool {
    guard scalars[start].characterClass == .apostrophe else { return false }
    for offset in 1..<clitic.count {
      let scalar = scalars[start + offset]
      guard scalar.value | 32 == clitic[offset].value, scalar.value < 128 else { return false }
    }
    return true
  }
}

// MARK: - Numbers

extension TokenScanner {
  /// Adds a number, cut from the unit that is glued to it: `7` `pm`, `65` `km`; `20th` and `1980s`
  /// stay whole.
  private mutating func cutUnit(_ begin: Int, _ end: Int) {
    var unit = begin
    while unit < end, isNumeric(scalars[unit].characterClass) { unit += 1 }
    guard unit < end else { return emit(begin, end) }
    if scalars[unit].characterClass == .apostrophe, !isDecade(begin, unit) {
      emit(begin, unit, joinsNext: true)
      return emit(unit, end)
    }
    guard end - unit <= 4, isUnit(begin, unit, end) else { return emit(begin, end) }
    emit(begin, unit)
    emit(unit, end)
  }

  /// Whether the digits name ten years, as in `80's` and `1960's`.
  private func isDecade(_ begin: Int, _ end: Int) -> Bool {
    (end - begin == 2 || end - begin == 4) && scalars[end - 1] == "0"
  }

  private func isNumeric(_ kind: CharacterClass) -> Bool {
    switch kind {
    case .digit, .dot, .comma, .colon: true
    default: false
    }
  }

  private func isUnit(_ begin: Int, _ unit: Int, _ end: Int) -> Bool {
    let name = key(unit, end)
    guard WordLists.units.contains(name) else { return false }
    guard WordLists.doubtfulUnits.contains(name) else { return true }
    return scalars[begin..<unit].contains(".")
      || (begin > 0 && scalars[begin - 1].characterClass == .currency)
  }
}
