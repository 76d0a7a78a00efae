/// A quad as readers hand it on: four terms in UTF-8 in one buffer.
///
/// A million triples cost four million strings as `Triple` has them, which takes longer than all
/// the rest; here they cost nothing but the copying of their bytes. The buffer belongs to the
/// reader and holds the next quad after the handler returns; `quad` makes a value to keep.
public struct EncodedQuad: Sendable {
  /// The text of all terms, unescaped, in UTF-8.
  var bytes: [UInt8] = []
  /// The subject: an IRI or a blank node.
  public internal(set) var subject = EncodedTerm.none
  /// The predicate: an IRI.
  public internal(set) var predicate = EncodedTerm.none
  /// The object.
  public internal(set) var object = EncodedTerm.none
  /// The name of the graph; of kind `none` for the default graph.
  public internal(set) var graph = EncodedTerm.none

  /// Makes a quad without terms.
  init() { bytes.reserveCapacity(1024) }

  /// Encodes a quad.
  public init(_ quad: Quad) {
    subject = append(Term(quad.triple.subject))
    predicate = append(.iri(quad.triple.predicate))
    object = append(quad.triple.object)
    if let name = quad.graph { graph = append(Term(name)) }
  }

  /// Encodes a triple of the default graph.
  public init(_ triple: Triple) { self.init(Quad(triple, graph: nil)) }

  /// The text of a term: the IRI, the label of the blank node, the lexical form of the literal.
  public func text(of term: EncodedTerm) -> String {
    String(decoding: bytes[term.text], as: UTF8.self)
  }

  /// The language tag or the IRI of the datatype; empty for all terms without.
  public func suffix(of term: EncodedTerm) -> String {
    String(decoding: bytes[term.suffix], as: UTF8.self)
  }

  /// A term as a value of its own; nothing where there is none, or a triple term of RDF 1.2.
  public func term(_ term: EncodedTerm) -> Term? {
    switch term.kind {
    case .none, .triple: nil
    case .iri: .iri(IRI(checked: text(of: term)))
    case .blank: .blank(text(of: term))
    case .string: .literal(Literal(text(of: term)))
    case .languageString: .literal(Literal(text(of: term), language: suffix(of: term)))
    case .typedLiteral:
      .literal(Literal(text(of: term), datatype: IRI(checked: suffix(of: term))))
    }
  }

  /// The quad as a value of its own; nothing where a term of it is a triple term of RDF 1.2.
  public var quad: Quad? {
    guard let subject = resource(subject), let object = term(object) else { return nil }
    return Quad(
      Triple(subject, IRI(checked: text(of: predicate)), object), graph: resource(graph))
  }

  /// The triple as a value of its own; nothing where a term of it is a triple term of RDF 1.2.
  public var triple: Triple? { quad?.triple }

  private func resource(_ slot: EncodedTerm) -> Resource? {
    switch slot.kind {
    case .iri: .iri(IRI(checked: text(of: slot)))
    case .blank: .blank(text(of: slot))
    default: nil
    }
  }
}

extension EncodedQuad {
  /// Adds the bytes of a term and says where they lie.
  mutating func append(_ term: Term) -> EncodedTerm {
    switch term {
    case .iri(let iri): return append(.iri, iri.string)
    case .blank(let label): return append(.blank, label)
    case .literal(let literal):
      if let language = literal.language {
        return append(.languageString, literal.lexicalForm, language)
      }
      if literal.datatype == XSD.string { return append(.string, literal.lexicalForm) }
      return append(.typedLiteral, literal.lexicalForm, literal.datatype.string)
    }
  }

  /// Adds a term given by its text.
  mutating func append(_ kind: EncodedTerm.Kind, _ text: String, _ suffix: String = "")
    -> EncodedTerm
  {
    let begin = bytes.count
    bytes.append(contentsOf: text.utf8)
    let middle = bytes.count
    bytes.append(contentsOf: suffix.utf8)
    return EncodedTerm(kind: kind, begin: begin, middle: middle, end: bytes.count)
  }

  /// Adds a term given by its bytes, which are UTF-8.
  mutating func append(
    _ kind: EncodedTerm.Kind, _ text: [UInt8], _ suffix: [UInt8] = []
  ) -> EncodedTerm {
    let begin = bytes.count
    bytes.append(contentsOf: text)
    let middle = bytes.count
    bytes.append(contentsOf: suffix)
    return EncodedTerm(kind: kind, begin: begin, middle: middle, end: bytes.count)
  }

  /// Adds a term of another quad.
  mutating func append(_ term: EncodedTerm, of other: borrowing EncodedQuad) -> EncodedTerm {
    let begin = bytes.count
    bytes.append(other.bytes.span, term.begin..<term.end)
    return EncodedTerm(
      kind: term.kind, begin: begin, middle: begin + (term.middle - term.begin), end: bytes.count)
  }

  /// Takes the terms of another quad over, keeping the buffer.
  mutating func replace(by other: borrowing EncodedQuad) {
    bytes.removeAll(keepingCapacity: true)
    subject = append(other.subject, of: other)
    predicate = append(other.predicate, of: other)
    object = append(other.object, of: other)
    graph = append(other.graph, of: other)
  }
}

/// Something that takes the quads that a reader finds.
public protocol QuadHandler: AnyObject {
  /// Takes a quad, which holds another one after the return.
  func handle(_ quad: borrowing EncodedQuad) throws
  /// Takes a prefix that the document declares, with or without a use for it.
  func handlePrefix(_ prefix: String, _ namespace: String) throws
  /// Takes a statement that was skipped because it is broken, where the reader is lenient.
  func handleRejected(_ rejected: RejectedStatement) throws
}

extension QuadHandler {
  /// Passes over a prefix.
  public func handlePrefix(_ prefix: String, _ namespace: String) throws {}
  /// Passes over a rejected statement; the report of the reader counts it anyway.
  public func handleRejected(_ rejected: RejectedStatement) throws {}
}
