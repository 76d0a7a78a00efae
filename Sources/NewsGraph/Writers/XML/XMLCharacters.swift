/// The character classes of XML 1.0, fifth edition, and of Namespaces in XML 1.0.
///
/// https://www.w3.org/TR/xml/#charsets, https://www.w3.org/TR/xml-names/#NT-NCName
enum XMLCharacters {
  /// The escapes of text between tags; the carriage return is kept as a reference, as parsers
  /// would read it as a line feed.
  static let text: EscapeTable = {
    var table = EscapeTable(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"])
    forbidNonXML(&table)
    return table
  }()

  /// The escapes of attribute values; white space is kept as references, as parsers would read it
  /// as blanks.
  static let attribute: EscapeTable = {
    var table = EscapeTable([
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;",
      "\t": "&#9;", "\n": "&#10;", "\r": "&#13;",
    ])
    forbidNonXML(&table)
    return table
  }()

  /// CDATA sections have no escapes.
  static let section: EscapeTable = {
    var table = EscapeTable([:])
    forbidNonXML(&table)
    return table
  }()

  /// Forbids what the production `Char` leaves out and a Swift string can hold.
  private static func forbidNonXML(_ table: inout EscapeTable) {
    for scalar: UInt32 in 0..<0x20 where ![0x9, 0xA, 0xD].contains(scalar) {
      table.forbid(scalar)
    }
    table.forbid(0xFFFE)
    table.forbid(0xFFFF)
  }

  /// Whether a name without a colon may begin with the character.
  static func isNCNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF: true
    case 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF: true
    case 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF: true
    default: false
    }
  }

  /// Whether a name without a colon may go on with the character.
  static func isNCNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    if isNCNameStart(scalar) { return true }
    return switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: false
    }
  }

  /// Whether text is a name without a colon.
  static func isNCName(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, isNCNameStart(first) else { return false }
    return text.unicodeScalars.dropFirst().allSatisfy(isNCNameCharacter)
  }
}
