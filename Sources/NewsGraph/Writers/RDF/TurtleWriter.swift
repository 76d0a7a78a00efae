/// A streaming writer of Turtle and TriG that takes quads from a reader.
///
/// Quads with one graph, subject and predicate that follow each other are written together. The
/// prefixes are those of the document that is read, the well-known ones where they are used, and
/// `ns1` and so on for the namespaces of other properties. https://www.w3.org/TR/turtle/
final class TurtleWriter: QuadWriter {
  private let sink: OutputSink
  private let hasGraphs: Bool
  private var buffer = TextBuffer(capacity: OutputSink.chunkSize)
  private var prefixes = TurtlePrefixes()
  private var graphs = GraphLosses()
  /// The terms written last.
  private var last = EncodedQuad()
  private var isOpen = false
  private var isInGraph = false

  init(to sink: OutputSink, hasGraphs: Bool) {
    self.sink = sink
    self.hasGraphs = hasGraphs
  }

  func handlePrefix(_ prefix: String, _ namespace: String) throws {
    if prefixes.declare(prefix, namespace) { try writePrefix(prefix, namespace) }
  }

  func handle(_ quad: borrowing EncodedQuad) throws {
    if !hasGraphs { graphs.count(quad) }
    for namespace in prefixes.missing(for: quad) {
      try writePrefix(namespace.prefix, namespace.namespace)
    }
    let isSameGraph = !hasGraphs || isSame(quad.graph, last.graph, quad)
    if isOpen, isSameGraph, isSame(quad.subject, last.subject, quad) {
      if isSame(quad.predicate, last.predicate, quad) {
        buffer.append(",\n")
        indent(2)
      } else {
        buffer.append(" ;\n")
        indent(1)
        writePredicate(quad)
      }
    } else {
      if !isSameGraph || !isOpen { try openGraph(quad, isSameGraph) } else { closeSubject() }
      indent(0)
      write(quad.subject, quad)
      buffer.append(" ")
      writePredicate(quad)
    }
    write(quad.object, quad)
    isOpen = true
    last.replace(by: quad)
    try buffer.flushIfLarge(to: sink)
  }

  func finish() throws {
    closeGraph()
    try buffer.flush(to: sink)
  }

  var losses: [WritingReport.Loss] {
    [.init(.namedGraphs, graphs.count)]
  }
}

extension TurtleWriter {
  private func isSame(_ term: EncodedTerm, _ other: EncodedTerm, _ quad: borrowing EncodedQuad)
    -> Bool
  {
    let last = last.bytes
    return term.kind == other.kind && areSame(quad.bytes.span, term.text, last.span, other.text)
  }

  private func indent(_ depth: Int) {
    for _ in 0..<(depth + (isInGraph ? 1 : 0)) { buffer.append("  ") }
  }

  private func closeSubject() {
    if isOpen { buffer.append(" .\n") }
    isOpen = false
  }

  private func openGraph(_ quad: borrowing EncodedQuad, _ isSameGraph: Bool) throws {
    if isSameGraph, isInGraph || quad.graph.kind == .none || !hasGraphs {
      closeSubject()
      return
    }
    closeGraph()
    guard hasGraphs, quad.graph.kind != .none else { return }
    write(quad.graph, quad)
    buffer.append(" {\n")
    isInGraph = true
  }

  private func closeGraph() {
    closeSubject()
    if isInGraph { buffer.append("}\n") }
    isInGraph = false
  }

  private func writePrefix(_ prefix: String, _ namespace: String) throws {
    closeGraph()
    buffer.append("@prefix \(prefix): <")
    buffer.append(namespace)
    buffer.append("> .\n")
    try buffer.flushIfLarge(to: sink)
  }

  private func writePredicate(_ quad: borrowing EncodedQuad) {
    if areSame(quad.bytes.span, quad.predicate.text, Self.type.span, 0..<Self.type.count) {
      buffer.append("a ")
    } else {
      write(quad.predicate, quad)
      buffer.append(" ")
    }
  }

  private static let type = Array(RDF.type.string.utf8)

  private func write(_ term: EncodedTerm, _ quad: borrowing EncodedQuad) {
    switch term.kind {
    case .iri: writeIRI(term.text, quad)
    case .typedLiteral where TurtleNumbers.isShort(quad):
      buffer.append(quad.bytes.span, term.text)
    case .typedLiteral:
      buffer.append("\"")
      // The table forbids nothing.
      _ = try? buffer.append(quad.bytes.span, term.text, escaping: NTriplesText.literal)
      buffer.append("\"^^")
      writeIRI(term.suffix, quad)
    default: buffer.appendNTriples(term, of: quad)
    }
  }

  private func writeIRI(_ range: Range<Int>, _ quad: borrowing EncodedQuad) {
    if let (prefix, local) = prefixes.split(quad, range) {
      buffer.append(prefix)
      buffer.append(quad.bytes.span, local)
    } else {
      buffer.append("<")
      buffer.append(quad.bytes.span, range)
      buffer.append(">")
    }
  }
}
