/// Where a term lies in the bytes of an `EncodedQuad`.
public struct EncodedTerm: Sendable, Hashable {
  /// What the term is.
  public enum Kind: UInt8, Sendable {
    /// There is none: the graph of a quad in the default graph.
    case none
    /// A named node.
    case iri
    /// A node without a name; the text is its label.
    case blank
    /// A literal of the datatype `xsd:string`.
    case string
    /// A literal in a language; the suffix is the language tag.
    case languageString
    /// A literal of another datatype; the suffix is the datatype's IRI.
    case typedLiteral
    /// A triple term of RDF 1.2; the text is the triple as N-Triples writes it.
    case triple
  }

  /// What the term is.
  public internal(set) var kind: Kind
  /// Where the text begins.
  var begin: Int
  /// Where the text ends and the suffix begins.
  var middle: Int
  /// Where the suffix ends.
  var end: Int

  /// The absence of a term.
  static let none = EncodedTerm(kind: .none, begin: 0, middle: 0, end: 0)

  init(kind: Kind, begin: Int, middle: Int, end: Int) {
    self.kind = kind
    self.begin = begin
    self.middle = middle
    self.end = end
  }

  init(_ kind: Kind, _ begin: Int, _ end: Int) {
    self.init(kind: kind, begin: begin, middle: end, end: end)
  }

  /// The bytes of the text: the IRI, the label, the lexical form.
  var text: Range<Int> { begin..<middle }

  /// The bytes of the datatype or language.
  var suffix: Range<Int> { middle..<end }

  /// Whether the term is a literal.
  public var isLiteral: Bool {
    kind == .string || kind == .languageString || kind == .typedLiteral
  }
}
