/// The shape of a word, which gives back the case that the word pieces have lost
/// (Training/MODEL_FORMAT.md, section 3).
enum ShapeClass: Int, CaseIterable {
  case special, lower, title, upper, oneUpper, initial, dottedUpper, mixed, digits, number
  case alphanumericUpper, alphanumeric, end, quote, bracket, pause, other, address

  /// The shape of a word, from its original characters.
  init(_ word: ArraySlice<Unicode.Scalar>) {
    let counts = LetterCounts(word)
    if Self.isAddress(word) {
      self = .address
    } else if counts.letters > 0 {
      self =
        counts.digits == 0
        ? Self.shape(ofLetters: word, counts)
        : (counts.upper > 0 ? .alphanumericUpper : .alphanumeric)
    } else if counts.digits > 0 {
      self = counts.digits == word.count ? .digits : .number
    } else {
      self = Self.shape(ofMarks: word)
    }
  }

  private static func isAddress(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    if word.count > 1, word.contains("@") { return true }
    guard word.count > 3 else { return false }
    let start = word.startIndex
    if word[start + 3] == ".", (0..<3).allSatisfy({ word[start + $0].value | 32 == 119 }) {
      return true
    }
    return (start..<start + word.count - 2).contains {
      word[$0] == ":" && word[$0 + 1] == "/" && word[$0 + 2] == "/"
    }
  }

  private static func shape(
    ofLetters word: ArraySlice<Unicode.Scalar>, _ counts: LetterCounts
  ) -> ShapeClass {
    if counts.upper == 0 { return .lower }
    if word.count == 2, word[word.startIndex].isUpper, word[word.startIndex + 1] == "." {
      return .initial
    }
    if counts.letters == 1 { return .oneUpper }
    if counts.upper == counts.letters { return word.contains(".") ? .dottedUpper : .upper }
    return counts.upper == 1 && counts.firstIsUpper ? .title : .mixed
  }

  private static func shape(ofMarks word: ArraySlice<Unicode.Scalar>) -> ShapeClass {
    let sets: [(ShapeClass, StaticString)] = [
      (.end, ".?!…"), (.quote, "\"'`´‘’‚“”„«»"), (.bracket, "()[]{}<>"), (.pause, ",;:-–—/"),
    ]
    guard !word.isEmpty else { return .other }
    for (shape, members) in sets {
      let scalars = String(describing: members).unicodeScalars
      if word.allSatisfy({ scalars.contains($0) }) { return shape }
    }
    return .other
  }
}

/// How many letters, capitals and digits a word has.
private struct LetterCounts {
  var letters = 0
  var upper = 0
  var digits = 0
  var firstIsUpper = false

  init(_ word: ArraySlice<Unicode.Scalar>) {
    for scalar in word {
      if scalar.value < 128 { countASCII(scalar) } else { countCategory(scalar) }
    }
  }

  private mutating func countASCII(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 65...90: countLetter(isUpper: true)
    case 97...122: countLetter(isUpper: false)
    case 48...57: digits += 1
    default: break
    }
  }

  private mutating func countCategory(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: countLetter(isUpper: true)
    case .lowercaseLetter, .modifierLetter, .otherLetter: countLetter(isUpper: false)
    case .decimalNumber: digits += 1
    default: break
    }
  }

  private mutating func countLetter(isUpper: Bool) {
    if letters == 0 { firstIsUpper = isUpper }
    letters += 1
    if isUpper { upper += 1 }
  }
}
