extension TermScanner {
  /// Scans a `BLANK_NODE_LABEL` that begins at an offset with `_:`.
  ///
  /// - Parameter isOpen: Whether more bytes may follow those given.
  static func blankLabel(
    _ bytes: Span<UInt8>, at start: Int, isOpen: Bool, into text: inout [UInt8]
  ) throws(ScanFault) -> Int {
    guard start + 2 < bytes.count else { throw isOpen ? .incomplete : noLabel(start) }
    guard bytes[start + 1] == UInt8(ascii: ":") else { throw noLabel(start) }
    var index = start + 2
    let first = try UTF8Check.scalar(bytes, at: index)
    guard
      NameCharacters.isNameStartOrUnderscore(first.value)
        || (0x30...0x39).contains(first.value)
    else { throw noLabel(start) }
    index += first.length
    // A point may stand inside a label, not at its end.
    var end = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        index += 1
        continue
      }
      let next = try UTF8Check.scalar(bytes, at: index)
      guard NameCharacters.isName(next.value) else {
        text.append(bytes, (start + 2)..<end)
        return end
      }
      index += next.length
      end = index
    }
    if isOpen { throw .incomplete }
    text.append(bytes, (start + 2)..<end)
    return end
  }

  private static func noLabel(_ start: Int) -> ScanFault {
    .broken(
      offset: start, rule: "BLANK_NODE_LABEL",
      reason: "expected a blank node's label: '_:' and a letter, digit or underscore")
  }

  /// Scans a `LANGTAG` that begins at an offset with `@`, with a direction where RDF 1.2 is read.
  static func language(
    _ bytes: Span<UInt8>, at start: Int, isOpen: Bool, allowsDirection: Bool,
    into text: inout [UInt8]
  ) throws(ScanFault) -> Int {
    var index = start + 1
    var partStart = index
    var isFirst = true
    while index < bytes.count {
      let byte = bytes[index]
      let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      if isLetter || (!isFirst && (0x30...0x39).contains(byte)) {
        index += 1
      } else if byte == UInt8(ascii: "-"), index > partStart {
        if allowsDirection, index + 1 < bytes.count, bytes[index + 1] == byte { break }
        index += 1
        partStart = index
        isFirst = false
      } else {
        break
      }
    }
    if index == bytes.count, isOpen { throw .incomplete }
    guard index > partStart else {
      throw .broken(offset: start, rule: "LANGTAG", reason: "expected a language tag such as 'en'")
    }
    if allowsDirection, index < bytes.count, bytes[index] == UInt8(ascii: "-") {
      guard index + 5 <= bytes.count else { throw isOpen ? .incomplete : badDirection(index) }
      let isKnown = [Array("--ltr".utf8), Array("--rtl".utf8)].contains { direction in
        direction.indices.allSatisfy { bytes[index + $0] == direction[$0] }
      }
      guard isKnown else { throw badDirection(index) }
      index += 5
    }
    text.append(bytes, (start + 1)..<index)
    return index
  }

  private static func badDirection(_ offset: Int) -> ScanFault {
    .broken(offset: offset, rule: "LANG_DIR", reason: "expected '--ltr' or '--rtl'")
  }
}
