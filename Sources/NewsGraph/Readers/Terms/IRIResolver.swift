/// The resolution of relative IRI references.
///
/// Absolute IRIs are left as they are, dots in the path included, so that an IRI that went through
/// another format comes back the same. https://www.rfc-editor.org/rfc/rfc3986#section-5.2
struct IRIResolver: Sendable {
  /// The base without its fragment.
  private(set) var base: [UInt8]
  private var authority = 0..<0
  private var path = 0..<0
  private var hasAuthority = false
  private var schemeEnd = 0

  /// Makes a resolver of an absolute IRI.
  init(base: [UInt8]) {
    self.base = base
    if let hash = base.firstIndex(of: UInt8(ascii: "#")) { self.base.truncate(to: hash) }
    let bytes = self.base
    schemeEnd = (bytes.firstIndex(of: UInt8(ascii: ":")) ?? -1) + 1
    var index = schemeEnd
    if index + 1 < bytes.count, bytes[index] == Self.slash, bytes[index + 1] == Self.slash {
      hasAuthority = true
      index += 2
      let start = index
      while index < bytes.count, !Self.endsAuthority(bytes[index]) { index += 1 }
      authority = start..<index
    } else {
      authority = index..<index
    }
    let pathStart = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "?") { index += 1 }
    path = pathStart..<index
  }

  /// Replaces the reference that `text` holds from `begin` on by the IRI that it stands for.
  func resolve(_ text: inout [UInt8], from begin: Int) {
    let reference = Array(text[begin...])
    text.truncate(to: begin)
    guard let first = reference.first else {
      text += base
      return
    }
    if first == UInt8(ascii: "#") {
      text += base
      text += reference
    } else if first == UInt8(ascii: "?") {
      text += base[..<path.upperBound]
      text += reference
    } else if first == Self.slash, reference.count > 1, reference[1] == Self.slash {
      text += base[..<schemeEnd]
      var pathStart = 2
      while pathStart < reference.count, !Self.endsAuthority(reference[pathStart]) {
        pathStart += 1
      }
      text += reference[..<pathStart]
      Self.appendPath(reference[pathStart...], to: &text)
    } else {
      text += base[..<path.lowerBound]
      var joined: [UInt8] = []
      if first != Self.slash {
        if let slash = base[path].lastIndex(of: Self.slash) {
          joined += base[path.lowerBound...slash]
        } else if hasAuthority {
          joined.append(Self.slash)
        }
      }
      joined += reference
      Self.appendPath(joined[...], to: &text)
    }
  }

  private static let slash = UInt8(ascii: "/")

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == slash || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  /// Adds a path without its `.` and `..` segments, and the query and fragment that follow it.
  private static func appendPath(_ reference: ArraySlice<UInt8>, to text: inout [UInt8]) {
    let end =
      reference.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
      ?? reference.endIndex
    let start = text.count
    let path = reference[..<end]
    var index = path.startIndex
    // Each turn takes one segment with the slash before it.
    while index < end {
      let hasSlash = path[index] == slash
      let segmentStart = hasSlash ? index + 1 : index
      let segmentEnd = path[segmentStart...].firstIndex(of: slash) ?? end
      let segment = path[segmentStart..<segmentEnd]
      let isLast = segmentEnd == end
      if segment.elementsEqual([0x2E]) {
        if isLast, hasSlash { text.append(slash) }
      } else if segment.elementsEqual([0x2E, 0x2E]) {
        while text.count > start, text[text.count - 1] != slash { text.removeLast() }
        if text.count > start { text.removeLast() }
        if isLast, hasSlash { text.append(slash) }
      } else {
        if hasSlash { text.append(slash) }
        text += segment
      }
      index = segmentEnd
    }
    text += reference[end...]
  }
}
