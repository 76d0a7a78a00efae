/// An RDF literal: a lexical form with a datatype, or with a language.
///
/// https://www.w3.org/TR/rdf11-concepts/#section-Graph-Literal
public struct Literal: Hashable, Sendable {
  /// The characters of the literal.
  public let lexicalForm: String
  /// The datatype; `rdf:langString` where there is a language.
  public let datatype: IRI
  /// The BCP 47 language tag in lower case.
  public let language: String?

  /// Makes a literal of a datatype; plain strings have `xsd:string`.
  public init(_ lexicalForm: String, datatype: IRI = XSD.string) {
    self.lexicalForm = lexicalForm
    self.datatype = datatype
    self.language = nil
  }

  /// Makes a string in a language.
  public init(_ lexicalForm: String, language: String) {
    self.lexicalForm = lexicalForm
    self.datatype = RDF.langString
    self.language = language.lowercased()
  }
}

extension Literal {
  /// Whether two literals are one term: the same code points, datatype and language.
  ///
  /// Swift's strings are also equal where they are canonically equivalent, which RDF does not mean.
  /// https://www.w3.org/TR/rdf11-concepts/#dfn-literal-term-equality
  public static func == (left: Literal, right: Literal) -> Bool {
    CodePoints.areSame(left.lexicalForm, right.lexicalForm) && left.datatype == right.datatype
      && left.language == right.language
  }
}

extension Literal: Comparable {
  /// Orders by characters, then datatype, then language.
  public static func < (left: Literal, right: Literal) -> Bool {
    if !CodePoints.areSame(left.lexicalForm, right.lexicalForm) {
      return left.lexicalForm.utf8.lexicographicallyPrecedes(right.lexicalForm.utf8)
    }
    if left.datatype != right.datatype { return left.datatype < right.datatype }
    return (left.language ?? "") < (right.language ?? "")
  }
}
