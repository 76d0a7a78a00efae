import Extraction

/// A number, word or mark of a text in which a date is looked for.
struct DateToken: Hashable {
  enum Kind: Hashable {
    case number(Int, digits: Int)
    /// A run of letters, in lower case.
    case word(String)
    case mark(Unicode.Scalar)
  }

  var kind: Kind
  /// The offset of the first code point in the text that was cut.
  var begin: Int
  /// The offset just past the last code point.
  var end: Int

  var word: String? { if case .word(let word) = kind { word } else { nil } }

  func isMark(_ marks: Unicode.Scalar...) -> Bool {
    if case .mark(let mark) = kind { marks.contains(mark) } else { false }
  }
}

extension DateToken {
  /// Cuts code points into tokens; white space and invisible marks of direction are left out.
  static func tokens(of scalars: some RandomAccessCollection<Unicode.Scalar>) -> [DateToken] {
    var tokens: [DateToken] = []
    let scalars = Array(scalars)
    var rest = scalars[...]
    while let first = rest.first {
      let begin = rest.startIndex
      if isDigit(first) {
        let digits = rest.prefix { isDigit($0) }
        rest = rest.dropFirst(digits.count)
        // Longer numbers than a date can hold count as what no date has.
        let value = digits.count > 9 ? -1 : digits.reduce(0) { $0 * 10 + Int($1.value) - 48 }
        tokens.append(
          DateToken(
            kind: .number(value, digits: digits.count), begin: begin, end: rest.startIndex))
      } else if first.isLetter {
        let letters = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(letters.count)
        let word = String(scalars: letters).lowercased()
        tokens.append(DateToken(kind: .word(word), begin: begin, end: rest.startIndex))
      } else {
        rest = rest.dropFirst()
        guard !first.isSpace, first.isASCII || first.properties.generalCategory != .format else {
          continue
        }
        tokens.append(DateToken(kind: .mark(first), begin: begin, end: rest.startIndex))
      }
    }
    return tokens
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }
}
