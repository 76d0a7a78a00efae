/// A running hash over a name that does not see how the name was typed and cut into words.
///
/// Diacritics, dots, kinds of apostrophes and of hyphens make no difference, and neither does the
/// cut into tokens: `Guinea-Bissau` equals `Guinea`, `-`, `Bissau`; `People's` equals `People`,
/// `'s`; `U.S.` equals `US`. Two hashes run side by side: `folded` does not see case, `exact` does.
struct NameHasher {
  private(set) var folded: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var exact: UInt64 = 0xCBF2_9CE4_8422_2325
  /// The number of words so far.
  private(set) var words = 0
  /// The numbers of capital and small letters so far.
  private(set) var capitals = 0
  private(set) var smalls = 0
  /// Whether every word begins with a capital and has small letters after it.
  private(set) var isTitle = true
  private var separates = false
  private var glues = false
  private var beginsWord = true

  /// Whether nothing that counts has been seen.
  var isEmpty: Bool { words == 0 }
  /// Whether the name is written in capitals alone.
  var isAllCapitals: Bool { capitals > 0 && smalls == 0 }

  /// Takes in the next word of a tokenized text.
  mutating func addToken(_ form: String) {
    separate()
    add(form.utf8)
  }

  /// Takes in bytes in UTF-8.
  mutating func add(_ utf8: some Sequence<UInt8>) {
    var rest: UInt32 = 0
    var missing = 0
    for byte in utf8 {
      if byte < 0x80 {
        addASCII(byte)
      } else if byte < 0xC0 {
        rest = rest << 6 | UInt32(byte & 0x3F)
        missing -= 1
        if missing == 0 { addScalar(rest) }
      } else {
        missing = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
        rest = UInt32(byte & (0x7F >> UInt8(missing + 1)))
      }
    }
  }

  /// The folded hash with its bits well spread, never 0.
  var key: UInt64 {
    var mixed = folded ^ (folded >> 32)
    mixed &*= 0x9E37_79B9_7F4A_7C15
    return (mixed ^ (mixed >> 29)) | 1
  }
}

// MARK: - Characters

extension NameHasher {
  private mutating func addASCII(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      beginWord()
      if beginsWord { isTitle = false }
      smalls += 1
      mix(byte, byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      beginWord()
      if !beginsWord { isTitle = false }
      capitals += 1
      mix(byte | 0x20, byte)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      beginWord()
      mix(byte, byte)
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"): separate()
    case UInt8(ascii: "'"), UInt8(ascii: "`"): glue()
    case UInt8(ascii: "."), UInt8(ascii: "\""): break
    default: addSign(byte)
    }
  }

  private mutating func addScalar(_ scalar: UInt32) {
    if let letters = LatinLetters.plain(scalar) {
      addASCII(UInt8(letters & 0xFF))
      if letters >> 8 != 0 { addASCII(UInt8(letters >> 8)) }
      return
    }
    switch scalar {
    case 0x300...0x36F, 0xAD: break  // combining marks, the soft hyphen
    case 0x2018...0x201B, 0x2BB...0x2BF, 0xB4: glue()
    case 0x201C...0x201F, 0xAB, 0xBB: break  // quotation marks
    case 0xA0, 0x2009, 0x202F, 0x2010...0x2013, 0x2212: separate()
    default:
      beginWord()
      for shift in stride(from: UInt32(0), to: 24, by: 8) {
        let byte = UInt8(truncatingIfNeeded: scalar >> shift)
        mix(byte, byte)
      }
    }
  }

  /// A sign such as `&` or a comma is a word of its own, however it is spaced.
  private mutating func addSign(_ byte: UInt8) {
    separate()
    beginWord()
    mix(byte, byte)
    separate()
  }

  private mutating func separate() {
    if !glues { separates = true }
  }

  /// An apostrophe joins what stands on its two sides.
  private mutating func glue() {
    glues = true
    separates = false
  }

  private mutating func beginWord() {
    beginsWord = words == 0 || (separates && !glues)
    if beginsWord {
      if words > 0 { mix(UInt8(ascii: " "), UInt8(ascii: " ")) }
      words += 1
    }
    separates = false
    glues = false
  }

  /// One step of FNV-1a for each hash.
  private mutating func mix(_ foldedByte: UInt8, _ exactByte: UInt8) {
    folded = (folded ^ UInt64(foldedByte)) &* 0x100_0000_01B3
    exact = (exact ^ UInt64(exactByte)) &* 0x100_0000_01B3
  }
}
