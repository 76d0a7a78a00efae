/// A half-open range of Unicode code points in an article's text.
///
/// The unit is the one of the W3C Web Annotation `TextPositionSelector` and of RFC 5147's `char=`
/// scheme: code points, counted from 0, never bytes and never grapheme clusters.
public struct TextRange: Hashable, Sendable {
  /// The offset of the first code point inside the range.
  public var begin: Int
  /// The offset just past the last code point inside the range.
  public var end: Int

  /// Makes the range from `begin` up to but not including `end`.
  public init(_ begin: Int, _ end: Int) {
    precondition(begin <= end, "a range cannot end before it begins")
    self.begin = begin
    self.end = end
  }

  /// The number of code points.
  public var count: Int { end - begin }

  /// Whether the range holds no code point.
  public var isEmpty: Bool { begin == end }

  /// Whether `other` lies wholly inside this range.
  public func contains(_ other: TextRange) -> Bool {
    begin <= other.begin && other.end <= end
  }

  /// Whether the code point at `offset` is inside this range.
  public func contains(offset: Int) -> Bool {
    begin <= offset && offset < end
  }

  /// Whether the two ranges share a code point.
  public func overlaps(_ other: TextRange) -> Bool {
    begin < other.end && other.begin < end
  }

  /// The smallest range that holds both.
  public func union(_ other: TextRange) -> TextRange {
    TextRange(min(begin, other.begin), max(end, other.end))
  }
}

extension TextRange: Comparable {
  /// Orders by beginning; of two that begin together the longer comes first, so that a range
  /// precedes the ranges nested in it.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    left.begin != right.begin ? left.begin < right.begin : left.end > right.end
  }
}

extension TextRange: CustomStringConvertible {
  /// The range as `begin..<end`.
  public var description: String { "\(begin)..<\(end)" }
}
