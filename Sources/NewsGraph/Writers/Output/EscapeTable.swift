/// What becomes of each byte of UTF-8 text in a format.
///
/// All characters that any of the formats escapes or forbids are ASCII, but for U+FFFE and U+FFFF,
/// so that a table of 256 bytes decides nearly all of them.
struct EscapeTable: Sendable {
  /// The byte is copied.
  static let copy: UInt8 = 0
  /// The byte 0xEF, with which U+FFFE and U+FFFF begin.
  static let mayBeNoncharacter: UInt8 = 1
  /// The format cannot hold the character.
  static let forbidden: UInt8 = 255
  /// U+FFFD in UTF-8.
  static let replacementCharacter: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// An action for each byte: one of the above, or the index of a replacement.
  private(set) var actions = [UInt8](repeating: EscapeTable.copy, count: 256)
  /// What characters are replaced by; the first two places are taken by the actions above.
  private(set) var replacements: [[UInt8]] = [[], []]
  private var noncharacters: (UInt8, UInt8) = (EscapeTable.copy, EscapeTable.copy)

  /// Makes a table in which the characters are replaced by texts.
  init(_ replacements: [Unicode.Scalar: String]) {
    for (scalar, text) in replacements.sorted(by: { $0.key < $1.key }) {
      escape(scalar.value, as: text)
    }
  }

  /// Sets the text that stands for an ASCII character, U+FFFE or U+FFFF.
  mutating func escape(_ scalar: UInt32, as text: String) {
    let action = UInt8(replacements.count)
    replacements.append(Array(text.utf8))
    set(scalar, to: action)
  }

  /// Forbids an ASCII character, U+FFFE or U+FFFF.
  mutating func forbid(_ scalar: UInt32) { set(scalar, to: EscapeTable.forbidden) }

  private mutating func set(_ scalar: UInt32, to action: UInt8) {
    precondition(scalar < 0x80 || scalar == 0xFFFE || scalar == 0xFFFF)
    guard scalar >= 0x80 else {
      actions[Int(scalar)] = action
      return
    }
    actions[0xEF] = EscapeTable.mayBeNoncharacter
    if scalar == 0xFFFE { noncharacters.0 = action } else { noncharacters.1 = action }
  }

  /// Whether U+FFFE or U+FFFF stands at an offset where there is the byte 0xEF.
  static func isNoncharacter(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    offset + 2 < utf8.count && utf8[offset + 1] == 0xBF && utf8[offset + 2] >= 0xBE
  }

  /// The action for the noncharacter whose last byte is 0xBE or 0xBF.
  func noncharacterAction(_ last: UInt8) -> UInt8 {
    last == 0xBE ? noncharacters.0 : noncharacters.1
  }
}
