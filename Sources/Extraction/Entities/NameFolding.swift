/// Spellings of names brought to one form, so that variants of one name compare equal.
///
/// The rules undo differences between the usual transliterations into English (BGN/PCGN, Library
/// of Congress, scientific and press practice), as in Sergei and Sergey, Pashinian and Pashinyan,
/// Zelenskyy and Zelensky. They keep a name readable, since IRIs are made of the result.
public enum NameFolding {
  /// The words of a name in lower case without marks and points, each in its folded spelling.
  public static func foldedWords(of name: String, type: EntityType) -> [String] {
    let words = plainWords(of: name)
    return type == .person ? words.map(foldTransliteration) : words
  }

  /// The words of a name in lower case, without marks, points, apostrophes and a leading article.
  public static func plainWords(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in name.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(contentsOf: asciiForm(of: scalar).unicodeScalars)
      } else if isJoiner(scalar) {
        continue
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    return words
  }

  /// Points of acronyms, apostrophes and combining marks do not end a word.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "'", "\u{2018}", "\u{2019}", "\u{02BC}", "\u{00AD}": true
    default:
      scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.generalCategory == .format
    }
  }

  private static func asciiForm(of scalar: Unicode.Scalar) -> String {
    guard let plain = LatinLetters.plain(scalar.value) else {
      return scalar.properties.lowercaseMapping
    }
    let letters = [UInt8(plain & 0xFF), UInt8(plain >> 8)].filter { $0 != 0 }
    return String(decoding: letters, as: UTF8.self).lowercased()
  }

  static func foldTransliteration(_ word: String) -> String {
    guard word.utf8.count > 3, word.utf8.allSatisfy({ $0 < 0x80 }) else { return word }
    var folded = word
    for (variant, usual) in inside where folded.contains(variant) {
      folded = folded.replacing(variant, with: usual)
    }
    if folded.hasPrefix("ye"), folded.utf8.count > 4 { folded.removeFirst() }
    for (variant, usual) in atEnd where folded.hasSuffix(variant) {
      folded = folded.dropLast(variant.count) + usual
      break
    }
    if folded.utf8.count > 6, folded.hasSuffix("ian") {
      folded = folded.dropLast(3) + "yan"
    }
    return folded
  }

  private static let inside = [("dzh", "j"), ("ks", "x"), ("iya", "ia")]
  private static let atEnd = [
    ("skyy", "sky"), ("skiy", "sky"), ("skii", "sky"), ("skij", "sky"), ("iyan", "yan"),
    ("ei", "ey"), ("ai", "ay"), ("iy", "y"), ("ij", "y"), ("ii", "y"), ("yy", "y"),
    ("tri", "try"), ("uri", "ury"), ("andr", "ander"), ("eff", "ev"), ("off", "ov"),
  ]
}
