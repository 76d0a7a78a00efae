extension TextBuffer {
  /// Adds a term of an encoded quad as N-Triples writes it.
  @inline(__always)
  mutating func appendNTriples(_ term: EncodedTerm, of quad: borrowing EncodedQuad) {
    switch term.kind {
    case .none: break
    case .iri:
      append(UInt8(ascii: "<"))
      append(quad.bytes.span, term.text)
      append(UInt8(ascii: ">"))
    case .blank:
      append("_:")
      append(quad.bytes.span, term.text)
    case .triple: append(quad.bytes.span, term.text)
    case .string, .languageString, .typedLiteral: appendNTriples(literal: term, of: quad)
    }
  }

  @inline(__always)
  private mutating func appendNTriples(literal term: EncodedTerm, of quad: borrowing EncodedQuad) {
    append(UInt8(ascii: "\""))
    // The table forbids nothing: N-Triples has an escape for every character.
    _ = try? append(quad.bytes.span, term.text, escaping: NTriplesText.literal)
    append(UInt8(ascii: "\""))
    if term.kind == .languageString {
      append(UInt8(ascii: "@"))
      append(quad.bytes.span, term.suffix)
    } else if term.kind == .typedLiteral {
      append("^^<")
      append(quad.bytes.span, term.suffix)
      append(UInt8(ascii: ">"))
    }
  }

  /// Adds a quad as a line of N-Quads, or of N-Triples where its graph is left out.
  @inline(__always)
  mutating func appendLine(_ quad: borrowing EncodedQuad, withGraph: Bool) {
    appendNTriples(quad.subject, of: quad)
    append(UInt8(ascii: " "))
    appendNTriples(quad.predicate, of: quad)
    append(UInt8(ascii: " "))
    appendNTriples(quad.object, of: quad)
    if withGraph, quad.graph.kind != .none {
      append(UInt8(ascii: " "))
      appendNTriples(quad.graph, of: quad)
    }
    append(" .\n")
  }
}
