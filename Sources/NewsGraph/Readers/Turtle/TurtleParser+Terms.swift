extension TurtleParser {
  /// Parses an IRI, in full or with a prefix.
  @inline(__always)
  mutating func iri(_ first: UInt8) throws -> EncodedTerm {
    let begin = quad.bytes.count
    if first == UInt8(ascii: "<") {
      try fullIRI(begin)
    } else {
      try prefixedName()
    }
    return EncodedTerm(.iri, begin, quad.bytes.count)
  }

  @inline(__always)
  private mutating func fullIRI(_ begin: Int) throws {
    let start = position
    try scan { (bytes, start, _, text) throws(ScanFault) in
      try TermScanner.iri(bytes, at: start, into: &text)
    }
    if LineStatementParser.hasScheme(quad.bytes.span, from: begin) { return }
    guard let resolver else {
      throw error(
        "IRIREF", "the IRI is relative, and no base is known; give one",
        at: min(start, position))
    }
    resolver.resolve(&quad.bytes, from: begin)
  }

  private mutating func prefixedName() throws {
    while true {
      do throws(ScanFault) {
        let name = try TurtleScanner.name(
          window.bytes.span, at: position, isOpen: !window.isComplete)
        guard case .prefix(let colon) = name else {
          throw .broken(
            offset: position, rule: "iri", reason: "expected an IRI or a name with a prefix")
        }
        try self.local(colon)
        return
      } catch {
        try handle(error, quad.bytes.count)
      }
    }
  }

  private mutating func local(_ colon: Int) throws(ScanFault) {
    let mark = quad.bytes.count
    do throws(ScanFault) {
      // The namespace is not known to be declared before all of the name is there.
      let bytes = window.bytes
      let end = try TurtleScanner.local(
        bytes.span, at: colon + 1, isOpen: !window.isComplete, into: &quad.bytes)
      let local = Array(quad.bytes[mark...])
      quad.bytes.truncate(to: mark)
      do { try appendNamespace(upTo: colon) } catch {
        let name = String(decoding: window.bytes[position..<colon], as: UTF8.self)
        throw ScanFault.broken(
          offset: position, rule: "PNAME_NS", reason: "the prefix '\(name):' is not declared")
      }
      quad.bytes += local
      position = end
    } catch {
      quad.bytes.truncate(to: mark)
      throw error
    }
  }

  /// Parses a blank node's label.
  mutating func blankLabel() throws -> EncodedTerm {
    let begin = quad.bytes.count
    _ = try peek(2)
    try scan { (bytes, start, isOpen, text) throws(ScanFault) in
      try TermScanner.blankLabel(bytes, at: start, isOpen: isOpen, into: &text)
    }
    let label = Array(quad.bytes[begin...])
    quad.bytes.truncate(to: begin)
    quad.bytes += Array(options.blankNodePrefix.utf8)
    BlankLabels.append(explicit: label[...], to: &quad.bytes)
    return EncodedTerm(.blank, begin, quad.bytes.count)
  }

  /// Parses a literal in quotes with its language or datatype.
  mutating func quotedLiteral(_ quote: UInt8) throws -> EncodedTerm {
    let begin = quad.bytes.count
    let isLong = try peek(1) == quote && peek(2) == quote
    try scan { (bytes, start, _, text) throws(ScanFault) in
      isLong
        ? try TermScanner.longString(bytes, at: start, quote: quote, into: &text)
        : try TermScanner.string(bytes, at: start, quote: quote, into: &text)
    }
    let middle = quad.bytes.count
    switch try peek() {
    case UInt8(ascii: "@"):
      let allowsDirection = options.readsRDF12
      try scan { (bytes, start, isOpen, text) throws(ScanFault) in
        try TermScanner.language(
          bytes, at: start, isOpen: isOpen, allowsDirection: allowsDirection, into: &text)
      }
      return EncodedTerm(
        kind: .languageString, begin: begin, middle: middle, end: quad.bytes.count)
    case UInt8(ascii: "^"):
      guard try peek(1) == UInt8(ascii: "^") else {
        throw error("RDFLiteral", "expected '^^' and the IRI of a datatype")
      }
      position += 2
      guard let first = try next() else {
        throw error("RDFLiteral", "expected the IRI of a datatype, found the end of the file")
      }
      _ = try iri(first)
      return quad.typed(begin: begin, middle: middle)
    default: return EncodedTerm(.string, begin, middle)
    }
  }

  /// Parses a number.
  mutating func number() throws -> EncodedTerm {
    let begin = quad.bytes.count
    var kind = TurtleScanner.Number.integer
    try scan { (bytes, start, isOpen, text) throws(ScanFault) in
      let number = try TurtleScanner.number(bytes, at: start, isOpen: isOpen)
      text.append(bytes, start..<number.end)
      kind = number.kind
      return number.end
    }
    let middle = quad.bytes.count
    let datatype =
      switch kind {
      case .integer: "integer"
      case .decimal: "decimal"
      case .double: "double"
      }
    quad.bytes += Array((XSD.namespace + datatype).utf8)
    return EncodedTerm(kind: .typedLiteral, begin: begin, middle: middle, end: quad.bytes.count)
  }

  /// The word at the position, up to what cannot be part of a name; empty before a prefixed name.
  mutating func word() throws -> String {
    while true {
      do throws(ScanFault) {
        switch try TurtleScanner.name(
          window.bytes.span, at: position, isOpen: !window.isComplete)
        {
        case .prefix: return ""
        case .word(let end):
          return String(decoding: window.bytes[position..<end], as: UTF8.self)
        }
      } catch {
        try handle(error, quad.bytes.count)
      }
    }
  }
}
