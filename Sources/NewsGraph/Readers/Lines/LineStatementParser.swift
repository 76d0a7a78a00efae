/// The parser of one statement of N-Triples or N-Quads.
///
/// https://www.w3.org/TR/n-triples/#n-triples-grammar, https://www.w3.org/TR/n-quads/#sec-grammar
struct LineStatementParser {
  /// The terms of the statement parsed last.
  private(set) var quad = EncodedQuad()
  private let hasGraphs: Bool
  private let readsRDF12: Bool
  private let blankNodePrefix: [UInt8]
  private let maximalDepth: Int

  init(hasGraphs: Bool, options: GraphReadingOptions) {
    self.hasGraphs = hasGraphs
    readsRDF12 = options.readsRDF12
    blankNodePrefix = Array(options.blankNodePrefix.utf8)
    maximalDepth = min(options.limits.depth, 1000)
  }

  /// Parses a statement up to the point at its end; the offset behind it.
  @inline(__always)
  mutating func statement(_ bytes: Span<UInt8>, at start: Int) throws(ScanFault) -> Int {
    quad.bytes.removeAll(keepingCapacity: true)
    var index = start
    (quad.subject, index) = try subject(bytes, at: index)
    index = Self.skipBlanks(bytes, index)
    (quad.predicate, index) = try predicate(bytes, at: index)
    index = Self.skipBlanks(bytes, index)
    (quad.object, index) = try object(bytes, at: index)
    index = Self.skipBlanks(bytes, index)
    quad.graph = .none
    guard index < bytes.count else { throw Self.noEnd(index, hasGraphs) }
    if hasGraphs, bytes[index] != UInt8(ascii: ".") {
      guard bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: "_") else {
        throw Self.noEnd(index, hasGraphs)
      }
      (quad.graph, index) = try subject(bytes, at: index)
      index = Self.skipBlanks(bytes, index)
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ".") else {
      throw Self.noEnd(index, hasGraphs)
    }
    return index + 1
  }

  /// The offset of the first byte that is neither blank nor tab.
  @inline(__always)
  static func skipBlanks(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index
  }

  private static func noEnd(_ offset: Int, _ hasGraphs: Bool) -> ScanFault {
    .broken(
      offset: offset, rule: hasGraphs ? "statement" : "triple",
      reason: hasGraphs ? "expected '.' or the name of a graph" : "expected '.'")
  }
}

extension LineStatementParser {
  @inline(__always)
  private mutating func subject(_ bytes: Span<UInt8>, at start: Int) throws(ScanFault)
    -> (EncodedTerm, Int)
  {
    guard start < bytes.count else { throw Self.expected("an IRI or a blank node", start) }
    switch bytes[start] {
    case UInt8(ascii: "<"): return try iri(bytes, at: start)
    case UInt8(ascii: "_"): return try blank(bytes, at: start)
    default: throw Self.expected("an IRI or a blank node", start)
    }
  }

