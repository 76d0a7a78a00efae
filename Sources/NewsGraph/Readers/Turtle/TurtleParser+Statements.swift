extension TurtleParser {
  /// Parses a directive, a statement, or the brace that opens or closes a graph; false at the end.
  mutating func statement() throws -> Bool {
    stack.removeAll(keepingCapacity: true)
    quad.bytes.truncate(to: graphEnd)
    if statementStart != nil { statementStart = position }
    guard let first = try next() else {
      if isInGraph { throw error("wrappedGraph", "expected '}', found the end of the file") }
      return false
    }
    if statementStart != nil { statementStart = position }
    switch first {
    case UInt8(ascii: "@") where !isInGraph: try directive()
    case UInt8(ascii: "}") where isInGraph: closeGraph()
    case UInt8(ascii: "{") where hasGraphs && !isInGraph:
      position += 1
      openGraph(.none)
    default:
      if !isInGraph, first | 0x20 >= UInt8(ascii: "a"), first | 0x20 <= UInt8(ascii: "z"),
        try keyword()
      {
        return true
      }
      try triples(first)
    }
    return true
  }

  private mutating func directive() throws {
    position += 1
    // A colon may follow at once, so that the word is not that of a prefixed name.
    var word: [UInt8] = []
    while word.count < 7, let byte = try peek(word.count), (0x61...0x7A).contains(byte) {
      word.append(byte)
    }
    switch String(decoding: word, as: UTF8.self) {
    case "prefix":
      position += word.count
      try prefix()
    case "base":
      position += word.count
      try base()
    default: throw error("directive", "expected '@prefix' or '@base'")
    }
    try expect(UInt8(ascii: "."), "directive")
  }

  /// `PREFIX`, `BASE` or `GRAPH`; whether one of them stood here.
  private mutating func keyword() throws -> Bool {
    let word = try word()
    switch word.uppercased() {
    case "PREFIX":
      position += word.utf8.count
      try prefix()
    case "BASE":
      position += word.utf8.count
      try base()
    case "GRAPH" where hasGraphs:
      position += word.utf8.count
      try namedGraph()
    default: return false
    }
    return true
  }

  private mutating func prefix() throws {
    let mark = quad.bytes.count
    _ = try next()
    var name: [UInt8] = []
    try scan { (bytes, start, isOpen, _) throws(ScanFault) in
      guard case .prefix(let colon) = try TurtleScanner.name(bytes, at: start, isOpen: isOpen)
      else {
        throw .broken(
          offset: start, rule: "PNAME_NS", reason: "expected a prefix that ends in ':'")
      }
      name = []
      name.append(bytes, start..<colon)
      return colon + 1
    }
    guard try next() == UInt8(ascii: "<") else {
      throw error("prefixID", "expected the IRI of the namespace in '<' and '>'\(try found())")
    }
    let namespace = try iri(UInt8(ascii: "<"))
    try declare(name, Array(quad.bytes[namespace.text]))
    quad.bytes.truncate(to: mark)
  }

  private mutating func base() throws {
    let mark = quad.bytes.count
    guard try next() == UInt8(ascii: "<") else {
      throw error("base", "expected the base IRI in '<' and '>'\(try found())")
    }
    let base = try iri(UInt8(ascii: "<"))
    resolver = IRIResolver(base: Array(quad.bytes[base.text]))
    quad.bytes.truncate(to: mark)
  }

  private mutating func namedGraph() throws {
    let label: EncodedTerm
    switch try next() {
    case UInt8(ascii: "_"): label = try blankLabel()
    case UInt8(ascii: "["):
      position += 1
      try expect(UInt8(ascii: "]"), "labelOrSubject")
      label = appendBlank()
    case let first?: label = try iri(first)
    case nil: throw error("block", "expected the name of a graph, found the end of the file")
    }
    try expect(UInt8(ascii: "{"), "wrappedGraph")
    openGraph(label)
  }

  /// The brace of a graph was passed over.
  mutating func openGraph(_ name: EncodedTerm) {
    isInGraph = true
    quad.graph = name
    graphEnd = quad.bytes.count
  }

  private mutating func closeGraph() {
    position += 1
    isInGraph = false
    quad.graph = .none
    graphEnd = 0
  }

  /// Goes to the end of a broken statement: a point, or a brace, that is not in a term.
  mutating func skipStatement() throws {
    var opened: UInt8?
    while let byte = try peek() {
      if let quote = opened {
        if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: ">"), try peek(1) != nil {
          position += 1
        }
        if byte == quote || byte == 0x0A { opened = nil }
        position += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): opened = byte
      case UInt8(ascii: "<"): opened = UInt8(ascii: ">")
      case UInt8(ascii: "#"): opened = 0x0A
      case UInt8(ascii: "}") where isInGraph: return
      case UInt8(ascii: "."):
        let following = try peek(1)
        if following.map({ $0 <= 0x20 || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "}") })
          ?? true
        {
          position += 1
          return
        }
      default: break
      }
      position += 1
    }
  }
}
