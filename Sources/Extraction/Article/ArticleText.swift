/// The one text of an article, addressed by Unicode code points.
///
/// Swift strings find the n-th code point in linear time; offsets are looked up for every token, so
/// the code points stand in an array of their own.
public struct ArticleText: Sendable, Hashable {
  /// The code points of the text as it was read, before any normalisation.
  public let scalars: [Unicode.Scalar]

  /// Makes the text of a decoded string.
  public init(_ string: String) {
    scalars = Array(string.unicodeScalars)
  }

  /// Makes the text of code points.
  public init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// The number of code points.
  public var count: Int { scalars.count }

  /// The whole range of the text.
  public var range: TextRange { TextRange(0, scalars.count) }

  /// The text as a string.
  public var string: String { self[range] }

  /// The code points inside `range`, as a string.
  public subscript(range: TextRange) -> String {
    String(scalars: scalars[range.begin..<range.end])
  }

  /// `range` without white space at its two ends.
  public func trimmed(_ range: TextRange) -> TextRange {
    var begin = range.begin
    var end = range.end
    while begin < end, scalars[begin].properties.isWhitespace { begin += 1 }
    while end > begin, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return TextRange(begin, end)
  }
}

extension String {
  /// Makes a string of code points; quicker than by way of `UnicodeScalarView`, which grows one by
  /// one.
  public init(scalars: ArraySlice<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