  @inline(__always)
  private mutating func predicate(_ bytes: Span<UInt8>, at start: Int) throws(ScanFault)
    -> (EncodedTerm, Int)
  {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "<") else {
      throw .broken(
        offset: start, rule: "predicate", reason: "expected the IRI of the predicate in '<' and '>'"
      )
    }
    return try iri(bytes, at: start)
  }

  @inline(__always)
  private mutating func object(_ bytes: Span<UInt8>, at start: Int, depth: Int = 0)
    throws(ScanFault) -> (EncodedTerm, Int)
  {
    guard start < bytes.count else { throw Self.expected(Self.anyTerm, start) }
    switch bytes[start] {
    case UInt8(ascii: "<"):
      if readsRDF12, start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "<") {
        return try tripleTerm(bytes, at: start, depth: depth)
      }
      return try iri(bytes, at: start)
    case UInt8(ascii: "\""): return try literal(bytes, at: start)
    case UInt8(ascii: "_"): return try blank(bytes, at: start)
    default: throw Self.expected(Self.anyTerm, start)
    }
  }

  private static let anyTerm = "an IRI, a blank node or a literal in double quotes"

  private static func expected(_ what: String, _ offset: Int) -> ScanFault {
    .broken(offset: offset, rule: "triple", reason: "expected \(what)")
  }

  @inline(__always)
  private mutating func iri(_ bytes: Span<UInt8>, at start: Int) throws(ScanFault)
    -> (EncodedTerm, Int)
  {
    let begin = quad.bytes.count
    let end = try TermScanner.iri(bytes, at: start, into: &quad.bytes)
    guard Self.hasScheme(quad.bytes.span, from: begin) else {
      throw .broken(
        offset: start, rule: "IRIREF",
        reason: "expected an absolute IRI, which begins with a scheme such as 'https:'")
    }
    return (EncodedTerm(.iri, begin, quad.bytes.count), end)
  }

  @inline(__always)
  static func hasScheme(_ bytes: Span<UInt8>, from begin: Int) -> Bool {
    var index = begin
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: break
      case UInt8(ascii: ":"): return index > begin
      case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if index == begin { return false }
      default: return false
      }
      index += 1
    }
    return false
  }

  private mutating func blank(_ bytes: Span<UInt8>, at start: Int) throws(ScanFault)
    -> (EncodedTerm, Int)
  {
    let begin = quad.bytes.count
    quad.bytes.append(contentsOf: blankNodePrefix)
    let end = try TermScanner.blankLabel(bytes, at: start, isOpen: false, into: &quad.bytes)
    return (EncodedTerm(.blank, begin, quad.bytes.count), end)
  }

  @inline(__always)
  private mutating func literal(_ bytes: Span<UInt8>, at start: Int) throws(ScanFault)
    -> (EncodedTerm, Int)
  {
    let begin = quad.bytes.count
    var index = try TermScanner.string(
      bytes, at: start, quote: UInt8(ascii: "\""), into: &quad.bytes)
    let middle = quad.bytes.count
    guard index < bytes.count else { return (EncodedTerm(.string, begin, middle), index) }
    if bytes[index] == UInt8(ascii: "@") {
      index = try TermScanner.language(
        bytes, at: index, isOpen: false, allowsDirection: readsRDF12, into: &quad.bytes)
      return (
        EncodedTerm(kind: .languageString, begin: begin, middle: middle, end: quad.bytes.count),
        index
      )
    }
    guard bytes[index] == UInt8(ascii: "^") else {
      return (EncodedTerm(.string, begin, middle), index)
    }
    guard index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "^"),
      bytes[index + 2] == UInt8(ascii: "<")
    else {
      throw .broken(
        offset: index, rule: "literal", reason: "expected '^^' and the IRI of a datatype")
    }
    (_, index) = try iri(bytes, at: index + 2)
    return (quad.typed(begin: begin, middle: middle), index)
  }

  /// Parses a triple term of RDF 1.2, which becomes its own text.
  private mutating func tripleTerm(_ bytes: Span<UInt8>, at start: Int, depth: Int)
    throws(ScanFault) -> (EncodedTerm, Int)
  {
    let fault = ScanFault.broken(
      offset: start, rule: "tripleTerm",
      reason: "expected '<<(', a subject, a predicate, an object and ')>>'")
    guard depth < maximalDepth, bytes[start + 2] == UInt8(ascii: "(") else { throw fault }
    let begin = quad.bytes.count
    var index = Self.skipBlanks(bytes, start + 3)
    var inner = EncodedQuad.none
    (inner.subject, index) = try subject(bytes, at: index)
    index = Self.skipBlanks(bytes, index)
    (inner.predicate, index) = try predicate(bytes, at: index)
    index = Self.skipBlanks(bytes, index)
    (inner.object, index) = try object(bytes, at: index, depth: depth + 1)
    index = Self.skipBlanks(bytes, index)
    guard index + 2 < bytes.count, bytes[index] == UInt8(ascii: ")"),
      bytes[index + 1] == UInt8(ascii: ">"), bytes[index + 2] == UInt8(ascii: ">")
    else { throw fault }
    return (quad.tripleTerm(inner, from: begin), index + 3)
  }
}

extension EncodedQuad {
  /// A quad of which only the places of the terms are used.
  static let none = EncodedQuad()

  /// A literal whose datatype lies behind its text; `xsd:string` is dropped.
  mutating func typed(begin: Int, middle: Int) -> EncodedTerm {
    let datatype = middle..<bytes.count
    if datatype.count == Self.xsdString.count,
      areSame(bytes.span, datatype, Self.xsdString.span, 0..<datatype.count)
    {
      bytes.truncate(to: middle)
      return EncodedTerm(.string, begin, middle)
    }
    return EncodedTerm(kind: .typedLiteral, begin: begin, middle: middle, end: bytes.count)
  }

  /// Replaces three terms that were added since `begin` by a triple term of them.
  mutating func tripleTerm(_ terms: EncodedQuad, from begin: Int) -> EncodedTerm {
    var text = TextBuffer()
    text.append("<<( ")
    text.appendNTriples(terms.subject, of: self)
    text.append(" ")
    text.appendNTriples(terms.predicate, of: self)
    text.append(" ")
    text.appendNTriples(terms.object, of: self)
    text.append(" )>>")
    bytes.truncate(to: begin)
    bytes.append(contentsOf: text.bytes)
    return EncodedTerm(.triple, begin, bytes.count)
  }

  private static let xsdString = Array(XSD.string.string.utf8)
}
