/// RDF terms as N-Triples writes them, in its canonical form.
///
/// https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples, which is also the form that
/// https://www.w3.org/TR/rdf-canon/#canonical-quads asks for.
enum NTriplesText {
  /// The escapes inside a literal.
  static let literal: EscapeTable = {
    var table = EscapeTable([
      "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t",
      "\u{8}": "\\b", "\u{C}": "\\f",
    ])
    let numeric = (0..<UInt32(0x20)).filter { ![0x8, 0x9, 0xA, 0xC, 0xD].contains($0) }
    for scalar in numeric + [0x7F, 0xFFFE, 0xFFFF] {
      let digits = String(scalar, radix: 16, uppercase: true)
      table.escape(scalar, as: "\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
    return table
  }()
}

extension TextBuffer {
  mutating func appendNTriples(_ triple: Triple) {
    appendNTriples(triple.subject)
    append(UInt8(ascii: " "))
    appendNTriples(triple.predicate)
    append(UInt8(ascii: " "))
    appendNTriples(triple.object)
  }

  mutating func appendNTriples(_ resource: Resource) {
    switch resource {
    case .iri(let iri): appendNTriples(iri)
    case .blank(let label): appendNTriples(blank: label)
    }
  }

  mutating func appendNTriples(_ term: Term) {
    switch term {
    case .iri(let iri): appendNTriples(iri)
    case .blank(let label): appendNTriples(blank: label)
    case .literal(let literal): appendNTriples(literal)
    }
  }

  mutating func appendNTriples(_ iri: IRI) {
    append(UInt8(ascii: "<"))
    append(iri.string)
    append(UInt8(ascii: ">"))
  }

  private mutating func appendNTriples(blank label: String) {
    append("_:")
    append(label)
  }

  mutating func appendNTriples(_ literal: Literal) {
    append(UInt8(ascii: "\""))
    // The table forbids nothing: N-Triples has an escape for every character.
    _ = try? append(literal.lexicalForm, escaping: NTriplesText.literal)
    append(UInt8(ascii: "\""))
    if let language = literal.language {
      append(UInt8(ascii: "@"))
      append(language)
    } else if literal.datatype != XSD.string {
      append("^^")
      appendNTriples(literal.datatype)
    }
  }
}
