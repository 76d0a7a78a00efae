/// Text as phrases are compared in: lower case, plain quotes and dashes, single spaces.
enum Folding {
  /// Folds code points, leaving out invisible ones and the white space at both ends.
  static func fold(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(128)
    var needsSpace = false
    for scalar in scalars {
      guard !scalar.isSpace else {
        needsSpace = !bytes.isEmpty
        continue
      }
      guard scalar.isASCII || scalar.properties.generalCategory != .format else { continue }
      if needsSpace {
        bytes.append(0x20)
        needsSpace = false
      }
      append(scalar, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Folds a string.
  static func fold(_ text: some StringProtocol) -> String { fold(text.unicodeScalars) }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5A: bytes.append(UInt8(scalar.value) + 32)
    case 0...0x7F: bytes.append(UInt8(scalar.value))
    case 0x2018, 0x2019, 0x201B, 0x2BC: bytes.append(0x27)
    case 0x201C, 0x201D, 0x201F, 0xAB, 0xBB: bytes.append(0x22)
    case 0x2010...0x2015, 0x2212: bytes.append(0x2D)
    case 0x2026: bytes += [0x2E, 0x2E, 0x2E]
    default: bytes += Array(scalar.properties.lowercaseMapping.utf8)
    }
  }
}

extension Unicode.Scalar {
  /// Whether the code point is white space, with a short way for ASCII.
  var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// Whether the code point ends a line (Unicode 16, 5.8).
  var isLineBreak: Bool {
    (0x0A...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
  }

  /// Whether the code point is a capital letter.
  var isCapital: Bool {
    value < 0x80 ? (0x41...0x5A).contains(value) : properties.isUppercase
  }

  /// Whether the code point is a letter.
  var isLetter: Bool {
    value < 0x80
      ? (0x61...0x7A).contains(value) || (0x41...0x5A).contains(value) : properties.isAlphabetic
  }

  /// Whether the code point is a letter or a number.
  var isLetterOrDigit: Bool {
    isLetter
      || (value < 0x80 ? (0x30...0x39).contains(value) : properties.numericType != nil)
  }
}

extension String {
  /// Whether a phrase occurs, byte by byte: both are folded, so no other equality is needed.
  func holds(_ phrase: String) -> Bool {
    let bytes = utf8
    let wanted = phrase.utf8
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    var rest = bytes[...]
    while let place = rest.firstIndex(of: first) {
      rest = rest[place...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
