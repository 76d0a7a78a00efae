extension TurtleParser {
  /// Parses a statement up to its point, or in a graph up to the brace.
  mutating func triples(_ first: UInt8) throws {
    switch first {
    case UInt8(ascii: "["): try openSubject()
    case UInt8(ascii: "("):
      position += 1
      try openSubjectList()
    default:
      let subject = first == UInt8(ascii: "_") ? try blankLabel() : try iri(first)
      if try opensGraph(subject) { return }
      stack.append(TurtleFrame(kind: .statement, state: .verb, subject: subject))
    }
    while !stack.isEmpty { try step() }
  }

  /// Whether a subject is the name of a graph that opens.
  private mutating func opensGraph(_ subject: EncodedTerm) throws -> Bool {
    guard hasGraphs, !isInGraph, try next() == UInt8(ascii: "{") else { return false }
    position += 1
    openGraph(subject)
    return true
  }

  private mutating func openSubject() throws {
    position += 1
    let subject = appendBlank()
    guard try next() == UInt8(ascii: "]") else {
      stack.append(TurtleFrame(kind: .statement, state: .verbOrEnd, subject: subject))
      try push(TurtleFrame(kind: .properties, state: .verb, subject: subject))
      return
    }
    position += 1
    if try opensGraph(subject) { return }
    stack.append(TurtleFrame(kind: .statement, state: .verb, subject: subject))
  }

  private mutating func openSubjectList() throws {
    if try next() == UInt8(ascii: ")") {
      position += 1
      stack.append(
        TurtleFrame(
          kind: .statement, state: .verb, subject: quad.append(.iri, RDF.nil.string)))
      return
    }
    let head = appendBlank()
    stack.append(TurtleFrame(kind: .statement, state: .verb, subject: head))
    try openList(head)
  }

  private mutating func push(_ frame: TurtleFrame) throws {
    guard stack.count <= options.limits.depth else {
      throw error(
        "limit", "blank nodes are nested deeper than the limit of \(options.limits.depth)")
    }
    stack.append(frame)
  }

  /// Parses the next part of the innermost frame.
  @inline(__always)
  private mutating func step() throws {
    let index = stack.count - 1
    guard let byte = try next() else {
      throw error("triples", "expected the rest of the statement, found the end of the file")
    }
    switch (stack[index].kind, stack[index].state) {
    case (.collection, _): try item(byte)
    case (_, .verb), (_, .verbOrEnd): try verb(byte, index)
    case (_, .object):
      stack[index].state = .afterObject
      try object(byte, stack[index].subject, stack[index].predicate)
    case (_, .afterObject): try behindObject(byte, index)
    }
  }

  @inline(__always)
  private mutating func verb(_ byte: UInt8, _ index: Int) throws {
    if stack[index].state == .verbOrEnd {
      if byte == UInt8(ascii: ";"), stack[index].predicate.kind != .none {
        position += 1
        return
      }
      if try end(byte, index) { return }
    }
    quad.bytes.truncate(to: stack[index].subject.end)
    if byte == UInt8(ascii: "a"), try word() == "a" {
      position += 1
      stack[index].predicate = quad.append(.iri, RDF.type.string)
    } else if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "\"") {
      throw error("verb", "expected the IRI of a predicate\(try found())")
    } else {
      stack[index].predicate = try iri(byte)
    }
    stack[index].state = .object
  }

  @inline(__always)
  private mutating func behindObject(_ byte: UInt8, _ index: Int) throws {
    quad.bytes.truncate(to: stack[index].predicate.end)
    switch byte {
    case UInt8(ascii: ","):
      position += 1
      stack[index].state = .object
    case UInt8(ascii: ";"):
      position += 1
      stack[index].state = .verbOrEnd
    default:
      guard try end(byte, index) else {
        throw error(
          stack[index].kind == .statement ? "triples" : "blankNodePropertyList",
          "expected ',', ';' or \(stack[index].kind == .statement ? "'.'" : "']'")\(try found())")
      }
    }
  }

  /// Takes the end of a frame, where it stands here.
  @inline(__always)
  private mutating func end(_ byte: UInt8, _ index: Int) throws -> Bool {
    switch stack[index].kind {
    case .statement where byte == UInt8(ascii: "."): position += 1
    case .statement where byte == UInt8(ascii: "}") && isInGraph: break
    case .properties where byte == UInt8(ascii: "]"): position += 1
    default: return false
    }
    stack.removeLast()
    return true
  }

  /// Parses an object and hands on the triple.
  @inline(__always)
  private mutating func object(
    _ byte: UInt8, _ subject: EncodedTerm, _ predicate: EncodedTerm
  ) throws {
    switch byte {
    case UInt8(ascii: "<"): try emit(subject, predicate, try iri(byte))
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      try emit(subject, predicate, try quotedLiteral(byte))
    case UInt8(ascii: "_"): try emit(subject, predicate, try blankLabel())
    case UInt8(ascii: "["):
      position += 1
      let node = appendBlank()
      try emit(subject, predicate, node)
      if try next() == UInt8(ascii: "]") {
        position += 1
      } else {
        try push(TurtleFrame(kind: .properties, state: .verb, subject: node))
      }
    case UInt8(ascii: "("):
      position += 1
      if try next() == UInt8(ascii: ")") {
        position += 1
        try emit(subject, predicate, quad.append(.iri, RDF.nil.string))
      } else {
        let head = appendBlank()
        try emit(subject, predicate, head)
        try openList(head)
      }
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      try emit(subject, predicate, try number())
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      try emit(subject, predicate, try boolean() ?? iri(byte))
    default: try emit(subject, predicate, try iri(byte))
    }
  }

  private mutating func boolean() throws -> EncodedTerm? {
    let word = try word()
    guard word == "true" || word == "false" else { return nil }
    position += word.utf8.count
    return quad.append(.typedLiteral, word, XSD.namespace + "boolean")
  }

  /// Begins a list with its first cell; the state tells that the cell has no element yet.
  private mutating func openList(_ head: EncodedTerm) throws {
    try push(TurtleFrame(kind: .collection, state: .object, subject: head))
  }

  /// Parses an element of a list, or its end.
  private mutating func item(_ byte: UInt8) throws {
    let index = stack.count - 1
    let cell = stack[index].subject
    quad.bytes.truncate(to: cell.end)
    if byte == UInt8(ascii: ")"), stack[index].state == .afterObject {
      position += 1
      let rest = quad.append(.iri, RDF.rest.string)
      try emit(cell, rest, quad.append(.iri, RDF.nil.string))
      stack.removeLast()
      return
    }
    if stack[index].state == .afterObject {
      let next = appendBlank()
      try emit(cell, quad.append(.iri, RDF.rest.string), next)
      // The first cell may be a subject that is still needed; later ones take each other's place.
      let bytes = Array(quad.bytes[next.text])
      quad.bytes.truncate(to: stack[index].predicate.kind == .none ? cell.end : cell.begin)
      stack[index].subject = quad.append(.blank, bytes)
      stack[index].predicate = stack[index].subject
    }
    stack[index].state = .afterObject
    let first = quad.append(.iri, RDF.first.string)
    try object(byte, stack[index].subject, first)
  }
}
