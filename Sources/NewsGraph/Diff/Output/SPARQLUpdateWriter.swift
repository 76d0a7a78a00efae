/// A writer of SPARQL Update: `DELETE DATA` and `INSERT DATA`.
///
/// Where statements about blank nodes changed, which no name points at, it is one `DELETE … INSERT …
/// WHERE …` that finds the nodes by all that the old version says of them and of the blank nodes
/// around them. https://www.w3.org/TR/sparql11-update/
package struct SPARQLUpdateWriter {
  private let sink: OutputSink

  init(to sink: OutputSink) { self.sink = sink }

  /// Writes the changes; the sink stays open.
  ///
  /// - Throws: `GraphDiffError`, `OutputError`.
  func write(_ diff: GraphDiff) throws {
    var buffer = TextBuffer(capacity: OutputSink.chunkSize)
    let triples = diff.triples
    buffer.append("# \(triples.removed.count) removed, \(triples.added.count) added\n")
    if let blanks = diff.blanks {
      if let label = blanks.ambiguous.first {
        throw GraphDiffError.ambiguousBlankNodes(label, count: blanks.ambiguous.count)
      }
      let names = Dictionary(
        blanks.labels.enumerated().map { ($1, "?b\($0)") }, uniquingKeysWith: { first, _ in first })
      try block("DELETE", triples.removed, names, &buffer)
      try block("INSERT", triples.added, names, &buffer)
      try block("WHERE", blanks.pattern, names, &buffer)
    } else {
      // An empty operation would be legal, and confusing.
      if !triples.removed.isEmpty {
        try block("DELETE DATA", triples.removed, [:], &buffer)
        if !triples.added.isEmpty { buffer.append(";\n") }
      }
      if !triples.added.isEmpty { try block("INSERT DATA", triples.added, [:], &buffer) }
    }
    try buffer.flush(to: sink)
  }

  private func block(
    _ keyword: String, _ lines: [String], _ names: [String: String], _ buffer: inout TextBuffer
  ) throws {
    buffer.append("\(keyword) {\n")
    for line in lines {
      let terms = LineTerms(line)
      func text(_ term: Substring) -> String { names[String(term)] ?? Self.escaped(term) }
      let triple = "\(text(terms.subject)) \(terms.predicate) \(text(terms.object)) ."
      if let graph = terms.graph {
        let name = text(graph)
        if name.hasPrefix("_:") { throw GraphDiffError.newBlankGraph }
        buffer.append("  GRAPH \(name) { \(triple) }\n")
      } else {
        buffer.append("  \(triple)\n")
      }
      try buffer.flushIfLarge(to: sink)
    }
    buffer.append("}\n")
  }
}

extension SPARQLUpdateWriter {
  /// A line of canonical N-Quads as a triple of SPARQL without a full stop, and the name of its graph
  /// in angle brackets.
  package static func triple(ofLine line: String) -> (triple: String, graph: String?) {
    let terms = LineTerms(line)
    let triple = "\(escaped(terms.subject)) \(terms.predicate) \(escaped(terms.object))"
    return (triple, terms.graph.map(String.init))
  }

  /// A term of N-Triples as SPARQL reads it.
  ///
  /// SPARQL replaces `\u0041` before it looks at strings, even where the backslash is one half of
  /// an escaped one, so that the letter behind such a pair has to be escaped too.
  /// https://www.w3.org/TR/sparql11-query/#codepointEscape
  private static func escaped(_ term: Substring) -> String {
    guard term.utf8.contains(UInt8(ascii: "\\")) else { return String(term) }
    var result = String.UnicodeScalarView()
    var scalars = term.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      result.append(scalar)
      guard scalar == "\\", let next = scalars.popFirst() else { continue }
      result.append(next)
      guard next == "\\", let letter = scalars.first, letter == "u" || letter == "U" else {
        continue
      }
      scalars.removeFirst()
      result.append(contentsOf: (letter == "u" ? "\\u0075" : "\\u0055").unicodeScalars)
    }
    return String(result)
  }
}

/// The terms of a line of canonical N-Quads.
struct LineTerms {
  let subject: Substring
  let predicate: Substring
  let object: Substring
  let graph: Substring?

  /// Takes a line apart that ends in ` .`; blanks stand in literals only, and between terms.
  init(_ line: String) {
    var rest = line.utf8.dropLast(2)
    func next() -> Substring {
      let term = rest.prefix { $0 != UInt8(ascii: " ") }
      rest = rest.dropFirst(term.count + 1)
      return Substring(term)
    }
    subject = next()
    predicate = next()
    if rest.first == UInt8(ascii: "\"") {
      var end = rest.index(after: rest.startIndex)
      while end < rest.endIndex, rest[end] != UInt8(ascii: "\"") {
        end = rest.index(end, offsetBy: rest[end] == UInt8(ascii: "\\") ? 2 : 1)
      }
      while end < rest.endIndex, rest[end] != UInt8(ascii: " ") { end = rest.index(after: end) }
      object = Substring(rest[..<end])
      rest = rest[end...].dropFirst()
    } else {
      object = next()
    }
    graph = rest.isEmpty ? nil : Substring(rest)
  }

  /// The blank nodes, with their `_:`.
  var blanks: [String] {
    [subject, object, graph ?? ""].filter { $0.hasPrefix("_:") }.map(String.init)
  }
}
