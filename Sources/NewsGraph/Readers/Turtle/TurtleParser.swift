/// The parser of Turtle and TriG.
///
/// Nested blank nodes and lists lie on a stack of our own, so that no file can exhaust that of the
/// thread. https://www.w3.org/TR/turtle/#sec-grammar, https://www.w3.org/TR/trig/#sec-grammar
struct TurtleParser {
  var window: ByteWindow
  /// The offset in the window.
  var position = 0
  /// The offset from which the text of the statement is kept, for lenient reading.
  var statementStart: Int?
  /// The quad that is handed on; its bytes are those of the terms of all open frames.
  var quad = EncodedQuad()
  var stack: [TurtleFrame] = []
  /// Whether a graph's braces are open.
  var isInGraph = false
  /// The number of bytes that the name of the graph takes.
  var graphEnd = 0
  var quadCount = 0
  let handler: any QuadHandler
  let options: GraphReadingOptions
  let hasGraphs: Bool
  var resolver: IRIResolver?
  private var prefixes = ByteTable()
  private var namespaces: [[UInt8]?] = []
  private var blankCount = 0

  init(
    _ input: any ByteInput, hasGraphs: Bool, options: GraphReadingOptions,
    handler: any QuadHandler
  ) {
    window = ByteWindow(input, limit: options.limits.termLength)
    self.handler = handler
    self.options = options
    self.hasGraphs = hasGraphs
    resolver = options.base.map { IRIResolver(base: Array($0.string.utf8)) }
  }

  /// Sets what a prefix stands for.
  mutating func declare(_ prefix: [UInt8], _ namespace: [UInt8]) throws {
    let number = prefixes.intern(prefix)
    if number == namespaces.count { namespaces.append(namespace) }
    namespaces[number] = namespace
    try handler.handlePrefix(
      String(decoding: prefix, as: UTF8.self), String(decoding: namespace, as: UTF8.self))
  }

  /// Adds what a prefix that begins at the position stands for.
  mutating func appendNamespace(upTo colon: Int) throws {
    guard let number = prefixes.find(window.bytes.span, position..<colon),
      let namespace = namespaces[number]
    else {
      let name = String(decoding: window.bytes[position..<colon], as: UTF8.self)
      throw error("PNAME_NS", "the prefix '\(name):' is not declared")
    }
    quad.bytes += namespace
  }

  /// Adds a blank node without a label.
  mutating func appendBlank() -> EncodedTerm {
    defer { blankCount += 1 }
    return quad.appendBlank(number: blankCount, prefix: options.blankNodePrefix)
  }

  /// Hands on a triple of the graph that is open.
  @inline(__always)
  mutating func emit(_ subject: EncodedTerm, _ predicate: EncodedTerm, _ object: EncodedTerm) throws
  {
    quad.subject = subject
    quad.predicate = predicate
    quad.object = object
    quadCount += 1
    try handler.handle(quad)
  }
}

/// An open blank node, list or statement.
struct TurtleFrame {
  /// What is open.
  enum Kind {
    /// A statement: its subject and what is said of it.
    case statement
    /// `[`: what is said of a blank node.
    case properties
    /// `(`: a list.
    case collection
  }

  /// What may follow.
  enum State {
    /// A predicate.
    case verb
    /// A predicate, or the end.
    case verbOrEnd
    /// An object, which has to stand.
    case object
    /// A comma, a semicolon or the end.
    case afterObject
  }

  var kind: Kind
  var state: State
  /// The subject; the last cell of a list.
  var subject: EncodedTerm
  var predicate = EncodedTerm.none
}

// MARK: - Bytes

extension TurtleParser {
  /// An error at an offset of the window, which is the position unless it is given.
  func error(_ rule: String, _ reason: String, at offset: Int? = nil) -> GraphReadingError {
    let place = window.place(of: min(offset ?? position, window.bytes.count))
    return GraphReadingError(
      file: window.name, line: place.line, column: place.column, rule: rule, reason: reason)
  }

  /// An error of a writer with the place that the parser has reached, and all others as they are.
  func located(_ error: any Error) -> any Error {
    let place = window.place(of: min(position, window.bytes.count))
    return GraphReadingError(error, file: window.name, place: place) ?? error
  }

  /// Reads on; whether there was more.
  mutating func refill() throws -> Bool {
    let kept = min(statementStart ?? position, position)
    let hasMore = try window.refill(dropping: kept)
    position -= kept
    if let start = statementStart { statementStart = start - kept }
    return hasMore
  }

  /// The byte at the position; nothing at the end.
  @inline(__always)
  mutating func peek() throws -> UInt8? {
    while position >= window.bytes.count {
      if try !refill() { return nil }
    }
    return window.bytes[position]
  }

  /// The byte some places behind the position; nothing at the end.
  mutating func peek(_ distance: Int) throws -> UInt8? {
    while position + distance >= window.bytes.count {
      if try !refill() { return nil }
    }
    return window.bytes[position + distance]
  }

  /// Passes over white space and comments; the byte that follows.
  @inline(__always)
  mutating func next() throws -> UInt8? {
    while let byte = try peek() {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "#"): try skipComment()
      default: return byte
      }
    }
    return nil
  }

  private mutating func skipComment() throws {
    while let byte = try peek(), byte != 0x0A, byte != 0x0D { position += 1 }
  }

  /// Passes over a character that has to stand here.
  mutating func expect(_ character: UInt8, _ rule: String) throws {
    guard try next() == character else {
      throw error(rule, "expected \(CharacterName.name(UInt32(character)))\(try found())")
    }
    position += 1
  }

  /// What stands at the position instead of what was expected.
  mutating func found() throws -> String {
    guard let byte = try peek() else { return ", found the end of the file" }
    guard byte >= 0x80 else { return ", found \(CharacterName.name(UInt32(byte)))" }
    return ""
  }

  /// Scans a token at the position, with more bytes where it needs them.
  @inline(__always)
  mutating func scan(
    _ body: (Span<UInt8>, Int, Bool, inout [UInt8]) throws(ScanFault) -> Int
  ) throws {
    let mark = quad.bytes.count
    while true {
      do throws(ScanFault) {
        let bytes = window.bytes
        position = try body(bytes.span, position, !window.isComplete, &quad.bytes)
        return
      } catch {
        try handle(error, mark)
      }
    }
  }

  /// Reads on where a token needs more; throws what is wrong otherwise.
  mutating func handle(_ fault: ScanFault, _ mark: Int) throws {
    quad.bytes.truncate(to: mark)
    switch fault {
    case .broken(let offset, let rule, let reason):
      throw error("\(rule)", reason, at: offset)
    case .incomplete:
      // That nothing follows may end the token, too.
      let wasOpen = !window.isComplete
      guard try refill() || wasOpen else { throw error("token", "the file ends inside a term") }
    }
  }
}
