/// The normalisation of BERT's uncased word pieces: no control characters, no accents, lower case,
/// punctuation apart (Training/MODEL_FORMAT.md, section 2).
enum PieceNormalizer {
  /// The parts of a word, each as UTF-8, with the number of code points of each.
  static func parts(of word: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
    var parts: [[Unicode.Scalar]] = []
    var current: [Unicode.Scalar] = []
    for scalar in normalized(word) {
      let isBlank = scalar.properties.isWhitespace
      if isBlank || isPunctuation(scalar) {
        if !current.isEmpty { parts.append(current) }
        current = []
        if !isBlank { parts.append([scalar]) }
      } else {
        current.append(scalar)
      }
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }

  private static func normalized(_ word: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    for scalar in word where !isDropped(scalar) {
      if isIdeograph(scalar) {
        kept += [" ", scalar, " "]
      } else {
        kept.append(scalar)
      }
    }
    var lowered: [Unicode.Scalar] = []
    for scalar in Decomposition.canonical(kept)
    where scalar.properties.generalCategory != .nonspacingMark {
      lowered += scalar.properties.lowercaseMapping.unicodeScalars
    }
    return lowered
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": return false
    case "\0", "\u{FFFD}": return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .privateUse: return true
    default: return false
    }
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F,
      0x2B920...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
      true
    default: false
    }
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    case 0..<128: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}
