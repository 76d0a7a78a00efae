/// The bound on the attributes of a tag that libxml2 has not seen the end of.
///
/// It compares each attribute with all others, so that an element with 200,000 of them takes half a
/// minute. Such a tag is longer than a piece of the document and is held back until it ends: it is
/// looked at while it grows, and all other tags cost nothing.
struct XMLTagGuard {
  /// The number of attributes and namespaces that an element may have.
  let limit: Int
  /// How much of the tag has been looked at.
  private var offset = 0
  private var count = 0
  private var quote: UInt8?

  /// A tag that is shorter than this cannot have so many attributes that they take long.
  private static let worthALook = 64 << 10

  init(limit: Int) { self.limit = limit }

  /// Whether what libxml2 holds back is a tag with too many attributes.
  mutating func isOver(_ pending: UnsafeBufferPointer<UInt8>) -> Bool {
    guard pending.count >= Self.worthALook, Self.isStartTag(pending) else {
      (offset, count, quote) = (0, 0, nil)
      return false
    }
    if pending.count < offset { (offset, count, quote) = (0, 0, nil) }
    while offset < pending.count {
      let byte = pending[offset]
      offset += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        count += 1
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    return count > limit
  }

  private static func isStartTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[0] == UInt8(ascii: "<")
      && ![UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/")].contains(bytes[1])
  }
}
