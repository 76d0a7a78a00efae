/// What a code point is to the tokeniser.
enum CharacterClass: UInt8 {
  /// White space, and characters that are not seen and stand between words.
  case blank
  /// A letter; marks and other numbers (`²`) count as letters.
  case letter
  case digit
  /// A mark, a soft hyphen or a joiner: goes on with a word, never begins one.
  case mark
  case apostrophe
  case quote
  case dot
  case comma
  case colon
  /// `?`, `!` and the ellipsis character.
  case ender
  case hyphen
  case dash
  case slash
  case ampersand
  case at
  case underscore
  case currency
  /// Punctuation and symbols of no other class.
  case symbol

  /// Whether a word can begin with it.
  var beginsWord: Bool { self == .letter || self == .digit }

  /// Whether a word goes on with it whatever follows.
  var continuesWord: Bool { beginsWord || self == .mark || self == .underscore }
}

extension Unicode.Scalar {
  /// The class of the code point.
  @inline(__always)
  var characterClass: CharacterClass {
    value < 128 ? CharacterClass.ascii[Int(value)] : CharacterClass.beyondASCII(self)
  }

  /// Whether the code point is an upper-case or title-case letter.
  var isUpper: Bool {
    if value < 128 { return value >= 65 && value <= 90 }
    let category = properties.generalCategory
    return category == .uppercaseLetter || category == .titlecaseLetter
  }

  /// Whether the code point is a lower-case letter.
  var isLower: Bool {
    if value < 128 { return value >= 97 && value <= 122 }
    return properties.generalCategory == .lowercaseLetter
  }
}

extension CharacterClass {
  fileprivate static let ascii: [CharacterClass] = (0..<128).map { value in
    switch value {
    case 0...32, 127: .blank
    case 48...57: .digit
    case 65...90, 97...122: .letter
    default: asciiPunctuation(UInt8(value))
    }
  }

  private static func asciiPunctuation(_ value: UInt8) -> CharacterClass {
    switch value {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "?"), UInt8(ascii: "!"): .ender
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "_"): .underscore
    case UInt8(ascii: "$"): .currency
    default: .symbol
    }
  }

  fileprivate static func beyondASCII(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{B4}", "\u{2BC}", "\u{2032}": .apostrophe
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}", "\u{201A}": .quote
    case "\u{2026}": .ender
    case "\u{2010}", "\u{2011}": .hyphen
    case "\u{2012}"..."\u{2015}": .dash
    case "\u{AD}", "\u{200C}", "\u{200D}", "\u{2060}": .mark
    case "\u{85}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{FEFF}": .blank
    default: byCategory(scalar)
    }
  }

  private static func byCategory(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      .letter
    case .letterNumber, .otherNumber: .letter
    case .decimalNumber: .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: .blank
    case .currencySymbol: .currency
    default: .symbol
    }
  }
}
