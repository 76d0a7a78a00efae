/// The character classes of names in Turtle and N-Triples.
///
/// https://www.w3.org/TR/turtle/#grammar-production-PN_CHARS_BASE
enum NameCharacters {
  /// `PN_CHARS_BASE`.
  static func isBase(_ value: UInt32) -> Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0: false
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF: true
    case 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF: true
    case 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF: true
    default: false
    }
  }

  /// `PN_CHARS_U`.
  static func isNameStartOrUnderscore(_ value: UInt32) -> Bool { value == 0x5F || isBase(value) }

  /// `PN_CHARS`.
  static func isName(_ value: UInt32) -> Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F: true
    case 0..<0xB7: false
    case 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isBase(value)
    }
  }
}
