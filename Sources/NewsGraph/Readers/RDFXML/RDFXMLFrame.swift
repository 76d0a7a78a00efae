/// What an open element of RDF/XML is.
struct RDFXMLFrame {
  /// The part of the grammar that the element is.
  enum Kind {
    /// The document, or `rdf:RDF`: node elements follow.
    case root
    /// A node element, or a property element with `rdf:parseType="Resource"`: properties follow.
    case node
    /// A property element with text or one node in it.
    case property
    /// A property element that is complete with its attributes.
    case emptyProperty
    /// A property element with `rdf:parseType="Collection"`.
    case collection
    /// A property element with `rdf:parseType="Literal"`, or an element inside one.
    case literal
    /// An element that a lenient reader passes over with all that is in it.
    case skipped
    /// A property element with `rdf:parseType="Triple"` of RDF 1.2.
    case triple
  }

  var kind: Kind
  /// The number of bytes of the terms of all frames outside.
  var arenaStart: Int
  var base: IRIResolver?
  var language: [UInt8] = []
  var direction: [UInt8] = []
  /// Whether `rdf:version="1.2"` stands on this element or one outside.
  var isVersion12 = false
  /// The node whose properties follow, or to which the property belongs.
  var subject = EncodedTerm.none
  var predicate = EncodedTerm.none
  /// The name of the reified triple, or the reifier of RDF 1.2.
  var reification = EncodedTerm.none
  var annotation = EncodedTerm.none
  var datatype = EncodedTerm.none
  /// Whether a node was found inside a property, or a first one in a collection.
  var hasNode = false
  /// The last cell of a collection.
  var cell = EncodedTerm.none
  /// The number of `rdf:li` so far.
  var memberCount = 0
}
