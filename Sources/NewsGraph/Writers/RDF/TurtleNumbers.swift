/// The literals that Turtle writes without quotes: numbers, `true` and `false`.
enum TurtleNumbers {
  private static let integer = Array(XSD.integer.string.utf8)
  private static let decimal = Array(XSD.decimal.string.utf8)
  private static let double = Array(XSD.datatype("double").string.utf8)
  private static let boolean = Array(XSD.datatype("boolean").string.utf8)

  /// Whether the object of a quad is such a literal, and its characters are those of a token that
  /// is read as its datatype.
  static func isShort(_ quad: borrowing EncodedQuad) -> Bool {
    let (text, datatype) = (quad.object.text, quad.object.suffix)
    guard quad.object.kind == .typedLiteral, text.count < 100 else { return false }
    if isSame(quad, datatype, boolean) {
      return isSame(quad, text, Array("true".utf8)) || isSame(quad, text, Array("false".utf8))
    }
    let wanted: TurtleScanner.Number
    if isSame(quad, datatype, integer) {
      wanted = .integer
    } else if isSame(quad, datatype, decimal) {
      wanted = .decimal
    } else if isSame(quad, datatype, double) {
      wanted = .double
    } else {
      return false
    }
    guard !text.isEmpty,
      let number = try? TurtleScanner.number(
        quad.bytes.span.extracting(text), at: 0, isOpen: false)
    else { return false }
    return number.kind == wanted && number.end == text.count
  }

  private static func isSame(
    _ quad: borrowing EncodedQuad, _ range: Range<Int>, _ other: [UInt8]
  ) -> Bool {
    areSame(quad.bytes.span, range, other.span, 0..<other.count)
  }
}
