/// Bytes whose order is that of what they were made of: texts by code points, numbers by size.
struct SortKey {
  private(set) var bytes: [UInt8] = []

  /// Adds a text; nothing of what is added after it counts where the texts differ.
  mutating func append(_ text: String) {
    for byte in text.utf8 {
      bytes.append(byte)
      // The end of a text comes before all that can follow in it.
      if byte == 0 { bytes.append(0xFF) }
    }
    bytes.append(0)
    bytes.append(1)
  }

  /// Adds a number that is not negative.
  mutating func append(_ number: Int) {
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Adds a term in the order of `Term.<`.
  mutating func append(_ term: Term) {
    switch term {
    case .iri(let iri):
      bytes.append(0)
      append(iri.string)
    case .blank(let label):
      bytes.append(1)
      append(label)
    case .literal(let literal):
      bytes.append(2)
      append(literal.lexicalForm)
      append(literal.datatype.string)
      append(literal.language ?? "")
    }
  }
}

extension SortKey {
  /// The key of an entity, in the order of IRIs.
  init(_ iri: IRI) { append(iri.string) }

  /// The key of a statement, in the order of `Statement.<`.
  init(_ key: Statement.Key) {
    append(key.subject.string)
    append(NG.predicate(key.predicate).string)
    append(key.object)
  }
}
