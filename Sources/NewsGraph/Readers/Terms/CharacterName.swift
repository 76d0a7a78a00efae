/// Characters as errors name them.
enum CharacterName {
  /// `the blank`, `'x'`, `U+0007`.
  static func name(_ value: UInt32) -> String {
    switch value {
    case 0x20: return "the blank"
    case 0x09: return "the tab"
    case 0x0A, 0x0D: return "the end of the line"
    case 0x21...0x7E: return "'\(Character(UnicodeScalar(UInt8(value))))'"
    default:
      let digits = String(value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }
}
